using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Rulebooks.Texts;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Escalations.Wording;

/// <summary>What stands in the table at the top of a mail: the reference, what is due, since when, by whose duty, and who is told.</summary>
internal static class LetterFacts
{
    public static IEnumerable<LetterFact> Of(
        Notice notice, Assessment assessment, string title, ImmutableArray<string> roles, ImmutableArray<InPlaceOf> instead, Vocabulary vocabulary, LetterWords words)
    {
        var titles = Titles.Of(vocabulary);
        yield return new(words.Of(FactTextIds.ReferenceLabel), OneLine.Of(assessment.Reference, 120), true);
        yield return new(words.Of(FactTextIds.WhatLabel), title, true);
        if (notice.Timescale is { } row)
        {
            foreach (var fact in Dates(notice, row, words))
            {
                yield return fact;
            }
        }
        else if (notice.Check is { At: { HasLatest: true } at })
        {
            yield return new(words.Of(FactTextIds.SinceLabel), English.Capital(DateWords.When(at)));
        }

        if (notice.Rule.Owner is { } owner)
        {
            yield return new(words.Of(FactTextIds.OwnerLabel), English.Capital(Whom(titles, [owner])));
        }

        yield return new(words.Of(FactTextIds.SentAsLabel), English.Capital(Whom(titles, roles)));
        foreach (var one in instead)
        {
            yield return new(words.Of(FactTextIds.MeantForLabel), one.Sentence(Whom(titles, [one.Role]), words));
        }

        var others = notice.ToldTogether.Except(roles, StringComparer.Ordinal).Except(instead.Select(one => one.Role), StringComparer.Ordinal).ToList();
        if (others.Count > 0)
        {
            yield return new(words.Of(FactTextIds.AlsoToldLabel), English.Capital(Whom(titles, others)));
        }
    }

    private static IEnumerable<LetterFact> Dates(Notice notice, TimescaleResult row, LetterWords words)
    {
        if (row.Due is { } due)
        {
            var by = English.Capital(DateWords.Limit(due));
            by = row.OriginalDue is { } original && original != due ? words.Of(FactTextIds.DueMoved, ("due", by), ("first", DateWords.Limit(original))) : by;
            yield return new(words.Of(FactTextIds.DueLabel), row.Provisional ? words.Of(FactTextIds.DueProvisional, ("due", by)) : by);
            if (row.Target is { } target && notice.Kind == NoticeKind.Reminder && due.IsDay && target != due.Latest)
            {
                yield return new(words.Of(FactTextIds.TargetLabel), DateWords.Day(target));
            }
        }

        if (notice.Kind == NoticeKind.Overdue)
        {
            var late = English.Range(row.DaysLateAtLeast, row.DaysLateAtMost);
            yield return new(words.Of(FactTextIds.LateLabel), row.DaysLateAgainstOriginalAtMost > row.DaysLateAtMost
                ? words.Of(FactTextIds.LateMoved, ("late", late), ("first", English.Range(row.DaysLateAgainstOriginalAtLeast, row.DaysLateAgainstOriginalAtMost)))
                : late);
        }

        if (notice.Kind == NoticeKind.Outstanding && row.AskedFor is { } asked)
        {
            yield return new(words.Of(FactTextIds.AskedLabel), English.Capital(DateWords.Limit(asked)));
        }

        if (notice.Kind == NoticeKind.NoLongerStands && row.MetOn is { } met)
        {
            yield return new(words.Of(FactTextIds.DoneLabel), English.Capital(DateWords.When(met)));
        }
    }

    private static string Whom(Titles titles, IEnumerable<string> roles) =>
        English.List([.. roles.Select(role => OneLine.Of(titles.Who(role), 120))]);
}

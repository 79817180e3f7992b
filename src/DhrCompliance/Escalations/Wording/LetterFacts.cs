using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Escalations.Wording;

/// <summary>What stands in the table at the top of a mail: the reference, what is due, since when, by whose duty, and who is told.</summary>
internal static class LetterFacts
{
    public const string Reference = "Reference";

    public const string What = "What";

    public static IEnumerable<LetterFact> Of(
        Notice notice, Assessment assessment, string title, ImmutableArray<string> roles, ImmutableArray<InPlaceOf> instead, Vocabulary vocabulary)
    {
        var titles = Titles.Of(vocabulary);
        yield return new(Reference, OneLine.Of(assessment.Reference, 120));
        yield return new(What, title);
        if (notice.Timescale is { } row)
        {
            foreach (var fact in Dates(notice, row))
            {
                yield return fact;
            }
        }
        else if (notice.Check is { At: { HasLatest: true } at })
        {
            yield return new("Since", English.Capital(DateWords.When(at)));
        }

        if (notice.Rule.Owner is { } owner)
        {
            yield return new("Whose duty", English.Capital(Whom(titles, [owner])));
        }

        yield return new("Sent to you as", English.Capital(Whom(titles, roles)));
        foreach (var one in instead)
        {
            yield return new("Meant for", one.Sentence(Whom(titles, [one.Role])));
        }

        var others = notice.ToldTogether.Except(roles, StringComparer.Ordinal).Except(instead.Select(one => one.Role), StringComparer.Ordinal).ToList();
        if (others.Count > 0)
        {
            yield return new("Also told", English.Capital(Whom(titles, others)));
        }
    }

    private static IEnumerable<LetterFact> Dates(Notice notice, TimescaleResult row)
    {
        if (row.Due is { } due)
        {
            var first = row.OriginalDue is { } original && original != due ? $" (at first {DateWords.Limit(original)})" : string.Empty;
            yield return new("Due by", English.Capital(DateWords.Limit(due)) + first + (row.Provisional ? " (provisional)" : string.Empty));
            if (row.Target is { } target && notice.Kind == NoticeKind.Reminder && due.IsDay && target != due.Latest)
            {
                yield return new("Working-day target", DateWords.Day(target));
            }
        }

        if (notice.Kind == NoticeKind.Overdue)
        {
            var against = row.DaysLateAgainstOriginalAtMost > row.DaysLateAtMost
                ? $" ({English.Range(row.DaysLateAgainstOriginalAtLeast, row.DaysLateAgainstOriginalAtMost)} against the first date)"
                : string.Empty;
            yield return new("Overdue by", English.Range(row.DaysLateAtLeast, row.DaysLateAtMost) + against);
        }

        if (notice.Kind == NoticeKind.Outstanding && row.AskedFor is { } asked)
        {
            yield return new("Asked for after", English.Capital(DateWords.Limit(asked)));
        }

        if (notice.Kind == NoticeKind.NoLongerStands && row.MetOn is { } met)
        {
            yield return new("Done", English.Capital(DateWords.When(met)));
        }
    }

    private static string Whom(Titles titles, IEnumerable<string> roles) =>
        English.List([.. roles.Select(role => OneLine.Of(titles.Who(role), 120))]);
}

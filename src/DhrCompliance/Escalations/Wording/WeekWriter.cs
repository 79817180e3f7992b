using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Rulebooks;
using DhrCompliance.Rulebooks.Texts;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Escalations.Wording;

/// <summary>Puts into words how partnerships stand in a week: also where nothing is wrong, so that silence means that something is broken.</summary>
public static class WeekWriter
{
    private const int NameLength = 120;

    /// <summary>A mail of its own.</summary>
    /// <param name="asOf">The day.</param>
    /// <param name="weeks">The partnerships that one person hears of; at least one.</param>
    /// <param name="rulebook">The rulebook: its texts, and what roles are called.</param>
    public static Mail Write(DateOnly asOf, ImmutableArray<WeekReport> weeks, Rulebook rulebook)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        var words = LetterWords.Several(rulebook.Texts, weeks.SelectMany(week => week.Names));
        var stands = ("stands", Said(weeks, words));
        return new Document(
            words.Subject(WeekTextIds.Subject, stands), words.Of(WeekTextIds.Headline, stands), [.. Blocks(asOf, weeks, rulebook.Vocabulary, words)], Closings.Of(asOf, words)).ToMail();
    }

    internal static IEnumerable<Block> Blocks(DateOnly asOf, ImmutableArray<WeekReport> weeks, Vocabulary vocabulary, LetterWords words)
    {
        foreach (var week in weeks)
        {
            yield return new Part(words.Of(WeekTextIds.Heading, ("partnership", OneLine.Of(week.Partnership, NameLength))));
            yield return new Paragraph(English.Capital(Lead(week, words)));
            yield return new FactTable([.. Facts(week, Titles.Of(vocabulary), words)]);
        }

        yield return new Paragraph(words.Of(WeekTextIds.Always, ("today", DateWords.Day(asOf))));
    }

    private static string Lead(WeekReport week, LetterWords words)
    {
        var (stands, rules) = (("stands", Said([week], words)), ("rules", Month(week.RulesOf)));
        return week.HolidaysKnownUntil is { } until
            ? words.Of(WeekTextIds.Lead, stands, rules, ("until", Month(until)))
            : words.Of(WeekTextIds.LeadNoHolidays, stands, rules);
    }

    private static string Said(ImmutableArray<WeekReport> weeks, LetterWords words)
    {
        var reviews = ("reviews", words.Count(CountTextIds.Reviews, weeks.Sum(week => week.Reviews)));
        NoticeKind[] grave = [NoticeKind.Overdue, NoticeKind.CheckFails];
        var wrong = grave.Select(kind => (Kind: kind, Count: weeks.Sum(week => week.Standing.GetValueOrDefault(kind)))).Where(one => one.Count > 0)
            .Select(one => Counts.Of(one.Kind, one.Count, words))
            .Concat(weeks.Sum(week => week.Failed) is > 0 and var failed ? [words.Count(WeekTextIds.NotAssessed, failed)] : Array.Empty<string>())
            .ToList();
        return wrong.Count == 0 ? words.Of(WeekTextIds.Stands, reviews) : words.Of(WeekTextIds.StandsWrong, reviews, ("counts", string.Join(", ", wrong)));
    }

    private static IEnumerable<LetterFact> Facts(WeekReport week, Titles titles, LetterWords words)
    {
        foreach (var (kind, count) in week.Standing.Where(kind => kind.Value > 0).OrderBy(kind => new Gravity(kind.Key, default, default, 0)))
        {
            yield return new(words.Of(LabelOf(kind)), kind == NoticeKind.Overdue && week.Explained > 0
                ? words.Of(WeekTextIds.OverdueExplained, ("all", Number(count)), ("explained", Number(week.Explained)))
                : Number(count));
        }

        if (week.Failed > 0)
        {
            yield return new(words.Of(WeekTextIds.FailedLabel), words.Of(WeekTextIds.Failed, ("reviews", words.Count(CountTextIds.Reviews, week.Failed))));
        }

        if (week.GoodPractice > 0)
        {
            yield return new(words.Of(WeekTextIds.GoodPracticeLabel), Number(week.GoodPractice));
        }

        yield return new(words.Of(WeekTextIds.HeldLabel), week.Held == 0
            ? words.Of(WeekTextIds.HeldNone)
            : words.Count(WeekTextIds.Held, week.Held, ("day", DateWords.Brief(week.HeldSince!.Value))));
        if (!week.Vacant.IsEmpty)
        {
            yield return new(words.Of(WeekTextIds.VacantLabel), English.List([.. week.Vacant.Select(titles.Who)]));
        }

        if (!week.Ending.IsEmpty)
        {
            yield return new(words.Of(WeekTextIds.EndingLabel), English.List(
                [.. week.Ending.Select(end => words.Of(WeekTextIds.Ending, ("role", titles.Who(end.Role)), ("day", DateWords.Brief(end.Until))))]));
        }

        yield return new(words.Of(WeekTextIds.RulesLabel), words.Of(WeekTextIds.Rules, ("hash", week.RulesHash), ("day", DateWords.Brief(week.RulesOf))));
        if (week.ChainEnd is { } end)
        {
            yield return new(words.Of(WeekTextIds.TrailLabel), words.Count(WeekTextIds.Trail, end.Sequence, ("hash", end.Hash)));
        }
    }

    private static TextId LabelOf(NoticeKind kind) => kind switch
    {
        NoticeKind.Overdue => WeekTextIds.OverdueLabel,
        NoticeKind.CheckFails => WeekTextIds.CheckFailsLabel,
        NoticeKind.Outstanding => WeekTextIds.OutstandingLabel,
        NoticeKind.Reminder => WeekTextIds.ReminderLabel,
        _ => WeekTextIds.QuestionLabel,
    };

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}

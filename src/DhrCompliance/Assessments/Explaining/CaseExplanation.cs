using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Assessments.Explaining;

/// <summary>A whole case explained: under what it stands, each rule with what needs attention first, what to ask, and what happens next.</summary>
public sealed record CaseExplanation
{
    /// <summary><c>BEX-2026-01 · review · bexley · as of Friday 20 November 2026</c>.</summary>
    public required string Heading { get; init; }

    /// <summary>Live or historic, editions, opened again, and the next change.</summary>
    public required ImmutableArray<string> Standing { get; init; }

    /// <summary>The rules that are explained at length.</summary>
    public required ImmutableArray<Explanation> Rules { get; init; }

    /// <summary>The rules that are done, or as they should be, a line each where they are not explained at length.</summary>
    public ImmutableArray<string> Settled { get; init; } = [];

    /// <summary>The rules whose time has not come or that do not apply, a line each.</summary>
    public required ImmutableArray<string> Quiet { get; init; }

    /// <summary>What to ask.</summary>
    public required ImmutableArray<string> Questions { get; init; }

    /// <summary>Days between milestones.</summary>
    public required ImmutableArray<string> Milestones { get; init; }

    /// <summary>What was sent out to be judged and what came back, round by round, with whose time it was.</summary>
    public ImmutableArray<string> Rounds { get; init; } = [];

    /// <summary>Of a live review: since when the family has had no word, and what is owed to it.</summary>
    public ImmutableArray<string> Told { get; init; } = [];

    /// <summary>What could not be assessed.</summary>
    public required ImmutableArray<string> Failures { get; init; }

    /// <summary>Explains a case, or only the rule with this id (short, or pack/id): then every row of it at length.</summary>
    /// <param name="file">The case.</param>
    /// <param name="assessment">What was concluded of it.</param>
    /// <param name="rulebook">Under what.</param>
    /// <param name="rule">The only rule that is asked for; null: all.</param>
    /// <param name="isBrief">True: what is done, or as it should be, is told in a line each.</param>
    /// <param name="comes">What comes next of itself, as a sentence; null: it is not told.</param>
    public static CaseExplanation Of(CaseFile file, Assessment assessment, Rulebook rulebook, string? rule = null, bool isBrief = false, string? comes = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(rulebook);
        var reference = assessment.Reference;
        var rows = Rows(assessment, rulebook.Calendars.GetValueOrDefault(file.Jurisdiction))
            .Where(row => rule is null || Names(row.Rule, rule))
            .OrderBy(row => row.Rank)
            .ToList();
        var (titles, whole) = (Titles.Of(rulebook.Vocabulary), rule is null);
        return new()
        {
            Heading = $"{reference} · {Words.Of(file.Kind)} · {file.Partnership} · as of {DateWords.Day(assessment.AsOf)}",
            Standing = [.. CaseStanding.Of(file, assessment, rulebook), .. comes is null ? [] : new[] { comes }],
            Rules = [.. rows.Where(row => !whole || !(Attention.IsQuiet(row.Rank) || (isBrief && Attention.IsSettled(row.Rank)))).Select(row => row.Explain(reference, rulebook))],
            Settled = [.. rows.Where(row => whole && isBrief && Attention.IsSettled(row.Rank)).Select(row => Brief(row, rulebook))],
            Quiet = [.. rows.Where(row => whole && Attention.IsQuiet(row.Rank)).Select(row => Line(row, rulebook))],
            Questions = [.. assessment.Questions.Where(_ => whole).Select(question => Explanation.Of(question, rulebook.Vocabulary))],
            Milestones = [.. assessment.Milestones.Where(_ => whole).Select(milestone => English.Sentence(
                $"from {titles.Noun(milestone.From)} to {titles.Noun(milestone.To)}: {English.Range(milestone.DaysAtLeast, milestone.DaysAtMost)}"))],
            Rounds = whole ? CourseSentences.Rounds(file, assessment, rulebook.Vocabulary) : [],
            Told = whole ? CourseSentences.Told(file, assessment, rulebook.Vocabulary) : [],
            Failures = [.. assessment.Failures.Select(failure => English.Sentence(
                $"{failure.Rule} could not be assessed: {failure.Error}"))],
        };
    }

    /// <summary>As lines for a terminal or a plain mail.</summary>
    public IEnumerable<string> Lines(int width = 100) => ExplanationText.Lines(this, width);

    private static string Line(Row row, Rulebook rulebook)
    {
        var why = row.Because.IsDefaultOrEmpty ? string.Empty : $" {Sentences.Of(row.Because[0], rulebook.Vocabulary)}";
        return $"{Explanation.Title(row.Rule, row.Instance, row.Item)} ({row.Rule.FullName}): {English.Plain(row.State)}.{why}";
    }

    private static string Brief(Row row, Rulebook rulebook)
    {
        var why = row.Rule is Criterion ? string.Empty : $" {Explanation.Why(row.Because, rulebook.Vocabulary)}";
        return $"{Explanation.Title(row.Rule, row.Instance, row.Item)} ({row.Rule.FullName}): {English.Plain(row.State)}.{why}".TrimEnd();
    }

    private static bool Names(Rule rule, string name) =>
        string.Equals(rule.Id, name, StringComparison.Ordinal) || string.Equals(rule.FullName, name, StringComparison.Ordinal);

    /// <summary>Where it cannot be told, what would settle it is always said.</summary>
    private static Explanation Settling(Explanation told, bool cannotTell, ImmutableArray<string> missing, Rulebook rulebook) =>
        cannotTell && told.ToSettle is null ? told with { ToSettle = Telling.ToSettle(missing, rulebook.Vocabulary) } : told;

    private static IEnumerable<Row> Rows(Assessment assessment, HolidayCalendar? calendar)
    {
        foreach (var row in assessment.Timescales)
        {
            yield return new(Attention.Of(row.State), row.Rule, row.Instance, row.Item, Words.Of(row.State), row.Because, (_, b) => Settling(Explanation.Of(assessment, row, b, calendar), row.State is TimescaleState.CannotTell, row.Missing, b));
        }

        foreach (var row in assessment.Checks)
        {
            yield return new(Attention.Of(row.State), row.Rule, row.Instance, row.Item, Words.Of(row.State), row.Because, (r, b) => Settling(Explanation.Of(r, row, b), row.State is CheckState.CannotTell, row.Missing, b));
        }

        foreach (var row in assessment.Criteria)
        {
            var rank = row.Answer is Answer.CannotTell ? Attention.Of(CheckState.CannotTell) : Attention.Of(CheckState.Holds);
            yield return new(rank, row.Rule, "once", null, Words.Of(row.Answer), row.Because, (r, b) => Settling(Explanation.Of(r, row, b), row.Answer is Answer.CannotTell, row.Missing, b));
        }
    }

    private sealed record Row(
        int Rank, Rule Rule, string Instance, string? Item, string State, ImmutableArray<Reason> Because, Func<string, Rulebook, Explanation> Explain);
}

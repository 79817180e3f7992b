using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Escalations;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Scenarios;

/// <summary>One day of a scenario: what is expected, beside what the rules say.</summary>
internal sealed class StepComparison(Scenario scenario, ScenarioStep step, Assessment assessment, NoticePlan plan, Rulebook rulebook)
{
    private readonly ImmutableArray<FoundRow> _rows = FoundRow.All(assessment, rulebook);
    private readonly RowNames _names = new(scenario, rulebook);

    public IEnumerable<ScenarioFailure> Failures() =>
    [
        .. assessment.Failures.Select(failed => Failure($"assessment of {failed.Rule}", step.Line, "an assessment", $"an error: {failed.Error}", [])),
        .. step.States.Select(State).OfType<ScenarioFailure>(),
        .. step.Due.Select(Due).OfType<ScenarioFailure>(),
        .. step.Because.Select(Because).OfType<ScenarioFailure>(),
        .. Notices() is { } notices ? [notices] : Array.Empty<ScenarioFailure>(),
    ];

    private ScenarioFailure? State(ExpectedState expected)
    {
        var rows = Rows(expected.Row);
        return (expected.State == ExpectedState.None ? rows.IsEmpty : !rows.IsEmpty && rows.All(row => row.State == expected.State))
            ? null
            : Failure($"state of {Name(expected.Row)}", expected.Row.Line, expected.State, FoundRow.Told(rows, row => row.State), rows);
    }

    private ScenarioFailure? Due(ExpectedDue expected)
    {
        var rows = Rows(expected.Row);
        return !rows.IsEmpty && rows.All(row => row.Due == expected.Due)
            ? null
            : Failure(
                $"due date of {Name(expected.Row)}",
                expected.Row.Line,
                expected.Due?.ToString() ?? ExpectedState.None,
                rows.IsEmpty ? "no such row" : FoundRow.Told(rows, row => row.Due?.ToString() ?? ExpectedState.None),
                rows);
    }

    private ScenarioFailure? Because(ExpectedReason expected)
    {
        var rows = Rows(expected.Row);
        return rows.Any(row => Gives(row, expected.Text))
            ? null
            : Failure(
                $"reason of {Name(expected.Row)}",
                expected.Row.Line,
                $"'{expected.Text}'",
                FoundRow.Told(rows, row => string.Join(", ", row.Because.Select(reason => Words.Of(reason.Template)).Distinct())),
                rows);
    }

    private bool Gives(FoundRow row, string text) =>
        row.Because.Any(reason => Words.Of(reason.Template) == text)
        || row.Because.Any(reason => Sentences.Of(reason, rulebook.Vocabulary).Contains(text, StringComparison.OrdinalIgnoreCase));

    private ScenarioFailure? Notices()
    {
        if (step.Notices is not { } expected)
        {
            return null;
        }

        var found = plan.Notices.Where(notice => scenario.About.IsEmpty || scenario.About.Any(about => _names.Means(about, notice.Rule))).ToList();
        if (expected.All.All(wanted => found.Exists(notice => Is(notice, wanted))) && found.TrueForAll(notice => expected.All.Any(wanted => Is(notice, wanted))))
        {
            return null;
        }

        var rules = found.Select(notice => notice.Rule.FullName).ToHashSet(StringComparer.Ordinal);
        return Failure(
            "who is told",
            expected.Line,
            Told(expected.All.Select(wanted => (wanted.Role, wanted.Step))),
            Told(found.Select(notice => (notice.Key.Role, (string?)$"{notice.Key.Step} of {notice.Rule.Id}"))),
            [.. _rows.Where(row => rules.Contains(row.Rule.FullName) || scenario.About.Any(about => _names.Means(about, row.Rule)))]);
    }

    private static bool Is(Notice notice, ExpectedNotice expected) =>
        notice.Key.Role == expected.Role && (expected.Step is null || notice.Key.Step == expected.Step);

    private static string Told(IEnumerable<(string Role, string? Step)> notices) =>
        string.Join(", ", notices.Select(notice => notice.Step is null ? notice.Role : $"{notice.Role} ({notice.Step})")) is { Length: > 0 } text ? text : "nobody";

    private ImmutableArray<FoundRow> Rows(ExpectedRow wanted) => _names.Meant(_rows, wanted);

    private static string Name(ExpectedRow row) => row.Instance is null ? row.Rule : $"{row.Rule} {row.Instance}";

    private ScenarioFailure Failure(string about, int line, string expected, string found, ImmutableArray<FoundRow> rows) => new()
    {
        Day = step.Day,
        Line = line,
        About = about,
        Expected = expected,
        Found = found,
        Why = [.. rows.Select(row => row.Explain())],
    };
}

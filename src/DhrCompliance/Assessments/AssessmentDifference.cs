using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Assessments;

/// <summary>A row of an assessment that says something else than before.</summary>
public sealed record ChangedRow
{
    /// <summary>The rule.</summary>
    public required Rule Rule { get; init; }

    /// <summary><c>once</c>, or the id of the event or item.</summary>
    public required string Instance { get; init; }

    /// <summary>The item it is about, if any.</summary>
    public string? Item { get; init; }

    /// <summary>The word of the state (of a criterion: of the answer) before; null where there was no such row.</summary>
    public string? StateBefore { get; init; }

    /// <summary>The word of the state now; null where there is no such row any more.</summary>
    public string? StateNow { get; init; }

    /// <summary>The due date before; null where there was none.</summary>
    public DateInterval? DueBefore { get; init; }

    /// <summary>The due date now; null where there is none.</summary>
    public DateInterval? DueNow { get; init; }

    /// <summary>When it was met (of a check: its moment) before; null where it was not.</summary>
    public DateInterval? MetBefore { get; init; }

    /// <summary>When it was met (of a check: its moment) now; null where it was not.</summary>
    public DateInterval? MetNow { get; init; }
}

/// <summary>What a new fact changed: two assessments of one case, side by side.</summary>
public static class AssessmentDifference
{
    /// <summary>
    /// The rows whose state, due date or day met differ: those of now in their order, then those that are gone. Counters
    /// such as days late are no difference.
    /// </summary>
    /// <param name="before">The assessment before; null where there was none.</param>
    /// <param name="now">The assessment now, as of the same day.</param>
    public static ImmutableArray<ChangedRow> Between(Assessment? before, Assessment now)
    {
        ArgumentNullException.ThrowIfNull(now);
        var old = before is null ? [] : AssessedRow.Of(before);
        var news = AssessedRow.Of(now);
        var oldByKey = old.ToLookup(Key);
        var newKeys = news.Select(Key).ToHashSet();
        return
        [
            .. news.Select(row => Beside(oldByKey[Key(row)].Select(beside => (AssessedRow?)beside).FirstOrDefault(), row)).Where(Differs),
            .. old.Where(row => !newKeys.Contains(Key(row))).Select(row => Beside(row, null)),
        ];
    }

    private static (string, string) Key(AssessedRow row) => (row.Rule.FullName, row.Instance);

    private static ChangedRow Beside(AssessedRow? before, AssessedRow? now) => new()
    {
        Rule = (now ?? before)!.Value.Rule,
        Instance = (now ?? before)!.Value.Instance,
        Item = (now ?? before)!.Value.Item,
        StateBefore = before?.State,
        StateNow = now?.State,
        DueBefore = before?.Due,
        DueNow = now?.Due,
        MetBefore = before?.Met,
        MetNow = now?.Met,
    };

    private static bool Differs(ChangedRow row) =>
        row.StateBefore != row.StateNow || row.DueBefore != row.DueNow || row.MetBefore != row.MetNow;
}

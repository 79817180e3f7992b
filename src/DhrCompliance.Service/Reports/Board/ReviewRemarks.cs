using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Escalations.Wording;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Service.Reports.Board;

/// <summary>What is said of a review beside its picture.</summary>
internal static class ReviewRemarks
{
    public static IEnumerable<string> Of(CaseFile file, Assessment assessment, Rulebook rulebook)
    {
        if (file.KeptSince is null)
        {
            yield return "Loaded history: what is not recorded is no evidence that it did not happen.";
        }

        if (assessment.Editions.Length > 1)
        {
            yield return $"Editions that could govern: {string.Join(", ", assessment.Editions)}.";
        }

        if (assessment.ReopenedOn is { } reopened)
        {
            yield return $"Opened again {DateWords.When(reopened)}.";
        }

        foreach (var title in assessment.Checks
            .Where(row => row.State is CheckState.Fails && !Sensitivity.Tells(row.Rule, rulebook.Vocabulary))
            .Select(row => Explanation.Title(row.Rule, "once", row.Item)))
        {
            yield return $"Out of order: {title}.";
        }

        foreach (var title in assessment.Timescales
            .Where(row => row.State is TimescaleState.Outstanding && !Sensitivity.Tells(row.Rule, rulebook.Vocabulary))
            .Select(row => Explanation.Title(row.Rule, "once", row.Item)))
        {
            yield return $"To be done, without a limit in the source: {title}.";
        }

        if (assessment.Live && assessment.NextChangeOn is { } next)
        {
            yield return $"If nothing is recorded, nothing of it changes before {DateWords.Day(next)}.";
        }

        if (Held(file, assessment, rulebook) is { } held)
        {
            yield return held;
        }
    }

    private static string? Held(CaseFile file, Assessment assessment, Rulebook rulebook)
    {
        var words = rulebook.Vocabulary.Events.Where(kind => kind.Milestone && kind.Of is null).Select(kind => kind.Name).ToHashSet(StringComparer.Ordinal);
        var days = file.Events
            .Where(happened => happened.Item is null && happened.Date.IsDay && happened.Date.Latest <= assessment.AsOf && words.Contains(happened.Event))
            .Select(happened => happened.Date.Latest)
            .ToList();
        if (days.Count < 2 || HeldTime.Of(file, rulebook.Vocabulary, DateInterval.On(days.Min()), DateInterval.On(days.Max())) is not { Total: > 0 } held)
        {
            return null;
        }

        var roles = new RoleNames(rulebook.Vocabulary);
        var safe = new SafeReasons(rulebook.Vocabulary);
        var parts = held.Parts
            .OrderByDescending(part => part.Days)
            .Select(part => $"{(part.IsPause ? $"paused ({safe.Declared(part.Who)!.Replace('-', ' ')})" : roles.Of(safe.Declared(part.Who)))}: {PlainText.Days(part.Days)}")
            .Concat(held.Unexplained > 0 ? [$"not explained: {PlainText.Days(held.Unexplained)}"] : []);
        return $"Whose time it was between the first and the last milestone, inferred from the dates: {string.Join("; ", parts)}.";
    }
}

using DhrCompliance.Assessments;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Reports.Pages.Boards;

/// <summary>An item that is followed to its end: an action, a recommendation, or whatever the vocabulary says concerns the action plan.</summary>
/// <param name="Case">The review.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Item">It.</param>
/// <param name="Done">When what ends it happened; null: it has not.</param>
/// <param name="Due">By when it is due, by the item's own facts; null: no day is recorded.</param>
/// <param name="IsLate">It is open, and its day is certainly past.</param>
internal sealed record FollowedItem(string Case, ItemKind Kind, CaseItem Item, DateInterval? Done, DateInterval? Due, bool IsLate)
{
    /// <summary>The items of reviews, as of a day.</summary>
    public static IEnumerable<FollowedItem> Of(IEnumerable<(CaseFile File, Assessment Assessment)> cases, Vocabulary vocabulary, DateOnly asOf)
    {
        var ends = vocabulary.Events.Where(kind => kind.Of is not null && kind.Concerns.Contains(Concern.ActionPlan)).ToLookup(kind => kind.Of!, kind => kind.Name, StringComparer.Ordinal);
        foreach (var kind in vocabulary.Items.Where(kind => kind.Concerns.Contains(Concern.ActionPlan)))
        {
            var due = vocabulary.Facts.FirstOrDefault(fact => fact.Of == kind.Name && fact.Type is ValueKind.Date && fact.Concerns.Contains(Concern.ActionPlan));
            foreach (var (file, _) in cases)
            {
                foreach (var item in file.Items.Where(item => item.Kind == kind.Name).OrderBy(item => item.Id, StringComparer.Ordinal))
                {
                    var done = file.Events
                        .Where(one => one.Item == item.Id && ends[kind.Name].Contains(one.Event) && one.Date.Earliest <= asOf)
                        .Select(one => (DateInterval?)one.Date).LastOrDefault();
                    DateInterval? by = due is not null && item.Facts.TryGetValue(due.Name, out var text) && PartialDate.TryParse(text, out var date, out _) ? date : null;
                    yield return new(file.Reference, kind, item, done, by, done is null && by is { HasLatest: true } known && known.Latest < asOf);
                }
            }
        }
    }
}

using DhrCompliance.Assessments.Explaining.Changes;
using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Handbooks;

/// <summary>What changed since another rulebook.</summary>
public sealed partial class ChangesSection
{
    [Parameter, EditorRequired]
    public required HandbookParts Parts { get; set; }

    [Parameter, EditorRequired]
    public required RulebookChanges Changes { get; set; }

    private IEnumerable<(string Id, string Title, IReadOnlyCollection<RulebookChange> Changes)> Others =>
        new (string Id, string Title, IReadOnlyCollection<RulebookChange> Changes)[]
        {
            ("changed.paths", "Who is told when", Changes.Paths), ("changed.words", "Words", Changes.Words), ("changed.days", "Working days", Changes.Calendars),
            ("changed.mails", "Mails", Changes.Mails),
        }.Where(part => part.Changes.Count > 0);

    private static IEnumerable<RulebookChange> InOrder(IEnumerable<RulebookChange> changes) => changes.OrderBy(change => change.Weight).ThenBy(change => change.Kind);
}

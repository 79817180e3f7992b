using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining.Changes;
using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Handbooks;

/// <summary>Sentences before and now side by side; the words that differ are underlined and in bold.</summary>
public sealed partial class SentenceTable
{
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    [Parameter, EditorRequired]
    public required ImmutableArray<SentenceChange> Sentences { get; set; }

    /// <summary>True: two rules that both stand now are compared, and not one before and now.</summary>
    [Parameter]
    public bool Beside { get; set; }
}

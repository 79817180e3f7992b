using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Handbooks;

/// <summary>A link to a part of the book, with its number in every medium. What the book has no part for is named and not linked.</summary>
public sealed partial class PartLink
{
    [Parameter, EditorRequired]
    public required HandbookParts Parts { get; set; }

    /// <summary>The anchor.</summary>
    [Parameter, EditorRequired]
    public required string To { get; set; }

    /// <summary>What it is called; null: by its heading.</summary>
    [Parameter]
    public string? Text { get; set; }
}

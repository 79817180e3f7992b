using System.Collections.Immutable;
using DhrCompliance.Service.Reports.Tables;
using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Pages.Audits;

/// <summary>An audit, ready to be laid out. Holds no note, no free text and nothing sensitive.</summary>
public sealed record AuditReport
{
    public required PageTerms Terms { get; init; }

    /// <summary>What matters most.</summary>
    public required string Headline { get; init; }

    /// <summary>That only a part was asked for; null: it is all.</summary>
    public required string? Part { get; init; }

    public required ImmutableArray<string> Remarks { get; init; }

    /// <summary>What was asked.</summary>
    public required ImmutableArray<(string Label, string Value)> Asked { get; init; }

    /// <summary>Rows by state.</summary>
    public required Table Counts { get; init; }

    public required Table Failures { get; init; }

    /// <summary>The cases at a glance; null: they are few enough to be found without.</summary>
    public required Table? Contents { get; init; }

    /// <summary>The cases with their rows, laid out by <see cref="AuditCases"/> as they were assessed, so that a large register is not held whole.</summary>
    public required ImmutableArray<MarkupString> Cases { get; init; }

    /// <summary>Cases of which there is no row to show.</summary>
    public required ImmutableArray<string> Empty { get; init; }

    /// <summary>The rules that the rows are of.</summary>
    public required ImmutableArray<AuditRule> Rules { get; init; }
}

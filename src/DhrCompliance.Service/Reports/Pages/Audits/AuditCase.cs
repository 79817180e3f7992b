using System.Collections.Immutable;

namespace DhrCompliance.Service.Reports.Pages.Audits;

/// <summary>A case with its rows.</summary>
public sealed record AuditCase
{
    public required string Reference { get; init; }

    /// <summary>Its id in the page.</summary>
    public string Id => IdOf(Reference);

    /// <summary>The partnership's name, and others that have a part in it.</summary>
    public required string Where { get; init; }

    public required string Kind { get; init; }

    /// <summary>Live or history, and the edition in force.</summary>
    public required string Standing { get; init; }

    public required ImmutableArray<AuditRow> Rows { get; init; }

    /// <summary>What is left out; empty: nothing.</summary>
    public required string LeftOut { get; init; }

    // Whatever a reference holds, its id has no space in it and is no other's.
    public static string IdOf(string reference) => $"case-{Uri.EscapeDataString(reference)}";
}

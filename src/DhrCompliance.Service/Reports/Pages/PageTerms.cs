using System.Collections.Immutable;

namespace DhrCompliance.Service.Reports.Pages;

/// <summary>What every page says of itself.</summary>
public sealed record PageTerms
{
    /// <summary>What kind of page it is, in a few words.</summary>
    public required string Kind { get; init; }

    /// <summary>Its heading.</summary>
    public required string Heading { get; init; }

    /// <summary>The partnership's name; empty where the page is about all of them.</summary>
    public string Where { get; init; } = "";

    /// <summary>The day it is about.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>True: filled by a demonstration.</summary>
    public bool IsDemo { get; init; }

    /// <summary>For whom it is, above and below; null: for anybody.</summary>
    public string? Marking { get; init; }

    /// <summary>Pages beside this one: what each is called, and where it lies.</summary>
    public ImmutableArray<(string Label, string Href)> Beside { get; init; } = [];

    /// <summary>Under what all of it was assessed: label and value.</summary>
    public ImmutableArray<(string Label, string Value)> Provenance { get; init; } = [];
}

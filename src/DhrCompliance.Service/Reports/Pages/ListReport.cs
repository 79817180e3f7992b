using System.Collections.Immutable;
using DhrCompliance.Service.Reports.Data;
using DhrCompliance.Service.Reports.Tables;

namespace DhrCompliance.Service.Reports.Pages;

/// <summary>A page of tables, ready to be laid out. Holds no note, no free text and nothing sensitive.</summary>
public sealed record ListReport
{
    public required PageTerms Terms { get; init; }

    /// <summary>The one sentence to read if only one is read.</summary>
    public required string Headline { get; init; }

    public ImmutableArray<string> Remarks { get; init; } = [];

    public required ImmutableArray<ListPart> Parts { get; init; }

    /// <summary>What programs read, where the tables of the parts are for people alone; empty: they are for both.</summary>
    public IEnumerable<ReportTable> Data { get; init; } = [];

    /// <summary>Where more is told of what a row's first cell names.</summary>
    public Func<string, string?>? Href { get; init; }
}

/// <summary>Tables under a heading.</summary>
/// <param name="Id">Its id in the page.</param>
/// <param name="Heading">Its heading.</param>
/// <param name="Says">What is said above them; empty: nothing.</param>
/// <param name="Empty">What is said where a table has no row.</param>
/// <param name="Tables">The tables.</param>
public sealed record ListPart(string Id, string Heading, string Says, string Empty, ImmutableArray<Table> Tables);

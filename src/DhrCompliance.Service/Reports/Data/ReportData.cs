using System.Collections.Immutable;
using DhrCompliance.Service.Reports.Pages;

namespace DhrCompliance.Service.Reports.Data;

/// <summary>Everything that a report's page shows, as data: what is said of the whole, and the tables.</summary>
/// <param name="Scope">What it is about.</param>
/// <param name="Terms">What its page says of itself.</param>
/// <param name="Headline">The one sentence to read if only one is read.</param>
/// <param name="Remarks">What must be known beside it.</param>
/// <param name="Tables">The tables; the first is the one that most people want.</param>
public sealed record ReportData(
    ReportScope Scope, PageTerms Terms, string Headline, ImmutableArray<string> Remarks, ImmutableArray<ReportTable> Tables)
{
    /// <summary>The id of the table that says what the report is about.</summary>
    public const string About = "about";

    /// <summary>The tables with the one about the report itself, for forms that have nothing but tables.</summary>
    public IEnumerable<ReportTable> Sheets => Tables.Append(new ReportTable
    {
        Id = About,
        Title = "What this is about, and what it rests on",
        Fields = [new("what"), new("says")],
        Rows = [.. Said().Select(pair => ImmutableArray.Create(Datum.Text(pair.What), Datum.Text(pair.Says)))],
    });

    private IEnumerable<(string What, string? Says)> Said()
    {
        (string What, string? Says)[] own =
        [
            ("report", Scope.Report), ("as of", Datum.Day(Terms.AsOf).Value), ("known at", Scope.KnownAt), ("partnership", Scope.Partnership), ("partnership name", Terms.Where),
            ("case", Scope.Case), ("quarter", Scope.Quarter), ("share-safe", Datum.Flag(Scope.IsShareSafe).Value), ("demonstration", Datum.Flag(Terms.IsDemo).Value),
            ("marking", Terms.Marking), ("headline", Headline),
        ];
        return own.Concat(Remarks.Select(remark => ("remark", (string?)remark))).Concat(Terms.Provenance.Select(entry => (entry.Label.ToLowerInvariant(), (string?)entry.Value)));
    }
}

using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Service.Reports.Board;
using DhrCompliance.Service.Reports.Json;
using DhrCompliance.Service.Reports.Tables;

namespace DhrCompliance.Service.Reports.Pages;

/// <summary>The audit as a page of one table. As on every page, what would tell a sensitive fact is left out, and how much that is is said. Pure.</summary>
internal static class AuditPages
{
    // Room for every column.
    private const int Widest = 200;

    public static ListReport Of(IEnumerable<(CaseFile File, Assessment Assessment)> cases, AuditHeader header, PageTerms terms, bool isAll, StateCounts counts)
    {
        var (safe, hidden) = (new SafeView(header.Rulebook), 0);
        var assessed = cases.Select(one =>
        {
            var (shown, leftOut) = safe.Of(one.Assessment);
            hidden += leftOut;
            return shown;
        });
        var view = new AuditView(AuditTable.Of(assessed, header.Rulebook, header.AsOf), Widest, isAll);
        var table = view.Table with { Rows = [.. view.Table.Rows] };
        return new()
        {
            Terms = terms,
            Headline = counts.Live.Count == 0 ? "No row of a live case." : $"In live cases: {StateSummary.Of(counts.Live)}.",
            Remarks =
            [
                .. counts.Historic.Count > 0 ? [$"Closed or loaded history: {StateSummary.Of(counts.Historic)}."] : Array.Empty<string>(),
                .. view.LeftOut.Count > 0 ? [$"Left out as nothing is asked yet: {StateSummary.Of(view.LeftOut)}."] : Array.Empty<string>(),
                .. SafeView.Told(hidden) is { } told ? [told] : Array.Empty<string>(),
            ],
            Parts = [new("audit", "Rule by rule", "", "There is nothing to show.", [table])],
        };
    }

    /// <summary>Under what all of it was assessed.</summary>
    public static ImmutableArray<(string Label, string Value)> Provenance(AuditHeader header) =>
        [.. BoardReportMaker.Provenance(header.Rulebook, new BoardTerms("", header.AsOf, false, ImmutableDictionary<string, string>.Empty))];
}

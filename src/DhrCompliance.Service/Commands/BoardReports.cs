using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Reports.Board;

namespace DhrCompliance.Service.Commands;

/// <summary>The board's report as a file.</summary>
internal static class BoardReports
{
    public static void Write(
        string path, Invocation invocation, LedgerDatabase ledger, IReadOnlyList<(CaseFile File, Assessment Assessment)> assessed, Rulebook rulebook, DateOnly day)
    {
        var names = ledger.Rows().Partnerships.ToDictionary(row => row.Id, row => row.Name, StringComparer.Ordinal);
        var title = assessed.Select(one => one.File.Partnership).GroupBy(id => id, StringComparer.Ordinal).MaxBy(group => group.Count())?.Key is { } main ? names.GetValueOrDefault(main, main) : "Reviews";
        var report = BoardReportMaker.Of(assessed, rulebook, new BoardTerms(title, day, ledger.IsDemo, names));
        Documents.WriteText(path, invocation, text => text.Write(BoardHtml.RenderAsync(report).GetAwaiter().GetResult()));
    }
}

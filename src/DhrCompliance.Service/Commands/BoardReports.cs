using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Reports.Board;

namespace DhrCompliance.Service.Commands;

/// <summary>The report to the board of the partnership with the most cases, as a file.</summary>
internal static class BoardReports
{
    public static void Write(
        string path, Invocation invocation, LedgerDatabase ledger, IReadOnlyList<(CaseFile File, Assessment Assessment)> assessed, Rulebook rulebook, DateOnly day)
    {
        var names = ledger.Rows().Partnerships.ToDictionary(row => row.Id, row => row.Name, StringComparer.Ordinal);
        var main = assessed.Select(one => one.File.Partnership).GroupBy(id => id, StringComparer.Ordinal).MaxBy(group => group.Count())?.Key;
        var title = main is null ? "Reviews" : names.GetValueOrDefault(main, main);
        var report = BoardReportMaker.Of([.. assessed.Where(one => Subjects.IsOf(one.File, main))], rulebook, new BoardTerms(title, day, ledger.IsDemo, names));
        Documents.WriteText(path, invocation, text => text.Write(BoardHtml.RenderAsync(report).GetAwaiter().GetResult()));
    }
}

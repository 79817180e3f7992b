using System.Collections.Immutable;
using DhrCompliance.Service.Reports.Board;
using DhrCompliance.Service.Reports.Tables;

namespace DhrCompliance.Service.Reports.Impact;

/// <summary>The impact of a changed rulebook as one page of HTML that needs nothing else.</summary>
public static class ImpactHtml
{
    public static Task<string> RenderAsync(ImpactReport report) =>
        BoardHtml.RenderAsync<ImpactPage>(new Dictionary<string, object?> { [nameof(ImpactPage.Report)] = report });

    internal static IEnumerable<(string Label, string Value)> Provenance(ImpactReport report)
    {
        yield return ("Rules in force", report.Before.Hash);
        yield return report.Draft is { } draft ? ("Beside them, the draft", draft) : ("Compared with", report.Now.Hash);
    }

    internal static Table Failures(ImpactReport report) => new()
    {
        Title = "What could not be assessed, or not whole",
        Columns = [new("case"), new("rule"), new("what is wrong")],
        Rows = report.Failures.Select(failure => ImmutableArray.Create(failure.Case, failure.Rule ?? string.Empty, failure.Error)),
    };
}

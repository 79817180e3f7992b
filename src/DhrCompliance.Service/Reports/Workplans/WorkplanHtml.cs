using DhrCompliance.Service.Reports.Board;

namespace DhrCompliance.Service.Reports.Workplans;

/// <summary>A plan as one page of HTML that needs nothing else.</summary>
public static class WorkplanHtml
{
    public static Task<string> RenderAsync(WorkplanReport report) =>
        BoardHtml.RenderAsync<WorkplanPage>(new Dictionary<string, object?> { [nameof(WorkplanPage.Report)] = report });
}

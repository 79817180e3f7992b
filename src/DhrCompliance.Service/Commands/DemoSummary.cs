using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Service.Reports;
using DhrCompliance.Service.Settings;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Commands;

/// <summary>What a demonstration left, where it lies, and what to try next.</summary>
internal static class DemoSummary
{
    public static void Say(Invocation invocation, ServiceSettings settings, string folder, IReadOnlyList<(CaseFile File, Assessment Assessment)> assessed)
    {
        var counts = new StateCounts();
        foreach (var (_, assessment) in assessed)
        {
            counts.Add(assessment);
        }

        var mails = Directory.Exists(settings.Pickup.Path) ? Directory.EnumerateFiles(settings.Pickup.Path, "*.eml").Count() : 0;
        var reviews = assessed.Where(one => one.File.Kind == SubjectKind.Review).ToList();
        var live = reviews.Count(one => one.Assessment.Live);
        invocation.Say();
        invocation.Say($"A fictional borough with {reviews.Count} reviews, {live} of them live. In the live ones:");
        invocation.Say($"  {StateSummary.Of(counts.Live)}.");
        invocation.Say();
        invocation.Say($"  Report    {Path.Combine(folder, "report.html")}");
        invocation.Say("            a page for its board: open it in a browser");
        invocation.Say($"  Mails     {settings.Pickup.Path}");
        invocation.Say($"            {Recorded.Counted(mails, "mail")} that would have gone out: open one in a mail program");
        invocation.Say($"  Register  {settings.Ledger.Path}");
        invocation.Say();
        invocation.Say("Try next:");
        var ledger = $"--ledger \"{settings.Ledger.Path}\"";
        var worst = assessed.FirstOrDefault(one => one.Assessment.Live && one.Assessment.Timescales.Any(row => row.State == TimescaleState.Overdue)).File ?? assessed[0].File;
        invocation.Say($"  dhr explain {worst.Reference} {ledger}");
        invocation.Say($"  dhr audit --state cannot-tell --format list {ledger}");
        invocation.Say($"  dhr outbox list {ledger}");
        invocation.Say($"  dhr rules check");
        invocation.Say("(From a checkout, 'dhr' is 'dotnet run --project src/DhrCompliance.Service --'.)");
    }
}

using DhrCompliance.Service.Post;
using DhrCompliance.Service.Sweeps;

namespace DhrCompliance.Service.Commands;

/// <summary>What a sweep did, in lines for a person.</summary>
internal static class SweepLines
{
    public static string Summary(SweepReport report, DrainReport sent)
    {
        var held = report.Mails.Count(mail => mail.Held);
        return $"{Start(report)}, {Recorded.Counted(sent.Accepted, "mail")} sent" + (held > 0 ? $", {held} held for approval" : "") + ".";
    }

    /// <summary>Where nothing could be sent.</summary>
    public static string Planned(SweepReport report) => $"{Start(report)}.";

    private static string Start(SweepReport report) =>
        $"{Invocation.Text(report.Day)}: {Recorded.Counted(report.Assessed, "case")} assessed{(report.IsFull ? "" : " (the others had not changed)")}, "
        + $"{Recorded.Counted(report.Notices, "notice")} planned";

    public static void Failures(Invocation invocation, SweepReport report)
    {
        foreach (var failure in report.Failures)
        {
            invocation.Complain($"dhr: {failure.Case}{(failure.Rule is null ? "" : $", {failure.Rule}")}: {failure.Error}");
        }
    }

    public static void Vacancies(Invocation invocation, SweepReport report, ISet<string>? said = null)
    {
        foreach (var role in report.Vacancies.GroupBy(vacancy => (vacancy.Role, vacancy.Partnership)))
        {
            var cases = role.Select(vacancy => vacancy.Reference).Distinct().Order(StringComparer.Ordinal).ToList();
            var line = $"Nobody holds the role {role.Key.Role} for {role.Key.Partnership}: what is to be told waits for an address ({string.Join(", ", cases)}). Add a contact.";
            if (said is null || said.Add(line))
            {
                invocation.Say(line);
            }
        }
    }
}

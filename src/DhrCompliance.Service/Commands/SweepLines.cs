using DhrCompliance.Service.Ledger;
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

    /// <summary>Roles that nobody holds: of the cases looked at, and of those that were not and still wait.</summary>
    public static void Vacancies(Invocation invocation, SweepReport report, IReadOnlyList<PlannedNotice> waiting, ISet<string>? said = null)
    {
        var vacant = report.Vacancies.Select(vacancy => (vacancy.Role, vacancy.Reference))
            .Concat(waiting.Select(notice => (notice.Role, Reference: notice.Subject)))
            .Distinct();
        foreach (var role in vacant.GroupBy(one => one.Role, StringComparer.Ordinal).OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            var cases = role.Select(one => one.Reference).Order(StringComparer.Ordinal);
            var line = $"Nobody holds the role {role.Key}: what is to be told waits for an address ({string.Join(", ", cases)}). Add a contact.";
            if (said is null || said.Add(line))
            {
                invocation.Say(line);
            }
        }
    }
}

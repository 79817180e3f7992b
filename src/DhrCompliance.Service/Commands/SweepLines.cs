using DhrCompliance.Escalations.Reach;
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
        var post = sent.LeftTo is { } other ? $"what waits is sent by another ({other})" : $"{Recorded.Counted(sent.Accepted, "mail")} sent{(sent.ToldBefore > 0 ? $", {sent.ToldBefore} told before by the journal and not sent" : "")}";
        return $"{Start(report)}, {post}" + (held > 0 ? $", {held} held for approval" : "") + ".";
    }

    private static string Start(SweepReport report) =>
        $"{Invocation.Text(report.Day)}: {Recorded.Counted(report.Assessed, "case")} assessed{(report.IsFull ? "" : " (the others had not changed)")}, "
        + $"{Recorded.Counted(report.Notices, "notice")} planned";

    /// <summary>Mails that were not accepted, each with what comes next.</summary>
    public static void Undelivered(Invocation invocation, DrainReport sent)
    {
        foreach (var mail in sent.Deferred)
        {
            invocation.Complain($"dhr: delivery {mail.Id} to {mail.Address} was refused for now and is tried again after {Invocation.Text(mail.NextAttempt!.Value)}: {mail.Answer}");
        }

        foreach (var mail in sent.Failed)
        {
            invocation.Complain($"dhr: delivery {mail.Id} to {mail.Address} failed: {mail.Answer.TrimEnd('.')}. Once the server is mended: 'dhr outbox retry {mail.Id}'; if the address is wrong: correct the contact, then 'dhr outbox discard {mail.Id} --reason TEXT'");
        }

        foreach (var mail in sent.Unknown)
        {
            invocation.Complain($"dhr: delivery {mail.Id} to {mail.Address} may have arrived or not: {mail.Answer} Then 'dhr outbox retry {mail.Id}', or 'dhr outbox discard {mail.Id} --reason TEXT'.");
        }
    }

    /// <summary>More mails than go by themselves.</summary>
    public static void HeldBack(Invocation invocation, SweepReport report)
    {
        if (report.HeldBack > 0)
        {
            invocation.Complain($"dhr: {Recorded.Counted(report.HeldBack, "mail")} of {report.Mails.Count} {(report.HeldBack == 1 ? "is" : "are")} held, because one sweep sends no more by itself than Post:MaxPerSweep says. Look whether they are meant: 'dhr outbox list --held'; then 'dhr outbox approve', or mend the rule or the import and discard them.");
        }
    }

    public static void Failures(Invocation invocation, SweepReport report)
    {
        foreach (var failure in report.Failures)
        {
            invocation.Complain($"dhr: {failure.Case}{(failure.Rule is null ? "" : $", {failure.Rule}")}: {failure.Error}");
        }
    }

    /// <summary>Roles that no mail reaches: of the cases looked at, and of those that were not and still wait.</summary>
    public static void Vacancies(Invocation invocation, SweepReport report, IReadOnlyList<PlannedNotice> waiting, ISet<string>? said = null)
    {
        var all = report.Gaps.Concat(waiting
            .Where(notice => !report.Gaps.Any(gap => gap.Waits && gap.Role == notice.Role && gap.Reference == notice.Subject))
            .Select(notice => new Gap(notice.Role, notice.Subject, "", Unreached.Vacant, Waits: true)));
        foreach (var line in Gaps(all))
        {
            if (said is null || said.Add(line))
            {
                invocation.Say(line);
            }
        }
    }

    /// <summary>A line for each role and what becomes of what is meant for it.</summary>
    public static IEnumerable<string> Gaps(IEnumerable<Gap> gaps) => gaps
        .GroupBy(gap => (gap.Role, gap.Because, gap.Waits))
        .OrderBy(role => role.Key.Role, StringComparer.Ordinal).ThenBy(role => role.Key.Because).ThenByDescending(role => role.Key.Waits)
        .Select(role =>
        {
            var cases = string.Join(", ", role.Select(gap => gap.Reference).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
            var what = role.Key.Waits ? "what is to be told waits for an address" : "others are told instead";
            return role.Key.Because == Unreached.NotAllowed
                ? $"Post:Allowed refuses whoever holds the role {role.Key.Role}: {what} ({cases}). Correct the contact, or the setting."
                : $"Nobody holds the role {role.Key.Role}: {what} ({cases}). Add a contact.";
        });
}

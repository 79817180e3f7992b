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

using System.CommandLine;
using DhrCompliance.Escalations;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Commands.Adoption;
using DhrCompliance.Service.Intake.Cells;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Settings;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr mail test</c>: whether mails arrive.</summary>
internal static class MailCommand
{
    public static Command Create(Invocation invocation, Shared shared) => new("mail", "Whether mails arrive.") { Test(invocation, shared) };

    private static Command Test(Invocation invocation, Shared shared)
    {
        var role = new Argument<string?>("ROLE") { Description = "A role, whose holders are written to", Arity = ArgumentArity.ZeroOrOne };
        var partnership = new Option<string?>("--partnership") { Description = "Who holds it for this partnership (default: the only one)", HelpName = "ID" };
        var about = new Option<string?>("--case") { Description = "Who holds it for this case", HelpName = "REF" };
        var to = new Option<string?>("--to") { Description = "This address instead of a role's", HelpName = "ADDRESS" };
        var command = new Command("test", """
            Sends a test mail, now, the way that the settings say, and tells what the server answered. The register does not keep it. Exit code 5 where it was not accepted.

            Examples:
              dhr mail test ROLE --partnership bexley
              dhr mail test ROLE --case BEX-2026-01
              dhr mail test --to someone@example.org
            """)
        {
            role, partnership, about, to,
        };
        command.SetAction(parsed =>
        {
            using var heeded = Interruption.Heeded();
            var settings = shared.Settings(parsed, invocation);
            var (name, address) = (parsed.GetValue(role), parsed.GetValue(to));
            if ((name is null) == (address is null) || (address is not null && (parsed.GetValue(about) ?? parsed.GetValue(partnership)) is not null))
            {
                throw new UsageException("Name a role, with --partnership or --case; or an address with --to.");
            }

            return address is not null
                ? Send(invocation, settings, [address], "It was sent to this address by hand.")
                : ToRole(invocation, settings, name!, parsed.GetValue(about), parsed.GetValue(partnership));
        });
        return command;
    }

    private static int ToRole(Invocation invocation, ServiceSettings settings, string role, string? about, string? partnership)
    {
        using var ledger = LedgerDatabase.Open(settings.Ledger.Path, OpenMode.ReadOnly, invocation.Clock);
        var concern = about is null ? Of(ledger, partnership) : Of(ledger, about, partnership);
        var rulebook = RulesInUse.For(settings, ledger, invocation);
        var recipients = Recipients.Of(role, concern, Outbox.Book(ledger.Contacts(), new CurrentNames(rulebook)), invocation.Today);
        var roles = rulebook.Vocabulary.Roles.Select(one => one.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var vacancy in recipients.Vacancies)
        {
            var hint = roles.Contains(role) ? ": add a contact (contacts.csv, then dhr import)."
                : Nearest.Hint(role, roles) is { Length: > 0 } near ? near
                : $": the vocabulary has no such role. Its roles are {string.Join(", ", roles.Order(StringComparer.Ordinal))}.";
            invocation.Complain($"dhr: nobody holds the role {role} for {vacancy.Reference} on {Invocation.Text(invocation.Today)}{hint}");
        }

        return recipients.Addresses.IsEmpty
            ? ExitCode.Partly
            : Math.Max(
                recipients.Vacancies.IsEmpty ? ExitCode.Done : ExitCode.Partly,
                Send(invocation, settings, recipients.Addresses, $"It was sent to whoever holds the role {role} for {concern.Reference}."));
    }

    private static Concern Of(LedgerDatabase ledger, string? partnership)
    {
        Subjects.RequirePartnership(ledger, partnership);
        var all = ledger.Rows().Partnerships;
        return partnership is not null ? new Concern(partnership, [partnership], [])
            : all is [var only] ? new Concern(only.Id, [only.Id], [])
            : throw new UsageException($"Say for which partnership or case: --partnership {string.Join('|', all.Select(row => row.Id).Order(StringComparer.Ordinal))}, or --case REF.");
    }

    private static Concern Of(LedgerDatabase ledger, string reference, string? partnership)
    {
        var found = ledger.Rows().Cases.FirstOrDefault(row => row.Reference == reference) ?? throw Subjects.NoCase(ledger, reference);
        Subjects.RequirePartnership(ledger, partnership);
        return new Concern(reference, [partnership ?? found.Partnership], []);
    }

    private static int Send(Invocation invocation, ServiceSettings settings, IReadOnlyList<string> addresses, string why)
    {
        using var transport = Transports.Of(settings, invocation.Clock);
        transport.Open(invocation.Stop).GetAwaiter().GetResult();
        var code = ExitCode.Done;
        foreach (var address in addresses)
        {
            var now = invocation.Clock.GetUtcNow();
            var told = transport.Send(TestMail.To(address, why, settings.From, now), now, invocation.Stop).GetAwaiter().GetResult();
            invocation.Stop.ThrowIfCancellationRequested();
            if (told.Outcome == HandoverOutcome.Accepted)
            {
                invocation.Say($"{address}: accepted: {told.Answer}");
                continue;
            }

            invocation.Complain($"dhr: {address}: {Word(told.Outcome)}: {told.Answer}");
            code = ExitCode.Partly;
        }

        return code;
    }

    private static string Word(HandoverOutcome outcome) => outcome switch
    {
        HandoverOutcome.Temporary => "refused for now",
        HandoverOutcome.Permanent => "refused",
        HandoverOutcome.Unreachable => "not sent",
        _ => "may have arrived or not",
    };
}

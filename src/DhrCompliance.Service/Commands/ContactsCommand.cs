using System.CommandLine;
using DhrCompliance.Assessments;
using DhrCompliance.Escalations.Reach;
using DhrCompliance.Service.Commands.Adoption;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Reports.Contacts;
using DhrCompliance.Service.Reports.Tables;
using DhrCompliance.Service.Settings;
using DhrCompliance.Service.Sweeps;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr contacts</c>: who would be written to, which roles nobody holds, and who ends soon.</summary>
internal static class ContactsCommand
{
    public static Command Create(Invocation invocation, Shared shared)
    {
        var asOf = Shared.AsOf();
        var partnership = new Option<string?>("--partnership") { Description = "Only this partnership", HelpName = "ID" };
        var about = new Option<string?>("--case") { Description = "Only this case, with all partnerships that are told of it", HelpName = "REF" };
        var format = new Option<string>("--format") { Description = "table, list, csv or json", DefaultValueFactory = _ => "table", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong("table", "list", "csv", "json");
        var command = new Command("contacts", """
            Shows for every role that an escalation path could write to who would get the mail, and by which row of the contacts: the case's own
            come first, then the agency's, then the partnership's. States: ok, vacant, ends-soon (within 30 days, and nobody follows), not-allowed.

            Examples:
              dhr contacts
              dhr contacts --case BEX-2026-01
              dhr contacts --partnership bexley --as-of 2027-01-04 --format csv
            """)
        {
            asOf, partnership, about, format,
        };
        command.SetAction(parsed =>
        {
            var settings = shared.Settings(parsed, invocation);
            var day = Shared.Day(parsed.GetValue(asOf), invocation);
            using var ledger = LedgerDatabase.Open(settings.Ledger.Path, OpenMode.ReadOnly, invocation.Clock);
            Subjects.RequirePartnership(ledger, parsed.GetValue(partnership));
            var compiled = CompiledRulebook.Compile(RulesInUse.For(settings, ledger, invocation));
            var survey = new RoleSurvey(compiled.Rulebook, Outbox.Book(ledger.Contacts(), compiled.Names), day);
            var found = parsed.GetValue(about) is { } reference
                ? OfCase(invocation, ledger, compiled, survey, reference, day).Where(one => parsed.GetValue(partnership) is not { } only || one.Partnership == only)
                : OfPartnerships(ledger, compiled, survey, parsed.GetValue(partnership), day);
            var lines = found.Select(reach => ContactLine.Of(reach, AllowedAddresses.Of(settings.Post).Allows, day)).ToList();
            Write(parsed.GetValue(format)!, invocation, settings, lines, day);
            return ExitCode.Done;
        });
        return command;
    }

    private static IEnumerable<RoleReach> OfCase(
        Invocation invocation, LedgerDatabase ledger, CompiledRulebook compiled, RoleSurvey survey, string reference, DateOnly day)
    {
        var assessed = CaseAssessor.Assess(Subjects.Files(ledger, [reference], null), compiled, day, []).ToList();
        if (assessed is not [var (file, assessment)])
        {
            throw new UsageException($"{reference} could not be assessed: 'dhr explain {reference}' says why.");
        }

        if (!assessment.Live)
        {
            invocation.Say($"{reference} is not live: nobody is written to about it.");
        }

        return survey.Of(file, assessment);
    }

    private static IEnumerable<RoleReach> OfPartnerships(LedgerDatabase ledger, CompiledRulebook compiled, RoleSurvey survey, string? only, DateOnly day)
    {
        var rows = ledger.Rows();
        var live = CaseAssessor.Assess(ledger.CaseFiles().Where(file => Subjects.IsOf(file, only)), compiled, day, []).Where(one => one.Assessment.Live).ToList();
        return from row in rows.Partnerships
               where only is null || row.Id == only
               orderby row.Id
               let told = live.Where(one => Escalations.Concerns.Of(one.File, null).Partnerships.Contains(row.Id)).ToList()
               from reach in survey.Of(row.Id, Adopted(rows, row.Id, day), told)
               select reach;
    }

    private static HashSet<string> Adopted(RegisterRows rows, string partnership, DateOnly day)
    {
        var today = Invocation.Text(day);
        return [.. rows.Protocols
            .Where(row => row.Partnership == partnership && string.CompareOrdinal(row.From ?? "", today) <= 0
                && (string.IsNullOrEmpty(row.Until) || string.CompareOrdinal(row.Until, today) >= 0))
            .Select(row => row.Pack)];
    }

    private static void Write(string format, Invocation invocation, ServiceSettings settings, List<ContactLine> lines, DateOnly day)
    {
        switch (format)
        {
            case "json":
                invocation.Show(ContactTables.Json(lines, day));
                return;
            case "csv":
                CsvTable.Write(invocation.Output, ContactTables.Of(lines, day));
                return;
            case "list":
                ListTable.Write(invocation.Output, ContactTables.Of(lines, day));
                return;
        }

        foreach (var partnership in lines.GroupBy(line => line.Partnership))
        {
            var table = ContactTables.Brief(partnership, day);
            TerminalTable.Write(invocation.Output, table with { Title = $"{partnership.Key}: {char.ToLowerInvariant(table.Title[0])}{table.Title[1..]}" }, Looks.Of(invocation));
        }

        invocation.Show(settings.Post.Operator is { } address
            ? $"{Escalations.Recipients.Operator}: {address} (Post:Operator)"
            : $"{Escalations.Recipients.Operator}: nobody is told of trouble: set Post:Operator to an address.");
        var wrong = lines.Where(line => line.State != ContactLine.Ok).GroupBy(line => line.State).OrderBy(state => state.Key, StringComparer.Ordinal);
        invocation.Say($"{Recorded.Counted(lines.Count, "line")}{string.Concat(wrong.Select(state => FormattableString.Invariant($", {state.Count()} {state.Key}")))}.");
    }
}

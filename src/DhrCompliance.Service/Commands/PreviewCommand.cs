using System.CommandLine;
using DhrCompliance.Service.Commands.Adoption;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Reports.Tables;
using DhrCompliance.Service.Settings;
using DhrCompliance.Service.Sweeps;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr preview</c>: every mail that would go out, by person and day, if nothing is recorded.</summary>
internal static class PreviewCommand
{
    private const int Usual = 60;

    // Beyond two years the holidays are known for no country.
    private const int Most = 731;

    public static Command Create(Invocation invocation, Shared shared)
    {
        var days = new Option<int>("--days") { Description = $"How many days, today included (default: {Usual})", DefaultValueFactory = _ => Usual, HelpName = "N" };
        var partnership = new Option<string?>("--partnership") { Description = "Only mails that tell something of this partnership or its cases, joint ones too", HelpName = "ID" };
        var format = new Option<string>("--format") { Description = "table, list, csv or json", DefaultValueFactory = _ => "table", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong("table", "list", "csv", "json");
        var command = new Command("preview", """
            Every mail that would go out in the coming days, by person and day, if nothing more is recorded and every mail arrives: the sweeps
            themselves, day after day, over a copy that is thrown away. Writes nothing, sends nothing.

            Examples:
              dhr preview
              dhr preview --days 14 --partnership bexley
              dhr preview --format csv > mails.csv
            """)
        {
            days, partnership, format,
        };
        command.SetAction(parsed =>
        {
            using var heeded = Interruption.Heeded();
            var settings = shared.Settings(parsed, invocation);
            var count = parsed.GetValue(days);
            if (count is < 1 or > Most)
            {
                throw new UsageException(FormattableString.Invariant($"--days is {count}: give 1 to {Most}."));
            }

            using var ledger = LedgerDatabase.Open(settings.Ledger.Path, OpenMode.ReadOnly, invocation.Clock);
            Subjects.RequirePartnership(ledger, parsed.GetValue(partnership));
            using var previewing = new Previewing(ledger, Rules(settings, ledger, invocation), settings.From, PostTerms.Of(settings.Post), invocation.Clock.GetUtcNow());
            var isAbout = About(ledger, parsed.GetValue(partnership));
            List<PreviewedMail> mails = [.. previewing.Of(invocation.Today, count, invocation.Stop).Where(mail => mail.About.Any(isAbout))
                .OrderBy(mail => mail.Address, StringComparer.OrdinalIgnoreCase).ThenBy(mail => mail.Day)];
            Write(parsed.GetValue(format)!, invocation, mails, invocation.Today.AddDays(count - 1));
            foreach (var failure in previewing.Failures)
            {
                invocation.Complain($"dhr: {failure.Case}{(failure.Rule is null ? "" : $", {failure.Rule}")}: {failure.Error}");
            }

            foreach (var line in SweepLines.Gaps(previewing.Gaps))
            {
                invocation.Complain($"dhr: {line}");
            }

            return previewing.Failures.Count > 0 ? ExitCode.Partly : ExitCode.Done;
        });
        return command;
    }

    /// <summary>Those in force; of a folder that is named, that one's.</summary>
    private static RulesNow Rules(ServiceSettings settings, LedgerDatabase ledger, Invocation invocation)
    {
        // Says where the folder holds others.
        RulesInUse.For(settings, ledger, invocation);
        return new RulesInForce(settings, new Act("preview", invocation.User, invocation.Host, Invocation.Version), invocation.User, settings.AreRulesNamed).Now(ledger);
    }

    private static Func<string, bool> About(LedgerDatabase ledger, string? partnership)
    {
        if (partnership is null)
        {
            return _ => true;
        }

        var subjects = ledger.CaseFiles().Where(file => Subjects.IsOf(file, partnership)).Select(file => file.Reference).Append(partnership).ToHashSet(StringComparer.Ordinal);
        return subjects.Contains;
    }

    private static void Write(string format, Invocation invocation, List<PreviewedMail> mails, DateOnly last)
    {
        switch (format)
        {
            case "json":
                invocation.Show(PreviewTable.Json(mails, invocation.Today, last));
                return;
            case "csv":
                CsvTable.Write(invocation.Output, PreviewTable.Of(mails));
                return;
            case "list":
                ListTable.Write(invocation.Output, PreviewTable.Of(mails));
                return;
        }

        if (mails.Count > 0)
        {
            TerminalTable.Write(invocation.Output, PreviewTable.Brief(mails), Looks.Of(invocation));
        }

        var held = mails.Count(mail => mail.IsHeld);
        var people = mails.Where(mail => !mail.IsHeld).Select(mail => mail.Address).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        invocation.Say($"Until {Invocation.Text(last)}, if nothing more is recorded: {Recorded.Counted(mails.Count - held, "mail")} to {(people == 1 ? "1 person" : FormattableString.Invariant($"{people} people"))}{(held > 0 ? FormattableString.Invariant($", and {held} that would be held for approval") : "")}. Nothing was written or sent.");
    }
}

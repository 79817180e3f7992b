using System.CommandLine;
using DhrCompliance.Assessments;
using DhrCompliance.Scenarios.Impact;
using DhrCompliance.Service.Commands.Adoption;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr rules impact</c>: what a changed rules folder would do to the register's cases. Writes nothing to it.</summary>
internal static class ImpactCommand
{
    private static readonly string[] Formats = ["table", "json", "html"];

    public static Command Create(Invocation invocation, Shared shared)
    {
        var with = new Option<string>("--with") { Description = "The changed rules folder", Required = true, HelpName = "DIR" };
        var asOf = Shared.AsOf();
        var cases = new Option<string[]>("--case") { Description = "Only these cases", HelpName = "REF", AllowMultipleArgumentsPerToken = true };
        var partnership = new Option<string?>("--partnership") { Description = "Only this partnership's cases, joint ones too", HelpName = "ID" };
        var format = new Option<string>("--format") { Description = "table, json or html", DefaultValueFactory = _ => "table", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong(Formats);
        var output = new Option<string?>("--out") { Description = "Write to this file", HelpName = "FILE" };
        var command = new Command("impact", """
            Lays a changed rules folder beside the rules in force, over every case of the register: which states and due dates differ, which
            breaches appear or vanish, and who would newly be written to. Changes nothing and mails nobody.
            Exit code 1 when anything differs, 0 when nothing does, 3 when a rule file of DIR is wrong, 5 when something could not be assessed.

            Examples:
              dhr rules impact --with ./proposed
              dhr rules impact --with ./proposed --as-of 2027-04-01 --format html --out impact.html
            """)
        {
            with, asOf, cases, partnership, format, output,
        };
        command.SetAction(parsed =>
        {
            var settings = shared.Settings(parsed, invocation);
            var day = Shared.Day(parsed.GetValue(asOf), invocation);
            var folder = Path.GetFullPath(parsed.GetValue(with)!, invocation.Surroundings.WorkingFolder);
            if (!Directory.Exists(folder))
            {
                throw new UsageException($"There is no folder {folder}: --with names the folder of changed rules, a copy of {settings.Rules.Path} with the change made in it.");
            }

            var now = CompiledRulebook.Compile(RulesFolder.Read(folder));
            using var ledger = LedgerDatabase.Open(settings.Ledger.Path, OpenMode.ReadOnly, invocation.Clock);
            var before = CompiledRulebook.Compile(RulesInUse.For(settings, ledger, invocation));
            Subjects.RequirePartnership(ledger, parsed.GetValue(partnership));
            var files = parsed.GetValue(cases) is { Length: > 0 } named ? Subjects.Files(ledger, named, null) : ledger.CaseFiles();
            files = Progress.Over(invocation, "Comparing", () => ledger.CountSubjects(), files);
            return ImpactDocuments.Write(
                invocation, ledger, new RulebookImpact(before, now), files.Where(file => Subjects.IsOf(file, parsed.GetValue(partnership))),
                new ImpactTerms("What a changed rulebook does", day), parsed.GetValue(format)!, parsed.GetValue(output));
        });
        return command;
    }
}

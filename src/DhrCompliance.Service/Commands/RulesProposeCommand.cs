using System.CommandLine;
using DhrCompliance.Service.Commands.Adoption;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr rules propose</c>: a named person hands in changed rules.</summary>
internal static class RulesProposeCommand
{
    public static Command Create(Invocation invocation, Shared shared)
    {
        var with = new Option<string?>("--with") { Description = "The folder of changed rules (default: the folder of rule files)", HelpName = "DIR" };
        var command = new Command("propose", """
            Checks changed rules, runs their scenarios, computes what they do to the register's cases, and records the proposal with its page. It takes
            force when another person adopts it. Exit code 3 when a rule file is wrong, 1 when a scenario is not as expected; nothing is proposed then.

            Examples:
              dhr rules propose --by "A Jones"
              dhr rules propose --with ./changed --by "A Jones"
            """)
        {
            with,
        };
        command.SetAction(parsed =>
        {
            var settings = shared.Settings(parsed, invocation);
            var by = RulesAdoptCommand.Name(parsed.GetValue(shared.By), "proposes");
            var folder = parsed.GetValue(with) is { } named ? Path.GetFullPath(named, invocation.Surroundings.WorkingFolder) : settings.Rules.Path;
            RulesFolder.Read(folder);
            using var ledger = LedgerDatabase.Open(settings.Ledger.Path, OpenMode.Write, invocation.Clock);
            if (ledger.Rulebooks() is not { InForce: { } inForce } standing)
            {
                throw new UsageException("No rulebook is in force yet: the first sweep ('dhr run', or 'dhr serve') adopts the one in the folder of rule files.");
            }

            var act = new Act("rules propose", by, invocation.Host, Invocation.Version);
            var candidate = FolderCandidate.Of(RulesFolder.Files(folder), settings, RulebookStep.Command, by, $"the folder {RulesCommand.Shown(folder, invocation)}");
            if (candidate.Hash == inForce)
            {
                invocation.Say($"{RulesCommand.Shown(folder, invocation)} holds the rules in force ({Hashes.Short(inForce)}): there is nothing to propose.");
                return ExitCode.Done;
            }

            var desk = new RulesDesk(settings, act, invocation.User, invocation.Clock);
            var verdict = desk.Propose(candidate, standing.LastOf(RulebookStep.Command), ledger, new RulesInForce(settings, act, invocation.User).Basis(ledger)!)
                ?? throw new UsageException("Something else was proposed or adopted in this very moment: 'dhr rules proposals' shows what; then propose again.");
            if (!verdict.IsGood)
            {
                ScenarioLines.Show(verdict.Failing, RulesCommand.Shown(folder, invocation), invocation);
                return ExitCode.Found;
            }

            invocation.Say($"Proposed: {Hashes.Short(candidate.Hash)}. {verdict.Detail}");
            invocation.Say($"Case by case: {candidate.Page}");
            invocation.Say(ledger.Rulebooks().InForce == candidate.Hash ? "It is in force, as the settings have it." : $"It takes force when a person other than {by} adopts it: {Pages.Adopting(candidate.Hash)}");
            RulesAtRun.Tell(settings, act, ledger.Rulebooks(), invocation);
            return ExitCode.Done;
        });
        return command;
    }
}

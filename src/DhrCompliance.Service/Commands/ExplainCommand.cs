using System.CommandLine;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Service.Commands.Adoption;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Reports.Json;
using DhrCompliance.Service.Sweeps;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr explain</c>: why each thing is as it is, and what would change it next.</summary>
internal static class ExplainCommand
{
    private const int Widest = 100;

    public static Command Create(Invocation invocation, Shared shared)
    {
        var reference = new Argument<string>("CASE") { Description = "The case reference" };
        var rule = new Argument<string?>("RULE") { Description = "Only this rule: its id, or pack/id", Arity = ArgumentArity.ZeroOrOne };
        var asOf = Shared.AsOf();
        var knowledge = new Knowledge();
        var all = new Option<bool>("--all") { Description = "Also what is done, or as it should be, at length" };
        var format = new Option<string>("--format") { Description = "text or json: the same sentences", DefaultValueFactory = _ => "text", HelpName = "FORMAT" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("explain", """
            Says why each rule of a case is as it is, what is missing, and what happens next and when.

            Examples:
              dhr explain BEX-2026-01
              dhr explain BEX-2026-01 --all
              dhr explain BEX-2026-01 submit --as-of 2026-12-31
              dhr explain BEX-2026-01 --known-at 2026-03-03 --format json
            """)
        {
            reference, rule, asOf, knowledge.KnownAt, knowledge.Claimed, all, format,
        };
        command.SetAction(parsed =>
        {
            var settings = shared.Settings(parsed, invocation);
            var day = Shared.Day(parsed.GetValue(asOf), invocation);
            using var ledger = LedgerDatabase.Open(settings.Ledger.Path, OpenMode.ReadOnly, invocation.Clock);
            var compiled = CompiledRulebook.Compile(RulesInUse.For(settings, ledger, invocation));
            var named = parsed.GetValue(reference)!;
            var only = parsed.GetValue(rule);
            RuleNames.Require(compiled.Rulebook, only);
            var file = ledger.CaseFiles([named], knowledge.Take(parsed, ledger, invocation)).FirstOrDefault();
            if (file is null)
            {
                var code = Unreadable(invocation, ledger, named);
                return code != ExitCode.Done ? code : throw Subjects.NoCase(ledger, named);
            }

            file = compiled.Current(file);
            var assessment = compiled.Assess(compiled.Bind(file), day);
            var comes = new Forecast(ledger, compiled, PostTerms.Of(settings.Post), day).Of(file, assessment, ledger.PlannedNotices([named]).GetValueOrDefault(named));
            var explanation = CaseExplanation.Of(file, assessment, compiled.Rulebook, only, isBrief: !parsed.GetValue(all), comes);
            var lines = parsed.GetValue(format) == "json"
                ? ExplanationJson.Of(explanation).Split('\n')
                : explanation.Lines(Math.Min(Widest, Looks.Of(invocation).Width));
            foreach (var line in lines)
            {
                invocation.Show(line);
            }

            var unknown = new UnknownWords(compiled.Rulebook.Vocabulary).Of(file).ToList();
            foreach (var sentence in unknown)
            {
                invocation.Complain($"dhr: {named}: {sentence}");
            }

            return Math.Max(assessment.Failures.Length + unknown.Count > 0 ? ExitCode.Partly : ExitCode.Done, Unreadable(invocation, ledger, named, file.Partnership));
        });
        return command;
    }

    /// <summary>Rows of these that cannot be read, each with what to do. Those of other cases and partnerships are none of this one's.</summary>
    private static int Unreadable(Invocation invocation, LedgerDatabase ledger, params ReadOnlySpan<string> of)
    {
        var code = ExitCode.Done;
        foreach (var row in ledger.Unreadable)
        {
            if (of.Contains(row.Reference))
            {
                invocation.Complain($"dhr: {row.Reference}: {row}");
                code = ExitCode.Partly;
            }
        }

        return code;
    }
}

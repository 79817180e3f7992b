using DhrCompliance.Assessments;
using DhrCompliance.Service.Commands.Adoption;
using DhrCompliance.Service.Intake;
using DhrCompliance.Service.Intake.Planning;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Settings;
using DhrCompliance.Service.Sweeps;

namespace DhrCompliance.Service.Commands;

/// <summary>Takes what a command hands in through the one way into the register, and says what it changed.</summary>
internal static class Recorded
{
    /// <summary>Records one row and says what the new fact changed for its case.</summary>
    public static int One(
        ServiceSettings settings, Act act, OpenMode mode, Invocation invocation, Func<RegisterRows, KnownWords, IncomingRegister> entry)
    {
        if (mode == OpenMode.Create && !File.Exists(settings.Ledger.Path)
            && Plan(new RegisterRows(), KnownWords.Of(RulesInUse.For(settings, null, invocation))).Mistakes is { IsEmpty: false } early)
        {
            // No register is made of what is refused.
            return Refuse(invocation, early);
        }

        using var ledger = LedgerDatabase.Open(settings.Ledger.Path, mode, invocation.Clock);
        var rulebook = RulesInUse.For(settings, ledger, invocation);
        var plan = Plan(ledger.Rows(), KnownWords.Of(rulebook));
        if (!plan.Mistakes.IsEmpty)
        {
            return Refuse(invocation, plan.Mistakes);
        }

        var reference = plan.Changes.Select(change => change.Reference).FirstOrDefault(one => one is not null);
        var compiled = CompiledRulebook.Compile(rulebook);
        var before = reference is null ? null : Assess(ledger, compiled, reference, invocation.Today);
        using (var writer = ledger.Write(act))
        {
            var outcome = plan.Apply(writer);
            if (!outcome.Refused.IsEmpty)
            {
                return Refuse(invocation, outcome.Refused);
            }

            if (outcome.IsToCommit)
            {
                writer.Commit();
            }

            foreach (var change in outcome.Made)
            {
                invocation.Say($"{change}");
            }

            if (outcome.Made.IsEmpty)
            {
                invocation.Say("Nothing changed: the register says so already.");
            }
        }

        foreach (var remark in plan.Remarks)
        {
            invocation.Say(remark);
        }

        if (reference is not null)
        {
            var after = Assess(ledger, compiled, reference, invocation.Today);
            TellChanges(invocation, before, after);
            if (before is null && after is { Live: false })
            {
                invocation.Say($"Nothing of {reference} will ever be called late: no day is recorded from which its register is kept, so that it is taken for loaded history. "
                    + "If it is to be watched, give that day in 'kept-since' of the case or of its partnership ('dhr export', then 'dhr import'); a case is opened with --kept-since DAY.");
            }

            if (ledger.CaseFiles([reference]).Select(compiled.Current).FirstOrDefault() is { } file)
            {
                var forecast = new Forecast(ledger, compiled, PostTerms.Of(settings.Post), invocation.Today);
                invocation.Say($"  {forecast.Of(file, compiled.Assess(compiled.Bind(file), invocation.Today), ledger.PlannedNotices([reference]).GetValueOrDefault(reference))}");
            }
        }

        return ExitCode.Done;

        ImportPlan Plan(RegisterRows existing, KnownWords words) => ImportPlan.Make(entry(existing, words), existing, words, invocation.Today);
    }

    /// <summary>Lists what is wrong, and that nothing was written.</summary>
    public static int Refuse(Invocation invocation, IReadOnlyCollection<Mistake> mistakes)
    {
        foreach (var line in MistakeReport.Lines(mistakes))
        {
            invocation.Complain($"dhr: {line}");
        }

        invocation.Complain($"dhr: {Counted(mistakes.Count, "mistake")}; nothing was written. Mend and try again.");
        return ExitCode.BadInput;
    }

    public static string Counted(int number, string thing) => number == 1 ? $"1 {thing}" : $"{number} {thing}s";

    private static Assessment? Assess(LedgerDatabase ledger, CompiledRulebook compiled, string reference, DateOnly day) =>
        ledger.CaseFiles([reference]).FirstOrDefault() is { } file ? compiled.Assess(compiled.Bind(file), day) : null;

    private static void TellChanges(Invocation invocation, Assessment? before, Assessment? after)
    {
        if (after is null)
        {
            return;
        }

        foreach (var line in Differences.Lines(before, after))
        {
            invocation.Say($"  {line}");
        }
    }
}

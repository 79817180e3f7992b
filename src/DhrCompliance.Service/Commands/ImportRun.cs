using DhrCompliance.Calendars;
using DhrCompliance.Service.Commands.Adoption;
using DhrCompliance.Service.Intake;
using DhrCompliance.Service.Intake.Export;
using DhrCompliance.Service.Intake.Mappings;
using DhrCompliance.Service.Intake.Reading;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Settings;
using DhrCompliance.Service.Workbooks;

namespace DhrCompliance.Service.Commands;

/// <summary>What one <c>dhr import</c> does with the files it was given, one after the other.</summary>
internal sealed class ImportRun(Invocation invocation, ServiceSettings settings, Act act)
{
    /// <summary>How days are written; null: as the mapping says, or else ISO and nothing else.</summary>
    public DayFormat? Days { get; init; }

    /// <summary>True: the differences are shown and nothing is written.</summary>
    public bool IsDry { get; init; }

    /// <summary>True: what is right is taken beside what is not.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The mapping of a layout that is not ours; null: none.</summary>
    public string? Map { get; init; }

    /// <summary>Where what is wrong is written as well; null: nowhere.</summary>
    public string? Report { get; init; }

    /// <summary>Proposes a mapping and writes nothing.</summary>
    public int Suggest(string[] files) => InRegister(register => Layouts.Suggest(files, register.HandIn.Words, invocation));

    /// <summary>Takes each file, or shows what it would change. The worst of the exit codes.</summary>
    public int Import(string[] files) => InRegister(register =>
    {
        Mapping? mapping = null;
        if (Map is not null && !Layouts.TryRead(Map, register.HandIn.Words, invocation, out mapping))
        {
            return ExitCode.BadInput;
        }

        var worst = ExitCode.Done;
        foreach (var file in files)
        {
            worst = Math.Max(worst, Import(file, mapping, register));
        }

        return worst;
    });

    private int InRegister(Func<Target, int> act)
    {
        // A register is made only once there is something to put into it.
        using var register = new Target(settings, File.Exists(settings.Ledger.Path) ? Open(IsDry ? OpenMode.ReadOnly : OpenMode.Create) : null, invocation);
        return act(register);
    }

    private LedgerDatabase Open(OpenMode mode) => LedgerDatabase.Open(settings.Ledger.Path, mode, invocation.Clock);

    private int Import(string file, Mapping? mapping, Target register)
    {
        var (full, words, days) = (Path.GetFullPath(file, invocation.Surroundings.WorkingFolder), register.HandIn.Words, Days ?? mapping?.Days);
        var incoming = mapping is null ? ImportFolder.Read(full, words) : MappedSheets.Of(RawFile.Read(full), mapping);

        // A copy in our layout would not be theirs: of a mapped file there is the table alone.
        var marked = mapping is null ? incoming : new IncomingRegister();
        if (register.Ledger is null || IsDry)
        {
            var rehearsed = register.HandIn.Rehearse(incoming, register.Ledger, days);
            if (IsDry || (!rehearsed.Mistakes.IsEmpty && !IsPartial))
            {
                Tell(rehearsed, marked, words);
                return IsDry ? Rehearsed(rehearsed) : Recorded.Refuse(invocation, rehearsed.Mistakes);
            }
        }

        // Only now is it judged: what others write in between is seen.
        var ledger = register.Ledger ??= Open(OpenMode.Create);
        using var writer = ledger.Write(act, invocation.Stop);
        var outcome = Progress.While(invocation, "Importing", () => register.HandIn.Take(incoming, ledger, writer, IsPartial, days));
        if (outcome.IsToCommit)
        {
            writer.Commit();
        }

        Tell(outcome, marked, words);
        return outcome.Mistakes.IsEmpty || IsPartial ? Taken(outcome) : Recorded.Refuse(invocation, outcome.Mistakes);
    }

    private int Taken(HandInOutcome outcome)
    {
        foreach (var line in outcome.Done)
        {
            invocation.Say(line);
        }

        invocation.Say($"Imported: {outcome.Summary()}.");
        foreach (var refused in outcome.Mistakes)
        {
            invocation.Complain($"dhr: {refused}");
        }

        return outcome.Mistakes.IsEmpty ? ExitCode.Done : ExitCode.Partly;
    }

    private int Rehearsed(HandInOutcome plan)
    {
        foreach (var change in plan.Made)
        {
            foreach (var line in change.Lines())
            {
                invocation.Show(line);
            }
        }

        foreach (var line in plan.Done)
        {
            invocation.Show(line);
        }

        invocation.Say($"{Recorded.Counted(plan.Made.Length + plan.Done.Length, "difference")}, {plan.Unchanged} unchanged; nothing was written.");
        if (plan.Mistakes.IsEmpty)
        {
            return ExitCode.Done;
        }

        var code = Recorded.Refuse(invocation, plan.Mistakes);
        return IsPartial ? ExitCode.Partly : code;
    }

    private void Tell(HandInOutcome told, IncomingRegister marked, KnownWords words)
    {
        foreach (var ignored in told.Ignored)
        {
            invocation.Say($"Not read: {ignored}");
        }

        foreach (var remark in told.Remarks)
        {
            invocation.Say(remark);
        }

        if (Report is { } path)
        {
            Documents.Write(path, invocation, stream =>
            {
                if (Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase))
                {
                    WorkbookWriter.Write(MarkedCopy.Of(marked, told.Mistakes, words), stream);
                }
                else
                {
                    MistakeReport.WriteCsv(told.Mistakes, stream);
                }
            });
        }
    }

    /// <summary>The register that is imported into, once there is one.</summary>
    private sealed class Target(ServiceSettings settings, LedgerDatabase? ledger, Invocation invocation) : IDisposable
    {
        public LedgerDatabase? Ledger { get; set; } = ledger;

        // At the first use, so that rules that cannot be read leave no register open behind them.
        public HandIn HandIn => field ??= new HandIn(settings, RulesInUse.For(settings, Ledger, invocation), invocation.Today, invocation.Host);

        public void Dispose() => Ledger?.Dispose();
    }
}

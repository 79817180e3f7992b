using DhrCompliance.Assessments;
using DhrCompliance.Benchmarks.HandWritten;
using DhrCompliance.Benchmarks.Synthetic;
using DhrCompliance.Cases;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations;

namespace DhrCompliance.Benchmarks;

/// <summary>A live review of about twenty events, fully dated, that a protocol and the guidance of 2016 govern, under the rules that the hand-written assessor is for.</summary>
internal sealed class TypicalCase
{
    private const int Cases = 2000;

    private const int FewestEvents = 18;

    private const int MostEvents = 22;

    private TypicalCase(CompiledRulebook rulebook, CompiledRulebook shipped, CaseFile file, HandCase hand)
    {
        Rulebook = rulebook;
        Shipped = shipped;
        File = file;
        Hand = hand;
    }

    public static DateOnly AsOf { get; } = new(2026, 11, 20);

    /// <summary>The rules that the hand-written assessor is for.</summary>
    public CompiledRulebook Rulebook { get; }

    /// <summary>The rules that ship.</summary>
    public CompiledRulebook Shipped { get; }

    public CaseFile File { get; }

    public HandCase Hand { get; }

    public static TypicalCase Find(TimeProvider clock)
    {
        var rulebook = Read("HandWritten/rules");
        var folder = Directory.CreateTempSubdirectory("dhr-typical-").FullName;
        try
        {
            using var ledger = LedgerDatabase.Open(Path.Combine(folder, "register.db"), OpenMode.Create, clock);
            SyntheticRegister.Fill(ledger, SyntheticRegister.Make(Cases, 1, AsOf));
            var file = ledger.CaseFiles().First(one => IsTypical(one, rulebook));
            return new TypicalCase(rulebook, Read("rules"), file, HandReader.Read(file)!);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static CompiledRulebook Read(string folder) => CompiledRulebook.Compile(RulesFolder.Read(Path.Combine(AppContext.BaseDirectory, folder)));

    /// <summary>Paused once, with a report that was sent to the Home Office or is about to be.</summary>
    private static bool IsTypical(CaseFile file, CompiledRulebook rulebook) =>
        file.Events.Length is >= FewestEvents and <= MostEvents
        && file.Adopted.Length > 0
        && file.Events.Any(one => one.Event == "pause-started")
        && file.Events.Any(one => one.Event == "sent-to-csp-board")
        && HandReader.Read(file) is not null
        && rulebook.Assess(rulebook.Bind(file), AsOf) is { Live: true, Timescales.Length: >= 5 };
}

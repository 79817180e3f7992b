using BenchmarkDotNet.Attributes;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Binding;
using DhrCompliance.Benchmarks.HandWritten;
using DhrCompliance.Calendars;

namespace DhrCompliance.Benchmarks;

/// <summary>One loaded case assessed with its reasons, beside hand-written C# that finds the same states and dates without.</summary>
[InProcess]
[MemoryDiagnoser]
public class AssessBenchmarks
{
    private CompiledRulebook _rulebook = null!;
    private BoundCase _bound = null!;
    private CompiledRulebook _shipped = null!;
    private BoundCase _boundToShipped = null!;
    private HandCase _hand = null!;
    private HolidayCalendar _calendar = null!;

    [GlobalSetup]
    public void Prepare()
    {
        var typical = TypicalCase.Find(Program.Clock);
        _rulebook = typical.Rulebook;
        _bound = typical.Rulebook.Bind(typical.File);
        _shipped = typical.Shipped;
        _boundToShipped = typical.Shipped.Bind(typical.File);
        _hand = typical.Hand;
        _calendar = typical.Rulebook.Rulebook.Calendars.Values.First();
    }

    [Benchmark(Baseline = true)]
    public HandResult HandWritten() => HandAssessor.Assess(_hand, TypicalCase.AsOf, _calendar);

    [Benchmark]
    public Assessment Assess() => _rulebook.Assess(_bound, TypicalCase.AsOf);

    /// <summary>Under all the rules that ship, of which there are several times as many.</summary>
    [Benchmark]
    public Assessment AssessUnderShippedRules() => _shipped.Assess(_boundToShipped, TypicalCase.AsOf);
}

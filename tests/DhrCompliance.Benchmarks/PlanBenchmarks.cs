using BenchmarkDotNet.Attributes;
using DhrCompliance.Assessments;
using DhrCompliance.Escalations;

namespace DhrCompliance.Benchmarks;

/// <summary>Ten thousand notices planned: of one late review again and again, under all the rules that ship, and nothing of it told before.</summary>
[InProcess]
[MemoryDiagnoser]
public class PlanBenchmarks
{
    private const int Notices = 10_000;
    private static readonly PlanContext First = new(WasAssessed: _ => false);
    private NoticePlanner _planner = null!;
    private Assessment _late = null!;
    private string _jurisdiction = null!;

    [GlobalSetup]
    public void Prepare()
    {
        var typical = TypicalCase.Find(Program.Clock);
        _planner = new NoticePlanner(typical.Shipped.Rulebook);
        _late = typical.Shipped.Assess(typical.Shipped.Bind(typical.File), TypicalCase.AsOf.AddYears(3));
        _jurisdiction = typical.File.Jurisdiction;
    }

    [Benchmark]
    public int ByTheirPaths()
    {
        var planned = 0;
        while (planned < Notices)
        {
            planned += AtLeastOne(_planner.Plan(_late, SentNotices.None, _jurisdiction).Notices.Length);
        }

        return planned;
    }

    [Benchmark]
    public int AsBacklog()
    {
        var planned = 0;
        while (planned < Notices)
        {
            planned += AtLeastOne(_planner.Plan(_late, SentNotices.None, _jurisdiction, First).Backlog.Length);
        }

        return planned;
    }

    private static int AtLeastOne(int planned) => planned > 0 ? planned : throw new InvalidOperationException("Nothing is planned: this measures nothing.");
}

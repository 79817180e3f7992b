namespace DhrCompliance.Assessments.Judging;

/// <summary>Lists that an assessment gathers in and leaves empty; each thread keeps one set, so that they are not made anew for every case.</summary>
internal sealed class Scratch
{
    [ThreadStatic]
    private static Scratch? spare;

    public List<Reason> Reasons { get; } = new(32);

    public List<string> Missing { get; } = new(8);

    public List<TimescaleResult> Timescales { get; } = new(32);

    public List<CheckResult> Checks { get; } = new(32);

    public List<Standing> Standings { get; } = new(8);

    public List<Instance> Instances { get; } = new(16);

    /// <summary>This thread's set; the caller's alone until it is given back.</summary>
    public static Scratch Take()
    {
        var taken = spare ?? new Scratch();
        spare = null;
        return taken;
    }

    public void GiveBack()
    {
        Reasons.Clear();
        Missing.Clear();
        Timescales.Clear();
        Checks.Clear();
        Standings.Clear();
        Instances.Clear();
        spare = this;
    }
}

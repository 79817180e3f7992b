using System.Globalization;

namespace DhrCompliance.Service.Tests.Faults.Killing;

/// <summary>What was counted over many blows.</summary>
internal sealed class Figures
{
    private readonly SortedDictionary<string, int> phases = new(StringComparer.Ordinal);
    private readonly List<(TimeSpan Took, string Phase)> stops = [];

    public int Blows { get; private set; }

    public int Rounds { get; set; }

    public int Due { get; set; }

    /// <summary>Deliveries that were marked as not known to have arrived.</summary>
    public int Unknown { get; set; }

    /// <summary>Mails that the server accepted once more, each after a person had asked for it.</summary>
    public int Doubled { get; set; }

    public TimeSpan LongestStop => stops.Max().Took;

    public void Add(string phase, TimeSpan? stop)
    {
        Blows++;
        phases[phase] = phases.GetValueOrDefault(phase) + 1;
        if (stop is { } time)
        {
            stops.Add((time, phase));
        }
    }

    public override string ToString()
    {
        var where = string.Join("; ", phases.Select(phase => FormattableString.Invariant($"{phase.Value} {phase.Key}")));
        var times = stops.Count == 0 ? "" : string.Create(
            CultureInfo.InvariantCulture, $"; stopped within {stops.Order().ElementAt(stops.Count / 2).Took.TotalSeconds:0.00} s (median), {LongestStop.TotalSeconds:0.00} s (longest, {stops.Max().Phase})");
        return FormattableString.Invariant($"{Blows} blows over {Rounds} sweeps with {Due} due deliveries each: {where}; {Unknown} marked unknown, {Doubled} doubled, 0 lost{times}");
    }
}

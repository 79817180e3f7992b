using System.Collections.Immutable;

namespace DhrCompliance.Escalations.Planning;

/// <summary>The rows of one duty's instance: one, or one for each edition that could govern.</summary>
/// <param name="Rows">The rows, in the assessment's order.</param>
/// <param name="IsComplete">False: an edition that could govern has no such row, so that the editions do not agree.</param>
internal sealed record DutyGroup(ImmutableArray<DutyRow> Rows, bool IsComplete)
{
    public string Duty => Rows[0].Ladder.Duty;

    public string Instance => Rows[0].Instance;

    /// <summary>The row that speaks for all: that with the latest reference day, so that nothing is told to be later than every edition has it.</summary>
    public DutyRow Speaker => Rows.Length == 1 ? Rows[0] : Rows.MaxBy(row => row.Standing.Reference ?? DateOnly.MinValue)!;

    /// <summary>Whether all ask for the same part of the path, and tell the same.</summary>
    public bool Agrees(Part part)
    {
        if (!IsComplete)
        {
            return false;
        }

        foreach (var row in Rows)
        {
            if (row.Standing.Part != part || row.Standing.Tells != Rows[0].Standing.Tells)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The rung that every row has highest for the lane's role; null where they differ, or there is none.</summary>
    public Rung? Highest(Lane lane, DateOnly asOf)
    {
        var speaker = Speaker;
        if (lane.Highest(speaker.Standing, asOf) is not { } rung)
        {
            return null;
        }

        foreach (var row in Rows)
        {
            if (ReferenceEquals(row, speaker))
            {
                continue;
            }

            if (row.Ladder.LaneOf(lane)?.Highest(row.Standing, asOf) is not { } other
                || other.Step.Id != rung.Step.Id || other.Repeat != rung.Repeat)
            {
                return null;
            }
        }

        return rung;
    }
}

using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;

namespace DhrCompliance.Service.Reports;

/// <summary>How many rows are in each state, live and historic cases counted apart.</summary>
public sealed class StateCounts
{
    private readonly SortedDictionary<string, int> _live = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _historic = new(StringComparer.Ordinal);

    /// <summary>Rows of live cases by state.</summary>
    public IReadOnlyDictionary<string, int> Live => _live;

    /// <summary>Rows of the others by state.</summary>
    public IReadOnlyDictionary<string, int> Historic => _historic;

    /// <summary>Rows that are overdue or fail in live cases.</summary>
    public int Breaches { get; private set; }

    /// <summary>Counts a case's timescales and checks.</summary>
    public void Add(Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var counts = assessment.Live ? _live : _historic;
        foreach (var row in assessment.Timescales)
        {
            Count(counts, Words.Of(row.State));
            Breaches += assessment.Live && Attention.IsBreach(row.State) ? 1 : 0;
        }

        foreach (var row in assessment.Checks)
        {
            Count(counts, Words.Of(row.State));
            Breaches += assessment.Live && Attention.IsBreach(row.State) ? 1 : 0;
        }
    }

    private static void Count(SortedDictionary<string, int> counts, string state) => counts[state] = counts.GetValueOrDefault(state) + 1;
}

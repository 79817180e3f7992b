namespace DhrCompliance.Service.Reports.Board;

/// <summary>Puts marks into as few rows as keep them apart, even on a narrow screen.</summary>
internal sealed class MarkRows
{
    private const double Apart = 7;

    private readonly List<double> _ends = [];

    /// <summary>The row for a mark that reaches from one place to another. Marks come in order of where they end, or nearly.</summary>
    public int Place(double from, double until)
    {
        var row = _ends.FindIndex(end => end + Apart <= from);
        if (row < 0)
        {
            _ends.Add(until);
            return _ends.Count - 1;
        }

        _ends[row] = until;
        return row;
    }
}

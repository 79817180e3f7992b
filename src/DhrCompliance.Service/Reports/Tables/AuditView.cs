using System.Collections.Immutable;
using DhrCompliance.Assessments;

namespace DhrCompliance.Service.Reports.Tables;

/// <summary>
/// The audit's table as a person reads it on a screen: only the columns there is room for, and without the rows of which
/// nothing is asked yet. Counts what it leaves out as it is read.
/// </summary>
public sealed class AuditView
{
    private const int RoomForOwner = 100;
    private const int RoomForWhy = 140;
    private const int TooNarrowForColumns = 80;
    private const string Once = "once";

    private static readonly string[] Quiet =
        [Words.Of(TimescaleState.NotStarted), Words.Of(CheckState.NotYet), Words.Of(TimescaleState.NotApplicable)];

    private readonly Table _whole;
    private readonly bool _isAll;
    private readonly bool _namesPack;
    private readonly ImmutableArray<string> _columns;
    private readonly SortedDictionary<string, int> _leftOut = new(StringComparer.Ordinal);

    /// <summary>A view of the audit's table.</summary>
    /// <param name="whole">The table of <see cref="AuditTable"/>.</param>
    /// <param name="width">How many characters fit into a line.</param>
    /// <param name="isAll">True: no row is left out.</param>
    public AuditView(Table whole, int width, bool isAll)
    {
        ArgumentNullException.ThrowIfNull(whole);
        (_whole, _isAll) = (whole, isAll);
        _namesPack = width is >= RoomForOwner or < TooNarrowForColumns;
        _columns =
        [
            "case", "rule", "state", "due", "days late",
            .. _namesPack ? ["owner"] : Array.Empty<string>(),
            .. width is >= RoomForWhy or < TooNarrowForColumns ? ["why"] : Array.Empty<string>(),
        ];
    }

    /// <summary>The rows left out so far, by state.</summary>
    public IReadOnlyDictionary<string, int> LeftOut => _leftOut;

    /// <summary>Whether the reasons have a column.</summary>
    public bool ShowsWhy => _columns.Contains("why");

    /// <summary>The rows shown so far.</summary>
    public int Shown { get; private set; }

    /// <summary>The table to write.</summary>
    public Table Table => new()
    {
        Title = _whole.Title,
        Columns = [.. _columns.Select(name => _whole.Columns[Place(name)])],
        Rows = Rows(),
    };

    /// <summary>Whether nothing is asked yet of a row in this state.</summary>
    public static bool IsQuiet(string state) => Quiet.Contains(state, StringComparer.Ordinal);

    private IEnumerable<ImmutableArray<string>> Rows()
    {
        var (rule, instance, state, due) = (Place("rule"), Place("instance"), Place("state"), Place("due"));
        var places = _columns.Select(Place).ToArray();
        foreach (var row in _whole.Rows)
        {
            if (!_isAll && IsQuiet(row[state]))
            {
                _leftOut[row[state]] = _leftOut.GetValueOrDefault(row[state]) + 1;
                continue;
            }

            Shown++;
            yield return [.. places.Select(place => place == rule ? Named(row[rule], row[instance]) : place == due ? Due(row[due]) : row[place])];
        }
    }

    private string Named(string rule, string instance)
    {
        var name = _namesPack ? rule : rule[(rule.IndexOf('/', StringComparison.Ordinal) + 1)..];
        return instance.Length == 0 || instance == Once ? name : $"{name} ({instance})";
    }

    // There is no room for two days beside each other.
    private string Due(string due) => _namesPack || !due.Contains('/', StringComparison.Ordinal) ? due : "uncertain";

    private int Place(string name) => _whole.Columns.Select((column, at) => (column.Name, at)).First(column => column.Name == name).at;
}

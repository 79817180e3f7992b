using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Intake.Rows;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Intake.Planning;

/// <summary>
/// What a row said when it was exported, by the text that stands for its version, and whether the register says otherwise since. The past
/// is read only once a row is not as it was.
/// </summary>
/// <param name="stored">The register as it is, in its own words.</param>
/// <param name="names">The words of today.</param>
/// <param name="history">Every version of every row.</param>
/// <param name="author">Who wrote the version that counts; null where nobody knows.</param>
internal sealed class PastVersions(RegisterRows stored, CurrentNames names, Func<IEnumerable<RegisterRows>> history, Func<TableName, string, string?> author)
{
    private readonly ExportedVersions _standing = new(stored, names);
    private readonly Dictionary<TableName, Dictionary<string, (string Version, DateTimeOffset? At)>> _now = [];
    private Dictionary<(TableName, string Key, string Version), IReadOnlyDictionary<string, string>>? _past;

    /// <summary>What was exported.</summary>
    /// <param name="table">The table.</param>
    /// <param name="now">What the row says now, in the words of today.</param>
    /// <param name="version">The version that the workbook says it was exported from.</param>
    public ExportedRow Of(TableName table, IReadOnlyDictionary<string, string> now, string version)
    {
        var key = RowKey.Of(table, now);
        if (!_now.TryGetValue(table, out var current))
        {
            _now[table] = current = _standing.Rows(table).ToDictionary(row => RowKey.Of(table, row.Values), row => (row.Version, row.WitnessedAt), StringComparer.Ordinal);
        }

        var (standing, at) = current.GetValueOrDefault(key);
        if (standing == version)
        {
            return new ExportedRow(now, IsStale: false, () => "");
        }

        _past ??= Past();
        var since = at is { } moment ? FormattableString.Invariant($" on {moment.UtcDateTime:yyyy-MM-dd HH:mm} UTC") : "";
        return _past.TryGetValue((table, key, version), out var exported)
            ? new ExportedRow(exported, IsStale: true, () => $"the row was changed{(author(table, key) is { } who ? $" by {who}" : "")}{since}, after this workbook was exported")
            : new ExportedRow(now, IsStale: true, () => "the version that this row was exported from is none of this register's (another register's workbook, or its hidden column was changed)");
    }

    private Dictionary<(TableName, string, string), IReadOnlyDictionary<string, string>> Past()
    {
        var past = new Dictionary<(TableName, string, string), IReadOnlyDictionary<string, string>>();
        foreach (var versions in history().Select(rows => new ExportedVersions(rows, names, isHistory: true)))
        {
            foreach (var table in Enum.GetValues<TableName>())
            {
                foreach (var row in versions.Rows(table))
                {
                    past.TryAdd((table, RowKey.Of(table, row.Values), row.Version), row.Values);
                }
            }
        }

        return past;
    }
}

/// <summary>A row as it was exported.</summary>
/// <param name="Values">What it said, in the words of today.</param>
/// <param name="IsStale">True: the register says otherwise since.</param>
/// <param name="Since">What happened since, in words.</param>
internal sealed record ExportedRow(IReadOnlyDictionary<string, string> Values, bool IsStale, Func<string> Since);

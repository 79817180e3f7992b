using DhrCompliance.Service.Intake.Cells;
using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Sheets;

namespace DhrCompliance.Service.Intake.Recording;

/// <summary>One row that a command records: it goes the way of an import, so that the same is checked and the same is said.</summary>
internal sealed class Entry(string command, TableName table)
{
    private readonly List<(string Column, string Value)> _cells = [];
    private readonly List<Mistake> _mistakes = [];

    public Entry With(string column, string? value)
    {
        _cells.Add((column, value ?? ""));
        return this;
    }

    /// <summary>Facts or attributes as they were typed: <c>name=value</c>, the value <c>unknown</c> for what is not known.</summary>
    public Entry WithPairs(string option, IEnumerable<string> pairs, KnownWords words)
    {
        foreach (var pair in pairs)
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            var name = at > 0 ? pair[..at].Trim() : "";
            if (name.Length == 0 || pair.AsSpan(at + 1).IsWhiteSpace())
            {
                Wrong(option, pair, "a name and a value (name=value); the value 'unknown' where it is not known");
            }
            else if (TableColumns.Of(table, words).Any(column => column.Name == name))
            {
                Wrong(option, pair, $"a word of the vocabulary: '{name}' has an option or an argument of its own");
            }
            else if (_cells.Exists(cell => cell.Column == name))
            {
                Wrong(option, pair, $"each name once: '{name}' stands there already");
            }
            else
            {
                _cells.Add((name, pair[(at + 1)..]));
            }
        }

        return this;
    }

    public Entry Wrong(string column, string? value, string expected)
    {
        _mistakes.Add(new Mistake(command, null, column, value, expected));
        return this;
    }

    /// <summary>A reason must be given.</summary>
    public Entry Because(string? reason)
    {
        if (string.IsNullOrWhiteSpace(reason) || reason.Trim().Equals(CellText.Unknown, StringComparison.OrdinalIgnoreCase))
        {
            Wrong("reason", reason, "why: it stands beside the event from now on");
        }

        return With(TableColumns.Note, reason);
    }

    /// <summary>The row, or what is already wrong with it.</summary>
    public IncomingRegister Done() => _mistakes.Count > 0
        ? new IncomingRegister { Mistakes = [.. _mistakes] }
        : new IncomingRegister
        {
            Sheets =
            [
                new Sheet
                {
                    File = command,
                    Table = table,
                    Columns = [.. _cells.Select(cell => cell.Column)],
                    Rows = [new SheetRow(null, [.. _cells.Select(cell => cell.Value)])],
                },
            ],
        };
}

using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Intake.Planning;

/// <summary>Events of kinds that happen once a case, or once an item: which row has the one place there is.</summary>
internal sealed class OnceOnly
{
    private readonly Dictionary<(string Reference, string? Item, string Event), List<(string Id, string Words)>> _holders = [];
    private readonly Dictionary<string, EventRow> _known;
    private readonly Desk _desk;

    public OnceOnly(RegisterRows existing, Desk desk)
    {
        _desk = desk;
        _known = existing.Events.ToDictionary(row => row.Id, StringComparer.Ordinal);
        foreach (var row in existing.Events.Where(row => !row.Withdrawn && IsOnce(row)))
        {
            Hold(row, $"{row.Id} ({Date(row)}) is one");
        }
    }

    /// <summary>An event that gets a new version leaves its place, before any row takes one.</summary>
    public void Free(EventRow row)
    {
        if (_known.TryGetValue(row.Id, out var old) && _holders.TryGetValue(Key(old), out var holders))
        {
            holders.RemoveAll(holder => holder.Id == row.Id);
        }
    }

    /// <summary>Takes the place, or says who has it.</summary>
    public void Take(RowDraft draft, EventRow row)
    {
        if (row.Withdrawn || !IsOnce(row))
        {
            return;
        }

        // A version that already shared its place may be corrected there: the mistake is not made now.
        var wasThere = _known.TryGetValue(row.Id, out var old) && !old.Withdrawn && Key(old) == Key(row);
        if (!wasThere && _holders.TryGetValue(Key(row), out var holders) && holders is [var first, ..])
        {
            draft.Wrong(TableColumns.Event, row.Event, $"no second '{row.Event}' of {row.Item ?? row.Reference}: {first.Words}; correct or withdraw it");
            return;
        }

        Hold(row, $"{draft.Place} ({Date(row)}) is one");
    }

    private bool IsOnce(EventRow row) => _desk.Words.Event(row.Event) is { Repeats: false };

    private void Hold(EventRow row, string words)
    {
        if (!_holders.TryGetValue(Key(row), out var holders))
        {
            _holders[Key(row)] = holders = [];
        }

        holders.Add((row.Id, words));
    }

    private static (string Reference, string? Item, string Event) Key(EventRow row) =>
        (row.Reference, string.IsNullOrEmpty(row.Item) ? null : row.Item, row.Event);

    private static string Date(EventRow row) => string.IsNullOrEmpty(row.Date) ? "date not known" : row.Date;
}

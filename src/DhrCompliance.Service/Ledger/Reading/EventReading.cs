using System.Collections.Immutable;
using System.Text;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Service.Ledger.Sqlite;

namespace DhrCompliance.Service.Ledger.Reading;

/// <summary>The events of a subject, of all their versions the last, without those that are withdrawn.</summary>
internal sealed class EventReading
{
    private readonly Words words;
    private readonly ICollection<UnreadableRow> unreadable;
    private readonly ImmutableArray<CaseEvent>.Builder found = ImmutableArray.CreateBuilder<CaseEvent>();
    private readonly Utf8Cache<(DateInterval Days, string? Expected)> dates = new(ReadDate);
    private readonly Utf8Cache<DateOnly> days = new(bytes => Instants.LondonDay(Instants.Read(Encoding.ASCII.GetString(bytes))));

    private Version last;

    public EventReading(Words words, ICollection<UnreadableRow> unreadable)
    {
        this.words = words;
        this.unreadable = unreadable;
    }

    public ImmutableArray<CaseEvent> Of(SubjectRows rows, ReadOnlySpan<byte> key, string reference)
    {
        found.Clear();
        last = default;
        for (; rows.IsOf(key); rows.Next())
        {
            Take(rows.Row, reference);
        }

        Keep(reference);
        return found.Count == 0 ? [] : found.ToImmutable();
    }

    private static (DateInterval Days, string? Expected) ReadDate(ReadOnlySpan<byte> text) =>
        PartialDate.TryParse(Encoding.UTF8.GetString(text), out var days, out var expected) ? (days, null) : (days, expected);

    private void Take(Statement row, string reference)
    {
        var id = row.Text(2);
        var isNewVersion = last.Id == id;
        if (!isNewVersion)
        {
            Keep(reference);
        }

        var previous = last.Event;
        var (date, expected) = row.IsNull(5) ? (DateInterval.Unknown, null) : dates[row.Bytes(5)];
        last = new Version(id, row.Number(1), expected is null ? null : row.Text(5), expected, Event: null);
        if (row.Number(6) != 0)
        {
            return;
        }

        // What an event's first version says had happened by then still holds, as long as every version since says the same event.
        var name = words.Of(row, 4);
        var before = isNewVersion && previous?.Event == name ? previous : null;
        last = last with
        {
            Event = new CaseEvent
            {
                Id = id,
                Event = name,
                Item = words.OfOrNull(row, 3),
                Date = date,
                Attributes = AttributesOf(row, id, reference),
                RecordedOn = before?.RecordedOn ?? days[row.Bytes(8)],
            },
        };
    }

    private ImmutableDictionary<string, string> AttributesOf(Statement row, string id, string reference)
    {
        if (words.ObjectOf(row, 7) is { } attributes)
        {
            return attributes;
        }

        unreadable.Add(UnreadableRow.OfObject(reference, "events", row.Number(1), id, "attributes", row.Text(7)));
        return ImmutableDictionary<string, string>.Empty;
    }

    private void Keep(string reference)
    {
        if (last.Event is null)
        {
            return;
        }

        if (last.Expected is not null)
        {
            unreadable.Add(new UnreadableRow
            {
                Reference = reference,
                Table = "events",
                Row = last.Row,
                Key = last.Id!,
                Column = "date",
                Value = last.Value!,
                Expected = last.Expected,
            });
        }

        found.Add(last.Event);
    }

    private readonly record struct Version(string? Id, long Row, string? Value, string? Expected, CaseEvent? Event);
}

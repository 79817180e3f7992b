using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Service.Reports.Json;
using DhrCompliance.Service.Reports.Tables;

namespace DhrCompliance.Service.Reports.Contacts;

/// <summary>Roles with who would be written to, as a table and as JSON.</summary>
public static class ContactTables
{
    public static Table Of(IEnumerable<ContactLine> lines, DateOnly day) => new()
    {
        Title = string.Create(CultureInfo.InvariantCulture, $"Who would be written to on {day:yyyy-MM-dd}"),
        Columns =
        [
            new Column("partnership"), new Column("role"), new Column("for"), new Column("to"), new Column("state", ColumnKind.State),
            new Column("row"), new Column("from", ColumnKind.Date), new Column("until", ColumnKind.Date), new Column("note"),
        ],
        Rows = lines.Select(line => ImmutableArray.Create(
            line.Partnership, line.Role, line.For, line.Address ?? "", line.State, line.By ?? "", Text(line.From), Text(line.Until), line.Note)),
    };

    /// <summary>For reading: the days stand in the note where they matter.</summary>
    public static Table Brief(IEnumerable<ContactLine> lines, DateOnly day) => new()
    {
        Title = Of([], day).Title,
        Columns = [new Column("role"), new Column("for"), new Column("to"), new Column("state", ColumnKind.State), new Column("row"), new Column("note")],
        Rows = lines.Select(line => ImmutableArray.Create(
            line.Role, line.For, line.Address ?? "", line.State, line.By ?? "", line.Until is { } until ? $"Until {Text(until)}. {line.Note}".TrimEnd() : line.Note)),
    };

    /// <summary>The lines as JSON; keys may be added, none changes its meaning.</summary>
    public static string Json(IReadOnlyCollection<ContactLine> lines, DateOnly day) => JsonValues.Document(json =>
    {
        json.WriteStartObject();
        json.WriteString("asOf", JsonValues.Day(day));
        json.WriteStartArray("contacts");
        foreach (var line in lines)
        {
            json.WriteStartObject();
            json.WriteString("partnership", line.Partnership);
            json.WriteString("role", line.Role);
            json.WriteTexts("reviews", line.Reviews);
            json.WriteBoolean("ofItems", line.IsOfItems);
            json.WriteText("to", line.Address);
            json.WriteString("state", line.State);
            json.WriteText("row", line.By);
            json.WriteDay("from", line.From);
            json.WriteDay("until", line.Until);
            json.WriteText("note", line.Note.Length == 0 ? null : line.Note);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}

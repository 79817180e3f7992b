using System.Globalization;
using System.Text.Json;
using DhrCompliance.Service.Reports.Json;

namespace DhrCompliance.Service.Reports.Data;

/// <summary>A report as one JSON object: what it is about, then each table as an array of objects. What is not known is null.</summary>
internal static class ReportJson
{
    public static string Of(ReportData data) => JsonValues.Document(json =>
    {
        var (scope, terms) = (data.Scope, data.Terms);
        json.WriteStartObject();
        json.WriteString("report", scope.Report);
        json.WriteDay("asOf", terms.AsOf);
        json.WriteText("knownAt", scope.KnownAt);
        json.WriteText("partnership", scope.Partnership);
        json.WriteText("partnershipName", Datum.Text(terms.Where).Value);
        json.WriteText("case", scope.Case);
        json.WriteText("quarter", scope.Quarter);
        json.WriteBoolean("shareSafe", scope.IsShareSafe);
        json.WriteBoolean("demonstration", terms.IsDemo);
        json.WriteText("marking", terms.Marking);
        json.WriteString("headline", Datum.Text(data.Headline).Value);
        json.WriteTexts("remarks", data.Remarks);
        json.WriteEach("restsOn", terms.Provenance, static (json, entry) =>
        {
            json.WriteStartObject();
            json.WriteString("what", entry.Label);
            json.WriteString("says", entry.Value);
            json.WriteEndObject();
        });
        foreach (var table in data.Tables)
        {
            Write(json, table);
        }

        json.WriteEndObject();
    });

    /// <summary>The words of a name as one: "days late" and "due-soon" become <c>daysLate</c> and <c>dueSoon</c>.</summary>
    public static string Property(string name) => string.Concat(name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries)
        .Select((word, at) => at == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));

    private static void Write(Utf8JsonWriter json, ReportTable table)
    {
        string[] names = [.. table.Fields.Select(field => Property(field.Name))];
        json.WriteEach(Property(table.Id), table.Rows, (json, row) =>
        {
            json.WriteStartObject();
            for (var at = 0; at < row.Length; at++)
            {
                Write(json, names[at], table.Fields[at].Kind, row[at]);
            }

            json.WriteEndObject();
        });
    }

    private static void Write(Utf8JsonWriter json, string name, FieldKind kind, Datum datum)
    {
        if (kind is FieldKind.Texts)
        {
            json.WriteTexts(name, datum.Several.IsDefault ? [] : datum.Several);
            return;
        }

        switch (kind, datum.Value)
        {
            case (_, null):
                json.WriteNull(name);
                break;
            case (FieldKind.Number, { } number):
                json.WriteNumber(name, int.Parse(number, CultureInfo.InvariantCulture));
                break;
            case (FieldKind.Flag, { } flag):
                json.WriteBoolean(name, Datum.IsYes(flag));
                break;
            default:
                json.WriteString(name, datum.Value);
                break;
        }
    }
}

using DhrCompliance.Service.Reports.Json;

namespace DhrCompliance.Service.Reports.Tables;

/// <summary>A table as JSON: its title, and each row as an object by the names of the columns. Every value is the text that the other forms show.</summary>
public static class TableJson
{
    public static string Of(params IEnumerable<Table> tables) => JsonValues.Document(json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("tables");
        foreach (var table in tables)
        {
            json.WriteStartObject();
            json.WriteString("title", table.Title);
            json.WriteStartArray("rows");
            foreach (var row in table.Rows)
            {
                json.WriteStartObject();
                for (var i = 0; i < row.Length; i++)
                {
                    json.WriteString(table.Columns[i].Name, row[i]);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}

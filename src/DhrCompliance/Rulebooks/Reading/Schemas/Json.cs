using System.Text.Json.Nodes;

namespace DhrCompliance.Rulebooks.Reading.Schemas;

/// <summary>Lists of JSON.</summary>
internal static class Json
{
    public static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    public static JsonArray All(IEnumerable<JsonObject> schemas) => [.. schemas];

    public static JsonObject Required(params IEnumerable<string> keys) => new() { ["required"] = Texts(keys) };
}

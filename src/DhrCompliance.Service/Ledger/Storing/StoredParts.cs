using System.Collections.Immutable;
using System.Text.Json;
using DhrCompliance.Assessments;
using DhrCompliance.Calendars;

namespace DhrCompliance.Service.Ledger.Storing;

/// <summary>Reads the parts that stored assessments are made of, taking the counters from where they stand apart.</summary>
internal sealed class StoredParts
{
    private readonly JsonElement counters;
    private int next;

    public StoredParts(JsonElement counters) => this.counters = counters;

    public int Counter() => counters[next++].GetInt32();

    public ImmutableArray<Reason> Because(JsonElement said) =>
        said.TryGetProperty("because", out var reasons) ? [.. reasons.EnumerateArray().Select(Reason)] : [];

    public Reason Reason(JsonElement said)
    {
        var template = (ReasonTemplate)said[0].GetInt32();
        var count = said.GetArrayLength();
        var isDaily = StoredForm.IsDaily(template);
        return new Reason(
            template,
            count > 1 ? said[1].GetString() : null,
            count > 2 ? said[2].GetString() : null,
            count > 3 ? Days(said[3]) : default,
            count > 4 ? Days(said[4]) : default,
            isDaily ? Counter() : count > 5 ? said[5].GetInt32() : 0,
            isDaily ? Counter() : count > 6 ? said[6].GetInt32() : 0);
    }

    public static DateInterval? Days(JsonElement said, string name) => said.TryGetProperty(name, out var days) ? Days(days) : null;

    public static string? Text(JsonElement said, string name) => said.TryGetProperty(name, out var text) ? text.GetString() : null;

    public static ImmutableArray<string> Texts(JsonElement said, string name) =>
        said.TryGetProperty(name, out var texts) ? [.. texts.EnumerateArray().Select(each => each.GetString()!)] : [];

    public static T Word<T>(JsonElement said)
        where T : struct, Enum =>
        Reverse<T>.Values.TryGetValue(said.GetString()!, out var value) ? value : throw new FormatException($"'{said}' is no {typeof(T).Name}");

    private static DateInterval Days(JsonElement said)
    {
        if (said.ValueKind == JsonValueKind.Null)
        {
            return default;
        }

        var text = said.GetString()!;
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? DateInterval.On(Instants.ReadDay(text))
            : new DateInterval(
                text[..slash] == ".." ? DateOnly.MinValue : Instants.ReadDay(text[..slash]),
                text[(slash + 1)..] == ".." ? DateOnly.MaxValue : Instants.ReadDay(text[(slash + 1)..]));
    }

    private static class Reverse<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<string, T> Values =
            Enum.GetValues<T>().ToDictionary(value => Words.Of(value), StringComparer.Ordinal);
    }
}

using System.Text.Json;

namespace DhrCompliance.Service.Commands.Evidence;

/// <summary>Two audits as JSON side by side: each conclusion that is not the same, named as a person would.</summary>
internal sealed class AuditComparison
{
    // Another version of the program may say the same in other words, and more than this one.
    private static readonly HashSet<string> Conclusions = new(StringComparer.Ordinal)
    {
        "asOf", "knownAt", "claimed", "hash", "live", "editions", "answer", "state", "started", "originalDue", "due", "target", "metOn", "daysLate", "daysLateRange",
        "daysLateAgainstOriginal", "daysLateAgainstOriginalRange", "provisional", "at", "missing", "from", "to", "days", "daysRange", "reopenedOn", "nextChangeOn", "error",
    };

    private readonly bool _isConclusionsOnly;
    private readonly List<string> _differences = [];

    /// <param name="isConclusionsOnly">True: how it is said does not matter.</param>
    public AuditComparison(bool isConclusionsOnly) => _isConclusionsOnly = isConclusionsOnly;

    /// <summary>What differs: in the pack, and made again.</summary>
    public IReadOnlyList<string> Differences => _differences;

    public void Compare(JsonElement packed, JsonElement again) => Compare("audit.json", null, packed, again);

    private static string Named(string at, JsonElement element, int place)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return FormattableString.Invariant($"{at} {place + 1}");
        }

        string?[] names = [Text(element, "reference"), Text(element, "case"), Text(element, "rule"), Instance(element), Text(element, "about")];
        var name = string.Join(' ', names.Where(one => one is not null));
        return name.Length == 0 ? FormattableString.Invariant($"{at} {place + 1}") : at.Length == 0 ? name : $"{at} {name}";
    }

    private static string? Instance(JsonElement element) => Text(element, "instance") is { } instance and not "once" ? $"({instance})" : null;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Shown(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length <= 200 ? text : $"{text[..200]}...";
    }

    private void Compare(string at, string? property, JsonElement packed, JsonElement again)
    {
        if (packed.ValueKind == JsonValueKind.Object && again.ValueKind == JsonValueKind.Object)
        {
            foreach (var name in packed.EnumerateObject().Select(one => one.Name).Union(again.EnumerateObject().Select(one => one.Name)))
            {
                var (here, there) = (packed.TryGetProperty(name, out var one), again.TryGetProperty(name, out var other));
                if (here && there)
                {
                    Compare(at, name, one, other);
                }
                else
                {
                    Differ(at, name, here ? Shown(one) : "nothing", there ? Shown(other) : "nothing");
                }
            }
        }
        else if (packed.ValueKind == JsonValueKind.Array && again.ValueKind == JsonValueKind.Array && packed.EnumerateArray().Concat(again.EnumerateArray()).Any(one => one.ValueKind == JsonValueKind.Object))
        {
            CompareRows(property is "cases" ? string.Empty : at, packed, again);
        }
        else if (!JsonElement.DeepEquals(packed, again))
        {
            Differ(at, property ?? "it", Shown(packed), Shown(again));
        }
    }

    private void CompareRows(string at, JsonElement packed, JsonElement again)
    {
        var (before, now) = (Keyed(at, packed), Keyed(at, again));
        foreach (var (name, one) in before)
        {
            if (now.TryGetValue(name, out var other))
            {
                Compare(name, null, one, other);
            }
            else
            {
                _differences.Add($"{name}: the pack has it, and made again there is none");
            }
        }

        _differences.AddRange(now.Keys.Where(name => !before.ContainsKey(name)).Select(name => $"{name}: the pack does not have it, and made again there is one"));
    }

    private static Dictionary<string, JsonElement> Keyed(string at, JsonElement rows)
    {
        var keyed = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var (row, place) in rows.EnumerateArray().Select((row, place) => (row, place)))
        {
            var name = Named(at, row, place);
            for (var more = 2; !keyed.TryAdd(name, row); more++)
            {
                name = FormattableString.Invariant($"{Named(at, row, place)} ({more})");
            }
        }

        return keyed;
    }

    private void Differ(string at, string property, string packed, string again)
    {
        if (!_isConclusionsOnly || Conclusions.Contains(property))
        {
            _differences.Add($"{at}: {property} is {packed} in the pack, and {again} made again");
        }
    }
}

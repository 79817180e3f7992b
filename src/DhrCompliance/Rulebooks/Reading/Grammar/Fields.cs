using DhrCompliance.Rulebooks.Reading.Texts;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Rulebooks.Reading.Words;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>The keys of one mapping: each is asked for by name, and what nobody asked for is unknown.</summary>
internal sealed class Fields(MappingNode node, string what, DiagnosticList mistakes)
{
    private readonly List<string> _asked = [];

    /// <summary>What the mapping is, for messages: <c>the timescale 'decide'</c>.</summary>
    public string What { get; } = what;

    public Place Place => node.Place;

    /// <summary>The value; null where the key is missing, or its value was refused already.</summary>
    public Node? Optional(string key)
    {
        _asked.Add(key);
        return node.Find(key) is { } value and not RefusedNode ? value : null;
    }

    /// <summary>As <see cref="Optional"/>; a missing key is reported.</summary>
    public Node? Required(string key, string? hint = null)
    {
        if (node.Find(key) is null)
        {
            mistakes.Error(Place, Codes.MissingKey, $"{What} has no '{key}'", hint: hint);
        }

        return Optional(key);
    }

    /// <summary>Whether the key is there, whatever its value.</summary>
    public bool Has(string key) => node.Find(key) is not null;

    /// <summary>Where the key stands.</summary>
    public Place KeyPlace(string key) => node.Entries.First(entry => entry.Key.Value == key).Key.Place;

    /// <summary>Reports the keys that nobody asked for.</summary>
    public void Close()
    {
        foreach (var (key, value) in node.Entries)
        {
            if (_asked.Contains(key.Value) || value is RefusedNode)
            {
                continue;
            }

            if (LaterKeys.Explain(key.Value) is { } later)
            {
                mistakes.Error(key.Place, Codes.NotYetUnderstood, $"'{key.Value}' is not yet understood", hint: later);
                continue;
            }

            var near = Nearest.To(key.Value, _asked);
            mistakes.Error(
                key.Place,
                Codes.UnknownKey,
                $"unknown key {Quote.Of(key.Value)} in {What}",
                near,
                Slips.Hint(key) ?? (near is null ? $"Known here are: {string.Join(", ", _asked.Distinct())}." : null));
        }
    }
}

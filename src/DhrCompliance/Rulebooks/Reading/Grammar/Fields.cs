using DhrCompliance.Rulebooks.Reading.Forms;
using DhrCompliance.Rulebooks.Reading.Texts;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Rulebooks.Reading.Words;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>The keys of one mapping: those of its form, and no other can be asked for.</summary>
internal sealed class Fields(MappingNode node, Form form, string what, DiagnosticList mistakes)
{
    /// <summary>What the mapping is, for messages: <c>the timescale 'decide'</c>.</summary>
    public string What { get; } = what;

    public Place Place => node.Place;

    /// <summary>The mapping's keys. Those that its form does not have, and those that are needed and not there, are reported.</summary>
    public static Fields Open(MappingNode node, Form form, string what, DiagnosticList mistakes)
    {
        var fields = new Fields(node, form, what, mistakes);
        foreach (var (key, value) in node.Entries)
        {
            if (form.Others is null && form.Find(key.Value) is null && value is not RefusedNode)
            {
                fields.ReportUnknown(key);
            }
        }

        foreach (var key in form.Keys.Where(key => key.IsNeeded))
        {
            fields.Require(key.Name);
        }

        return fields;
    }

    /// <summary>The value; null where the key is missing, or its value was refused already.</summary>
    public Node? Value(string key) => node.Find(Known(key).Name) is { } value and not RefusedNode ? value : null;

    /// <summary>Reports the key where it is missing.</summary>
    public void Require(string key)
    {
        if (!Has(key))
        {
            mistakes.Error(Place, Codes.MissingKey, $"{What} has no '{key}'", hint: Known(key).Says);
        }
    }

    /// <summary>Whether the key is there, whatever its value, and whether or not the form has it.</summary>
    public bool Has(string key) => node.Find(key) is not null;

    /// <summary>Where the key stands.</summary>
    public Place KeyPlace(string key) => node.Entries.First(entry => entry.Key.Value == key).Key.Place;

    // A key that a reader knows and its form does not would be refused where it is right, and missing in the schema.
    private Key Known(string key) => form.Find(key) ?? throw new InvalidOperationException($"The form '{form.Id}' has no key '{key}'.");

    private void ReportUnknown(ScalarNode key)
    {
        if (LaterKeys.Explain(key.Value) is { } later)
        {
            mistakes.Error(key.Place, Codes.NotYetUnderstood, $"'{key.Value}' is not yet understood", hint: later);
            return;
        }

        var near = Nearest.To(key.Value, form.Names);
        mistakes.Error(
            key.Place,
            Codes.UnknownKey,
            $"unknown key {Quote.Of(key.Value)} in {What}",
            near,
            Slips.Hint(key) ?? (near is null ? $"Known here are: {string.Join(", ", form.Names)}." : null));
    }
}

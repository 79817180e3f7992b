namespace DhrCompliance.Rulebooks.Reading.Trees;

/// <summary>What was probably meant where YAML reads a key without a value.</summary>
internal static class EmptyValues
{
    public static (string Message, string Hint) Explain(ScalarNode key, bool isFlow)
    {
        var colon = key.Value.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0)
        {
            return (
                $"YAML reads {Quote.Of(key.Value)} as a key without a value",
                $"After a colon stands a space: {Quote.Clipped(key.Value[..colon])}: {Quote.Clipped(key.Value[(colon + 1)..])}");
        }

        if (isFlow)
        {
            return (
                $"YAML reads {Quote.Of(key.Value)} as a key without a value",
                "Several values are a list, in brackets: [one, other]. A text with a comma in braces needs quotes.");
        }

        var line = key.End.Source.Line(key.End.Line) ?? "";
        var rest = line.Length >= key.End.Column ? line[(key.End.Column - 1)..].TrimStart(':', ' ') : "";
        return rest.StartsWith('#') && rest.Length > 1 && rest[1] != ' '
            ? ($"{Quote.Of(key.Value)} has no value: what follows # is a comment", "A text that begins with # needs quotes.")
            : ($"{Quote.Of(key.Value)} has no value", "Write the value beside it, or indented below it; or delete the key.");
    }
}

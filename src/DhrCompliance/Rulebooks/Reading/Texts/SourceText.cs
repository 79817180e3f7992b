using System.Collections.Immutable;

namespace DhrCompliance.Rulebooks.Reading.Texts;

/// <summary>The text of a file, with line ends made one.</summary>
internal sealed class SourceText(string path, string text)
{
    private ImmutableArray<string> _lines;

    /// <summary>Stands for the set of files as a whole.</summary>
    public static SourceText Nowhere { get; } = new("", "");

    public string Path { get; } = path;

    public string Text { get; } = text;

    public ImmutableArray<string> Lines => _lines.IsDefault ? _lines = [.. Text.Split('\n')] : _lines;

    public string? Line(int number) => number >= 1 && number <= Lines.Length ? Lines[number - 1] : null;

    /// <summary>The place of a character, counted from 0 in the whole text.</summary>
    public Place At(int index)
    {
        var before = Text.AsSpan(0, Math.Min(index, Text.Length));
        return new Place(this, before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
    }
}

/// <summary>A place in a file; line and column from 1, or 0 for the file as a whole.</summary>
internal readonly record struct Place(SourceText Source, int Line, int Column)
{
    public static Place Nowhere { get; } = new(SourceText.Nowhere, 0, 0);

    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Source.Path}:{Line}:{Column}");
}

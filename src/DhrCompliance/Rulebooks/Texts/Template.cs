using System.Collections.Immutable;
using System.Text;

namespace DhrCompliance.Rulebooks.Texts;

/// <summary>A text with fields in braces to be filled in.</summary>
public sealed class Template
{
    private readonly ImmutableArray<Piece> _pieces;

    private Template(string text, ImmutableArray<Piece> pieces)
    {
        Text = text;
        _pieces = pieces;
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>How it is said of one; null: as of many.</summary>
    public Template? One { get; private init; }

    /// <summary>The fields that stand in it, each as often as it does, with where it stands: the place of its opening brace, from 0.</summary>
    public IEnumerable<(string Field, int At)> Fields => _pieces.Where(piece => piece.IsField).Select(piece => (piece.Text, piece.At));

    /// <summary>The same, said otherwise of one.</summary>
    public Template WithOne(Template one) => new(Text, _pieces) { One = one };

    /// <summary>Takes a text apart. <paramref name="strayAt"/> is the place of a brace that has no partner; null is answered then.</summary>
    public static Template? Parse(string text, out int strayAt)
    {
        var pieces = ImmutableArray.CreateBuilder<Piece>();
        var at = 0;
        while (at < text.Length)
        {
            var brace = text.AsSpan(at).IndexOfAny('{', '}');
            if (brace < 0)
            {
                break;
            }

            brace += at;
            var end = text[brace] == '{' ? text.AsSpan(brace + 1).IndexOfAny('{', '}') : -1;
            if (end < 0 || text[brace + 1 + end] != '}')
            {
                strayAt = brace;
                return null;
            }

            pieces.Add(new Piece(text[at..brace], false, at));
            pieces.Add(new Piece(text.Substring(brace + 1, end), true, brace));
            at = brace + end + 2;
        }

        pieces.Add(new Piece(text[at..], false, at));
        strayAt = -1;
        return new Template(text, [.. pieces.Where(piece => piece.IsField || piece.Text.Length > 0)]);
    }

    /// <summary>The text with its fields filled in, from the one list or else from the other; a field that is in neither stays empty.</summary>
    public string Fill(ReadOnlySpan<(string Field, string Value)> values, ReadOnlySpan<(string Field, string Value)> others = default)
    {
        if (_pieces is [{ IsField: false } only])
        {
            return only.Text;
        }

        var filled = new StringBuilder(Text.Length + 40);
        foreach (var piece in _pieces)
        {
            filled.Append(piece.IsField ? ValueOf(piece.Text, values) ?? ValueOf(piece.Text, others) : piece.Text);
        }

        return filled.ToString();
    }

    private static string? ValueOf(string field, ReadOnlySpan<(string Field, string Value)> values)
    {
        foreach (var (name, value) in values)
        {
            if (name == field)
            {
                return value;
            }
        }

        return null;
    }

    private readonly record struct Piece(string Text, bool IsField, int At);
}

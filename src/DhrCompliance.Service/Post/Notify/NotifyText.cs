using System.Text;

namespace DhrCompliance.Service.Post.Notify;

/// <summary>A mail's fields as GOV.UK Notify takes them: it reads the body as a simple form of Markdown.</summary>
internal static class NotifyText
{
    // Of the signs that make a line something else; a list is meant as one.
    private static readonly char[] AtTheBeginning = ['#', '^', '>', '='];

    /// <summary>Throws <see cref="ArgumentException"/> where it has control characters: whoever puts a line break into it could write a header.</summary>
    public static string Subject(string text) => text.Any(char.IsControl)
        ? throw new ArgumentException("The subject may hold no control characters.", nameof(text))
        : Plain(text);

    /// <summary>Each line begins at the margin, no line is a heading or quoted, and no text hides another address.</summary>
    public static string Body(string text)
    {
        var body = new StringBuilder(text.Length);
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            var begun = Plain(line).Trim(' ', '\t');
            body.Append(begun.TrimStart(AtTheBeginning) is var rest && rest.Length < begun.Length ? rest.TrimStart() : begun).Append('\n');
        }

        return body.ToString();
    }

    /// <summary>No field of a template, no words over an address, and no marks that turn the direction of writing.</summary>
    private static string Plain(string text) => string.Concat(text
        .Replace("((", "( (", StringComparison.Ordinal)
        .Replace("))", ") )", StringComparison.Ordinal)
        .Replace("](", "] (", StringComparison.Ordinal)
        .Where(letter => (!char.IsControl(letter) || letter == '\t') && letter is not ((>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\u200e' or '\u200f')));
}

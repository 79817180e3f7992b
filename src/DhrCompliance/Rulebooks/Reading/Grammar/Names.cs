using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DhrCompliance.Rulebooks.Reading.Texts;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Rulebooks.Reading.Words;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>Names and ids as a file declares them: lower case, digits and hyphens.</summary>
internal sealed partial class Names(Desk desk)
{
    public const int Longest = 60;

    /// <summary>The form of a name, as part of a pattern.</summary>
    public const string Pattern = "[a-z0-9]+(?:-[a-z0-9]+)*";

    /// <summary>What a condition, or a value, says of its own: a word that is one of these could not be told from it.</summary>
    public static readonly ImmutableArray<string> Reserved =
        ["all", "any", "any-of", "concluded", "every", "every-of", "happened", "has", "known", "missing", "none", "not", "not-happened", OwnerWord];

    /// <summary>Stands for the rule's own role in the steps of an escalation path.</summary>
    public const string OwnerWord = "owner";

    /// <summary>Whether a text has the form of a name.</summary>
    public static bool IsName(string text) => Form().IsMatch(text) && text.Length <= Longest;

    /// <summary>The name at a key; null where it is missing. A name that is wrong is reported and taken as it is.</summary>
    public ScalarNode? Declared(Fields fields, string key)
    {
        var name = desk.Values.Scalar(fields.Value(key), "a name");
        if (name is null)
        {
            return null;
        }

        if (!IsName(name.Value))
        {
            var near = Nearest.Normalised(name.Value);
            desk.Lexicon.Excuse(near);
            desk.Mistakes.Error(
                name.Place,
                Codes.WordForm,
                $"{Quote.Of(name.Value)} is no name: lower-case letters and digits with hyphens between",
                near != name.Value && IsName(near) ? near : null,
                Slips.Hint(name));
        }
        else if (Reserved.Contains(name.Value))
        {
            desk.Mistakes.Error(name.Place, Codes.ReservedWord, $"'{name.Value}' has a meaning of its own and cannot be a name");
        }

        return name;
    }

    /// <summary>Declares a word of the vocabulary; a second declaration is reported.</summary>
    public bool Declare(WordKind kind, ScalarNode name) => Declare(kind, name, name.Value, Codes.DuplicateWord);

    public bool Declare(WordKind kind, ScalarNode name, string fullName, string code)
    {
        if (desk.Lexicon.Declare(kind, fullName, name.Place, out var earlier))
        {
            return true;
        }

        Twice(name, kind.Noun, earlier, code);
        return false;
    }

    public void Twice(ScalarNode name, string noun, Place earlier, string code) =>
        desk.Mistakes.Error(name.Place, code, $"the {noun} {Quote.Of(name.Value)} is declared twice; it is at {earlier} already");

    [GeneratedRegex($@"^{Pattern}\z")]
    private static partial Regex Form();
}

using System.Text.Json.Nodes;
using DhrCompliance.Rulebooks.Reading.Forms;
using DhrCompliance.Rulebooks.Reading.Grammar;

namespace DhrCompliance.Rulebooks.Reading.Schemas;

/// <summary>
/// The words that the rules at hand declare, for an editor to offer and explain. Any other word of the same form is taken as well: it may have been
/// declared since, and only the reader, which knows every file, can say that there is no such word.
/// </summary>
internal static class WordSchema
{
    private static readonly TextShape Name = new($"^{Names.Pattern}$", "lower-case letters and digits with hyphens between", IsNumber: true);
    private static readonly TextShape RuleName = new($"^(?:{Names.Pattern}/)?{Names.Pattern}$", "a rule, or pack/rule", IsNumber: true);
    private static readonly TextShape DateName = new($@"^{Names.Pattern}(?:\.{Names.Pattern})?$", "an event, an attribute, or event.attribute", IsNumber: true);

    public static JsonObject Of(Rulebook rulebook)
    {
        var words = new DeclaredWords(rulebook);
        var definitions = new JsonObject();
        foreach (var list in Enum.GetValues<WordList>().Where(IsList))
        {
            definitions[ShapeSchema.Name(list)] = Words(words.Of(list), list);
        }

        foreach (var list in (ReadOnlySpan<WordList>)[WordList.Roles, WordList.Rules])
        {
            definitions[ShapeSchema.KeysName(list)] = Keys(words.Of(list).Select(word => new ValuedWord(word.Name, word.Says, [])));
        }

        foreach (var list in (ReadOnlySpan<WordList>)[WordList.FactTests, WordList.FactValues, WordList.AttributeValues])
        {
            definitions[ShapeSchema.KeysName(list)] = Keys(words.Valued(list));
        }

        return new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["$comment"] = "The words of the rules, for completion. Made by 'dhr rules schema'; make it anew when words have changed. Words that are not here are not refused.",
            ["definitions"] = definitions,
        };
    }

    private static bool IsList(WordList list) => list is not (WordList.None or WordList.FactTests or WordList.FactValues or WordList.AttributeValues);

    // What any word may be stands first: a validator that stops at the first that fits is spared the list.
    private static JsonObject Words(IEnumerable<DeclaredWord> words, WordList list) => ShapeSchema.AnyOf(
    [
        list switch
        {
            WordList.Rules => ShapeSchema.Text(RuleName),
            WordList.Dates => ShapeSchema.Text(DateName),
            WordList.Sources or WordList.Series or WordList.Jurisdictions or WordList.PauseReasons or WordList.Stages or WordList.Signers =>
                ShapeSchema.Value(Scalars.Value.Pattern, Scalars.Value.Expected),
            _ => ShapeSchema.Text(Name),
        },
        .. words.Select(word => new JsonObject { ["enum"] = Json.Texts([word.Name]), ["enumDescriptions"] = Json.Texts([word.Says]) }),
    ]);

    private static JsonObject Keys(IEnumerable<ValuedWord> words)
    {
        var properties = new JsonObject();
        foreach (var word in words)
        {
            properties[word.Name] = new JsonObject { ["description"] = word.Says, ["anyOf"] = Json.All([Offered(word), []]) };
        }

        return new JsonObject { ["properties"] = properties };
    }

    /// <summary>The values to offer, or, so that an editor writes a colon after the word, that there is one. What may stand there is said by the form.</summary>
    private static JsonObject Offered(ValuedWord word) => word.Values.IsEmpty ? new() { ["type"] = "string" } : ShapeSchema.Enum(word.Values);
}

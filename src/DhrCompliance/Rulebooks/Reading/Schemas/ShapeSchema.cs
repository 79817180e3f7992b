using System.Text.Json.Nodes;
using DhrCompliance.Rulebooks.Reading.Forms;
using DhrCompliance.Rulebooks.Reading.Words;

namespace DhrCompliance.Rulebooks.Reading.Schemas;

/// <summary>
/// Shapes as JSON Schema says them. To us every value is text; an editor takes <c>16</c> for a number and, by the older YAML, <c>yes</c> for
/// a truth value, and both are allowed where the text is. A truth value is allowed by what it is not: a schema that names
/// the type would have <c>true</c> and <c>false</c> offered, which the reader refuses.
/// </summary>
/// <param name="reference">Refers to a form.</param>
internal sealed class ShapeSchema(Func<Form, JsonObject> reference)
{
    private const string Definitions = $"{RuleSchemas.Words}#/definitions/";

    public JsonObject Of(Shape shape) => shape switch
    {
        TextShape text => Text(text),
        NumberShape number => new() { ["type"] = "integer", ["minimum"] = number.Least, ["maximum"] = number.Most },
        ValueShape value => Value(value.Pattern, value.Expected),
        YesNoShape => AnyOf([Enum(["yes", "no"]), NoTruthValueIsRefused()]),
        OptionShape options => options.Words.Contains("yes") ? AnyOf([Enum(options.Words), NoTruthValueIsRefused()]) : Enum(options.Words),
        WordShape word => word.Own.IsEmpty ? Refer(word.Words) : AnyOf([Refer(word.Words), Enum(word.Own)]),
        ListShape list => list.OrOne ? AnyOf([Of(list.Item), List(list)]) : List(list),
        FormShape form => reference(form.Form()),
        EitherShape either => AnyOf(Flat(either).Select(Of)),
        _ => throw new InvalidOperationException($"{shape.GetType().Name} is not said in a schema."),
    };

    /// <summary>A list of words where they are keys.</summary>
    public static JsonObject Keys(WordList list) => new() { ["$ref"] = $"{Definitions}{KeysName(list)}" };

    /// <summary>The definition of a list of words.</summary>
    public static string Name(WordList list) => EnumWords<WordList>.Of(list);

    /// <summary>The definition of a list of words where they are keys.</summary>
    public static string KeysName(WordList list) => $"{Name(list)}-as-keys";

    /// <summary>Any text, number or truth value.</summary>
    public static JsonObject Value(string pattern, string expected) => AnyOf([Text(new TextShape(pattern, expected, IsNumber: true)), NoTruthValueIsRefused()]);

    public static JsonObject Text(TextShape text)
    {
        var schema = new JsonObject
        {
            ["type"] = text.IsNumber ? Json.Texts(["string", "number"]) : "string",
            ["pattern"] = text.Pattern,
            ["patternErrorMessage"] = $"expected {text.Expected}", // for editors; validators pass it over
        };
        if (text.Longest is { } longest)
        {
            schema["maxLength"] = longest;
        }

        return schema;
    }

    public static JsonObject AnyOf(IEnumerable<JsonObject> schemas) => new() { ["anyOf"] = Json.All(schemas) };

    public static JsonObject Enum(IEnumerable<string> words) => new() { ["enum"] = Json.Texts(words) };

    private static JsonObject Refer(WordList list) => new() { ["$ref"] = $"{Definitions}{Name(list)}" };

    private static JsonObject NoTruthValueIsRefused() =>
        new() { ["not"] = new JsonObject { ["type"] = Json.Texts(["string", "number", "array", "object", "null"]) } };

    private JsonObject List(ListShape list)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = Of(list.Item) };
        if (list.AtLeast > 0)
        {
            schema["minItems"] = list.AtLeast;
        }

        // What may be one text or several is read as a list of texts, none of them twice.
        if (list.OrOne && list.Item is TextShape or ValueShape or WordShape)
        {
            schema["uniqueItems"] = true;
        }

        return schema;
    }

    private static IEnumerable<Shape> Flat(EitherShape either) =>
        either.Shapes.SelectMany(shape => shape is EitherShape inner ? Flat(inner) : [shape]);
}

using System.Text.Json.Nodes;
using DhrCompliance.Rulebooks.Reading.Forms;

namespace DhrCompliance.Tests.Rulebooks.Schemas;

/// <summary>A form within a file, as a document: <paramref name="Around"/> puts a mapping in its place.</summary>
internal sealed record FormPlace(Form File, Form Form, Func<JsonNode, JsonObject> Around);

/// <summary>Documents made from the forms themselves: each form at a place where it may stand, in the words of <see cref="Reading.SmallSet"/>.</summary>
internal static class FormSamples
{
    private static readonly Form[] Files = [VocabularyForms.File, PackForms.File, PathForms.File, ScenarioForms.File, NoticeForms.File];

    /// <summary>Every form, at the first place in each file where it is met.</summary>
    public static IEnumerable<FormPlace> Places => Files.SelectMany(file => Below(new FormPlace(file, file, node => (JsonObject)node.DeepClone()), []));

    /// <summary>The least that is a mapping of the form.</summary>
    public static JsonObject Least(Form form) => LeastOfForms.Of(form.Id);

    /// <summary>The least mapping with the key, and with or without what the key asks for.</summary>
    public static JsonObject With(Form form, string key, JsonNode value)
    {
        var mapping = Least(form);
        foreach (var bond in form.Bonds)
        {
            switch (bond)
            {
                case NotTogether apart when apart.Of.Contains(key):
                    foreach (var other in apart.Of.Where(other => other != key))
                    {
                        mapping.Remove(other);
                    }

                    break;
                case Needs needs when needs.Key == key && !needs.Of.Any(mapping.ContainsKey):
                    mapping[needs.Of[0]] = Sample(form.Find(needs.Of[0])!.Value);
                    break;
                case OnlyWhere only when only.Key == key:
                    mapping[only.Other] = only.Says[0];
                    break;
                case NeededUnless needed when needed.Other == key:
                    mapping[needed.Key] = Sample(form.Find(needed.Key)!.Value);
                    break;
                case NotAlone alone when alone.Key == key && form.Others is { } others:
                    mapping[Word(others.Words)] = Sample(others.Value);
                    break;
            }
        }

        if (form == RuleForms.Change)
        {
            mapping["rule"] = RuleWith(key);
        }

        mapping[key] = value;
        return mapping;
    }

    /// <summary>The rule of <see cref="LeastOfForms.Base"/> that has the key.</summary>
    private static string RuleWith(string key) =>
        RuleForms.Timescale.Find(key) is not null ? "duty" : RuleForms.Check.Find(key) is not null ? "order" : RuleForms.Criterion.Find(key) is not null ? "test" : "list";

    /// <summary>The keys of a form; of one whose keys the writer chooses, a word that may be one.</summary>
    public static IEnumerable<(string Name, Shape Value)> Keys(Form form)
    {
        var keys = form.Keys.Select(key => (key.Name, key.Value));
        return form.Others is { } others ? keys.Append((Word(others.Words), others.Value)) : keys;
    }

    /// <summary>Something of the shape.</summary>
    public static JsonNode Sample(Shape shape) => shape switch
    {
        TextShape text => Text(text),
        ValueShape => "yes",
        YesNoShape => "yes",
        OptionShape options => options.Words[0],
        WordShape word => Word(word.Words),
        ListShape { OrOne: true, Item: ValueShape one } => Sample(one),
        ListShape list => new JsonArray([.. Enumerable.Range(0, Math.Max(1, list.AtLeast)).Select(_ => Sample(list.Item))]),
        FormShape form => Least(form.Form()),
        EitherShape either => Sample(either.Shapes[0]),
        _ => throw new InvalidOperationException($"no sample of {shape}"),
    };

    private static IEnumerable<FormPlace> Below(FormPlace place, HashSet<Form> seen)
    {
        if (!seen.Add(place.Form))
        {
            return [];
        }

        return
        [
            place,
            .. Keys(place.Form).SelectMany(key => Within(key.Value, node => node).SelectMany(inner =>
                Below(new FormPlace(place.File, inner.Form, node => place.Around(With(place.Form, key.Name, inner.Wrap(node.DeepClone())))), seen))),
        ];
    }

    private static IEnumerable<(Form Form, Func<JsonNode, JsonNode> Wrap)> Within(Shape shape, Func<JsonNode, JsonNode> wrap) => shape switch
    {
        FormShape form => [(form.Form(), wrap)],
        EitherShape either => either.Shapes.SelectMany(one => Within(one, wrap)),
        ListShape list => Within(list.Item, node => wrap(new JsonArray([node, .. Enumerable.Range(1, Math.Max(0, list.AtLeast - 1)).Select(_ => Sample(list.Item))]))),
        _ => [],
    };

    private static string Text(TextShape text) =>
        text == Scalars.Period ? "2 weeks"
        : text == Scalars.Rolling ? "rolling 3 months"
        : text == Scalars.Day ? "2026-03-31"
        : text == Scalars.When ? "1 day after"
        : text == Scalars.After ? "14 days after"
        : text == Scalars.Every ? "every 28 days"
        : text == Scalars.AtMost ? "at most 28 days"
        : text == Scalars.Ask ? "ask office, every 28 days, at most 3 times, then chair"
        : text.Pattern == ((TextShape)Scalars.Date.Shapes[0]).Pattern ? "2026-03"
        : "sample";

    private static string Word(WordList words) => words switch
    {
        WordList.None => "sample",
        WordList.Events or WordList.Dates => "decided",
        WordList.FactTests or WordList.FactValues => "other-review",
        WordList.AttributeValues => "outcome",
        WordList.Items => "task",
        WordList.Roles => "office",
        WordList.Conditions => "nobody-to-ask",
        WordList.Paths => "ladder",
        WordList.Steps => "before",
        WordList.Packs => "base",
        WordList.Sources => "act",
        WordList.Series => "series",
        WordList.Rules => "duty",
        WordList.PauseReasons => "court",
        WordList.Jurisdictions => "here",
        _ => "sample",
    };
}

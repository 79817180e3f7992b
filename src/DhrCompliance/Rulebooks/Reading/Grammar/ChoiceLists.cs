using System.Collections.Immutable;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>The choices of a fact or an attribute: there where the type asks for them, and only there.</summary>
internal static class ChoiceLists
{
    public static ImmutableArray<string> Read(Desk desk, Fields fields, string key, ValueKind? type)
    {
        var isChoice = type is ValueKind.Choice or ValueKind.Choices;
        if (isChoice)
        {
            fields.Require(key);
        }
        else if (type is not null && fields.Has(key))
        {
            desk.Mistakes.Error(fields.KeyPlace(key), Codes.KeyAlone, $"'{key}' belongs to the types choice and choices", hint: "Write 'type: choice', or delete it.");
        }

        var choices = desk.Values.Texts(fields.Value(key), "a choice");
        foreach (var choice in choices)
        {
            if (choice.Value is "known" or "missing" || choice.Value.Contains(';', StringComparison.Ordinal))
            {
                desk.Mistakes.Error(choice.Place, Codes.ReservedWord, $"{Quote.Of(choice.Value)} cannot be a choice: rules and registers give it another meaning");
            }
        }

        return [.. choices.Select(choice => choice.Value)];
    }
}

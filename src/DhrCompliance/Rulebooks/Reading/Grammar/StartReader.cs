using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Forms;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Rulebooks.Reading.Words;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>Reads what starts a clock, in order of preference.</summary>
internal sealed class StartReader(Desk desk, PatternReader patterns)
{
    /// <param name="node">The list, or the one start.</param>
    /// <param name="own">The dates of the instance itself.</param>
    /// <param name="rule">The full name of the rule that is read.</param>
    public ImmutableArray<StartSource> ReadAll(Node node, OwnDates own, string rule) =>
        [.. desk.Values.OneOrMore(node, "events, in order of preference").Select(start => Read(start, own, rule)).OfType<StartSource>()];

    private StartSource? Read(Node node, OwnDates own, string rule)
    {
        if (node is MappingNode late && late.Find("overdue") is not null)
        {
            return Overdue(Fields.Open(late, EventForms.Overdue, "'starts'", desk.Mistakes), rule);
        }

        if (node is ScalarNode word)
        {
            // A word that is recorded with the instance itself is meant before an event of the same name.
            if (own.TypeOf(word.Value) is { } type)
            {
                return OwnDate(word, own.IsRound(word.Value) ? ValueKind.Date : type);
            }

            if (!desk.Lexicon.Knows(WordKind.Event, word.Value))
            {
                if (!own.IsUnknown)
                {
                    desk.Lexicon.Unknown(WordKind.Event, word, [.. desk.Lexicon.Words(WordKind.Event), .. own.Names]);
                }

                return null;
            }
        }

        return patterns.Read(node) is { } pattern ? new StartEvent(pattern) : null;
    }

    private StartOverdue? Overdue(Fields fields, string rule)
    {
        var name = desk.Values.Scalar(fields.Value("overdue"), "a rule");
        if (name is null)
        {
            return null;
        }

        desk.RulesNamed.Add(name);
        desk.Links.Add(new RuleLink(rule, name, LinkKind.Overdue));
        return new StartOverdue(name.Value);
    }

    private StartOwnDate? OwnDate(ScalarNode word, ValueKind type)
    {
        if (type == ValueKind.Date)
        {
            desk.Lexicon.Use(WordKind.Fact, word.Value);
            return new StartOwnDate(word.Value);
        }

        desk.Mistakes.Error(word.Place, Codes.NotADate, $"'{word.Value}' is of type {EnumWords<ValueKind>.Of(type)}; a clock starts on a date");
        return null;
    }
}

using System.Collections.Frozen;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks;

/// <summary>Which rules concern whom: those that ask for an event which the vocabulary says does, or are about items which do.</summary>
public sealed class RuleConcerns
{
    private readonly FrozenSet<string> _events;
    private readonly FrozenSet<string> _items;

    /// <summary>The rules that concern this.</summary>
    public RuleConcerns(Vocabulary vocabulary, Concern concern)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        _events = vocabulary.Events.Where(kind => kind.Concerns.Contains(concern)).Select(kind => kind.Name).ToFrozenSet(StringComparer.Ordinal);
        _items = vocabulary.Items.Where(kind => kind.Concerns.Contains(concern)).Select(kind => kind.Name).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Whether an event of this word does.</summary>
    public bool Has(string word) => _events.Contains(word);

    /// <summary>Whether the rule does.</summary>
    public bool Has(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return (rule.ForEach is ForEachItem item && _items.Contains(item.ItemKind))
            || rule switch
            {
                Timescale timescale => Asks(timescale.MetBy),
                Check check => check.Order.Any(pattern => Has(pattern.Event)) || Asks(check.Require),
                _ => false,
            };
    }

    // What something else does as well is not asked for.
    private bool Asks(Fulfilment metBy) => metBy switch
    {
        MetByEvent one => Has(one.Event.Event),
        MetByAll all => all.Events.Any(pattern => Has(pattern.Event)),
        MetByAny any => any.Events.All(pattern => Has(pattern.Event)),
        _ => false,
    };

    private bool Asks(Condition? condition) => condition switch
    {
        AllOf all => all.Parts.Any(Asks),
        AnyOf any => any.Parts.Any(Asks),
        NotSo not => Asks(not.Inner),
        OverItems over => _items.Contains(over.ItemKind) || Asks(over.Body),
        EventTest test => Has(test.Event.Event),
        _ => false,
    };
}

using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Grammar;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Mutations;

/// <summary>One rule (or a change of one), key by key. Titles, sources and names decide nothing and are let be.</summary>
internal sealed class RuleMutations
{
    private const string LastDay = "Add one that expects a state, or who is told, on the last day and on the day after it.";

    private readonly PatternMutations _patterns;
    private readonly ConditionMutations _conditions;
    private readonly RoleMutations _roles;
    private readonly Vocabulary _vocabulary;

    public RuleMutations(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _patterns = new PatternMutations(vocabulary);
        _conditions = new ConditionMutations(vocabulary, _patterns);
        _roles = new RoleMutations(vocabulary);
    }

    public ConditionMutations Conditions => _conditions;

    public RoleMutations Roles => _roles;

    /// <summary>What a rule asks.</summary>
    /// <param name="pack">Its pack.</param>
    /// <param name="rule">Its full name.</param>
    /// <param name="node">The rule.</param>
    /// <param name="path">Its escalation path; null: none, or not one that is named here.</param>
    public IEnumerable<Mutation> Of(string pack, string rule, MappingNode node, EscalationPath? path) =>
        node.Entries.SelectMany(entry => Key(new Site(pack, rule, entry.Key.Value), entry.Value, path));

    /// <summary>Which cases a pack or rule governs. Where no day begins it, the events by which it governs decide nothing that a scenario can show.</summary>
    /// <param name="site">Where.</param>
    /// <param name="node">The value of the key.</param>
    /// <param name="isDeciding">Whether its events decide: of a series it is those of the latest edition.</param>
    public static IEnumerable<Mutation> Governs(Site site, Node? node, bool isDeciding) => node is not MappingNode governs || governs.Find("from") is null
        ? []
        :
        [
            .. NumberMutations.OfDate(site, MutationKind.Governance, governs.Find("from"), "Add one of 'edition: by-dates' with a case of the day before, and one with a case of the day itself."),
            .. isDeciding ? By(site, governs.Find("by")) : [],
        ];

    private static IEnumerable<Mutation> By(Site site, Node? node) =>
    [
        .. ListMutations.EachLeftOut(site, MutationKind.Governance, node, word => $"Add one of 'edition: by-dates' in which '{word}' decides which rules govern."),
        .. ListMutations.Swapped(
            site,
            MutationKind.Governance,
            node,
            (first, second) => $"Add one of 'edition: by-dates' in which '{first}' and '{second}' lie on the two sides of the day from which it governs."),
    ];

    private IEnumerable<Mutation> Key(Site site, Node value, EscalationPath? path) => site.Key switch
    {
        "starts" => _patterns.Preferred(site, value),
        "within" => NumberMutations.OfPeriod(site, value, LastDay),
        "promptly" => NumberMutations.OfPeriod(site, value, "Add one that expects who is told on the last of these days and on the day after it."),
        "beginning-with" or "round" or "roll" => [site.LeftOut(MutationKind.TimeLimit, value, ListMutations.Name(value), LastDay)],
        "date" => Dates(site, value),
        "next" or "at" or "from" => _patterns.Needed(site, value),
        "met-by" => _patterns.Fulfilment(site, value),
        "extended-by" or "ends-with" => _patterns.Optional(site, value),
        "paused-by" => ListMutations.EachOrAllLeftOut(site, MutationKind.Value, value, reason => $"Add one with a pause for '{reason}', and the due date after it."),
        "order" => _patterns.Ordered(site, value),
        "when" or "require" => _conditions.Of(site, value),
        "applies-when" or "waived-by" => _conditions.Optional(site, value),
        "for-each" => ForEach(site, value),
        "governs" => Governs(site, value, isDeciding: true),
        "stage" or "signed-by" => ValueMutations.Of(site, value, Signing(site.Key), one => $"Add one in which the checklist is signed with '{one}'."),
        "owner" => Owner(site, value, path),
        "escalation" => [site.LeftOut(MutationKind.Recipient, value, ListMutations.Name(value), "Add one that expects who is told, with 'notices:'.")],
        _ => [],
    };

    /// <summary>Where the path does not write to the owner, no scenario can show whose duty it is.</summary>
    private IEnumerable<Mutation> Owner(Site site, Node value, EscalationPath? path)
    {
        string[] told = [.. path?.Steps.SelectMany(step => step.To) ?? []];
        return told.Contains(Names.OwnerWord) ? _roles.Of(site, value, told) : [];
    }

    private IEnumerable<Mutation> ForEach(Site site, Node value)
    {
        if (value is not MappingNode each)
        {
            return [];
        }

        return each.Find("period") is ScalarNode period
            ? [.. NumberMutations.OfPhrase(site, period, LastDay), .. Recurring(site, period)]
            : each.Find("item") is not null ? _conditions.Optional(site, each.Find("where"))
            : _patterns.Needed(site, each);
    }

    private static IEnumerable<Mutation> Recurring(Site site, ScalarNode period) =>
        ListMutations.Next(period.Value, ["calendar-quarter", "financial-quarter", "year"], []) is { } other && !period.Value.Contains(' ', StringComparison.Ordinal)
            ? [site.Reworded(MutationKind.TimeLimit, period, other, "Add one of the first day of the next period, and of the day before it.")]
            : [];

    private static IEnumerable<Mutation> Dates(Site site, Node value) =>
    [
        .. ListMutations.EachLeftOut(site, MutationKind.Event, value, word => $"Add one in which '{word}' sets the date."),
        .. ListMutations.Swapped(site, MutationKind.Event, value, (first, second) => $"Add one in which both '{first}' and '{second}' set a date, and not the same one."),
    ];

    private ImmutableArray<string> Signing(string key)
    {
        var means = key == "stage" ? AttributeMeaning.Stage : AttributeMeaning.AgreedBy;
        return _vocabulary.Events.FirstOrDefault(kind => kind.Means == EventMeaning.Signing)?.Attributes.FirstOrDefault(attribute => attribute.Means == means)?.Choices ?? [];
    }
}

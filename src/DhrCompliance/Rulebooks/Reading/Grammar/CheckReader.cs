using System.Collections.Immutable;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>Reads a requirement, or an order of events.</summary>
internal sealed class CheckReader(Desk desk, PatternReader patterns, RuleReader rules)
{
    public Check Read(Fields fields)
    {
        var head = rules.Head(fields);
        var owner = rules.Owner(fields);
        var forEach = rules.ForEach(fields);
        if (forEach is ForEachPeriod)
        {
            desk.Mistakes.Error(
                fields.KeyPlace("for-each"),
                Codes.SubjectDoesNotFit,
                $"{fields.What} is for each period, and only what has a clock comes round",
                hint: "A duty of every period stands under 'timescales:'.");
        }

        var order = fields.Value("order") is { } list ? ReadOrder(list) : [];
        var at = fields.Value("at") is { } atNode ? patterns.Read(atNode) : null;
        var from = fields.Value("from") is { } fromNode ? patterns.Read(fromNode) : null;
        var check = new Check
        {
            Pack = rules.Pack,
            Id = head.Id,
            Was = head.Was,
            Title = head.Title,
            Subject = forEach is ForEachPeriod ? SubjectKind.Partnership : rules.Subject(fields, forEach),
            Owner = owner,
            Force = head.Force,
            Basis = head.Basis,
            Cite = head.Cite,
            Verified = head.Verified,
            Governs = head.Governs,
            DepartsFrom = rules.Other(fields, "departs-from", LinkKind.DepartsFrom, head.Id),
            ForEach = forEach,
            AppliesWhen = rules.Condition(fields, "applies-when", forEach),
            WaivedBy = rules.Condition(fields, "waived-by", forEach),
            Escalation = rules.Escalation(fields, isOwnerRequired: false),
            Require = rules.Condition(fields, "require", forEach),
            Order = order,
            At = at,
            From = from,
        };
        OnlyOne(fields, "require", "order", "Say what must be so with 'require:', or which events come one after the other with 'order:'.", isNeeded: true);
        OnlyOne(fields, "at", "from", "'at:' is the event at which it must hold, 'from:' the event from which it must hold on every day.", isNeeded: false);
        return check;
    }

    private ImmutableArray<EventPattern> ReadOrder(Trees.Node list)
    {
        var order = desk.Values.List(list, "events in their order");
        if (order.Length == 1)
        {
            desk.Mistakes.Error(list.Place, Codes.OneRequirement, "an order of one event says nothing", hint: "List the events, each before the next: [first, second].");
        }

        return [.. order.Select(patterns.Read).OfType<EventPattern>()];
    }

    private void OnlyOne(Fields fields, string one, string other, string hint, bool isNeeded)
    {
        if (fields.Has(one) && fields.Has(other))
        {
            desk.Mistakes.Error(fields.KeyPlace(other), Codes.OneRequirement, $"{fields.What} has '{one}' and '{other}'; one of them is wanted", hint: hint);
        }
        else if (isNeeded && !fields.Has(one) && !fields.Has(other))
        {
            desk.Mistakes.Error(fields.Place, Codes.OneRequirement, $"{fields.What} has neither '{one}' nor '{other}'", hint: hint);
        }
    }
}

using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Forms;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Rulebooks.Reading.Words;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>Reads a duty with a clock.</summary>
internal sealed class TimescaleReader(Desk desk, PatternReader patterns, RuleReader rules)
{
    private readonly StartReader _starts = new(desk, patterns);
    private readonly LimitReader _limits = new(desk, patterns);

    public Timescale Read(Fields fields)
    {
        var head = rules.Head(fields);
        var owner = rules.Owner(fields);
        var forEach = rules.ForEach(fields);
        var own = new OwnDates(desk, forEach, fields.Has("for-each"));
        var starts = fields.Value("starts") is { } startsNode ? _starts.ReadAll(startsNode, own, $"{rules.Pack}/{head.Id}") : [];
        var limit = _limits.Read(fields, own);
        if (!fields.Has("starts") && !fields.Has("date") && forEach is not (ForEachEvent or ForEachPeriod) && !own.IsUnknown)
        {
            desk.Mistakes.Error(fields.Place, Codes.NoStart, $"nothing starts the clock of {fields.What}", hint: "Say which event does: 'starts: EVENT'.");
        }

        var timescale = new Timescale
        {
            Pack = rules.Pack,
            Id = head.Id,
            Was = head.Was,
            Title = head.Title,
            Subject = rules.Subject(fields, forEach),
            Owner = owner,
            Force = head.Force,
            Basis = head.Basis,
            Cite = head.Cite,
            Verified = head.Verified,
            Governs = head.Governs,
            Tightens = rules.Other(fields, "tightens", LinkKind.Tightens, head.Id),
            DepartsFrom = rules.Other(fields, "departs-from", LinkKind.DepartsFrom, head.Id),
            ForEach = forEach,
            AppliesWhen = rules.Condition(fields, "applies-when", forEach),
            WaivedBy = rules.Condition(fields, "waived-by", forEach),
            Escalation = rules.Escalation(fields, isOwnerRequired: true),
            Starts = starts,
            Limit = limit,
            MetBy = MetBy(fields.Value("met-by"), forEach) ?? new MetByAny([]),
            ExtendedBy = fields.Value("extended-by") is { } extended ? Extension(extended) : null,
            PausedBy = fields.Value("paused-by") is { } paused ? Reasons(paused) : [],
            EndsWith = fields.Value("ends-with") is { } ends ? patterns.ReadAll(ends) : [],
        };
        return timescale;
    }

    private Fulfilment? MetBy(Node? node, ForEach? forEach)
    {
        if (node is SequenceNode)
        {
            desk.Values.WrongShape(node, "one event, or 'all:' or 'any:' with this list below it");
            return null;
        }

        if (node is not MappingNode mapping || (mapping.Find("all") ?? mapping.Find("any")) is null)
        {
            return patterns.Read(node) is { } one ? new MetByEvent(one) : null;
        }

        if (forEach is ForEachPeriod)
        {
            desk.Values.WrongShape(node, "one event: of several it could not be told which belong to one period");
            return null;
        }

        var isAll = mapping.Find("all") is not null;
        var fields = Fields.Open(mapping, isAll ? EventForms.All : EventForms.Any, "'met-by'", desk.Mistakes);
        ImmutableArray<EventPattern> events =
        [
            .. (fields.Value(isAll ? "all" : "any") is { } list ? desk.Values.List(list, "events") : []).Select(patterns.Read).OfType<EventPattern>(),
        ];
        return isAll ? new MetByAll(events) : new MetByAny(events);
    }

    private EventPattern? Extension(Node node)
    {
        var pattern = patterns.Read(node);
        if (pattern is not null && !desk.Known.IsUncertain && !desk.Known.Events.Any(kind => kind.Name == pattern.Event && kind.Means == EventMeaning.Extension && kind.Attributes.Any(attribute => attribute.Means == AttributeMeaning.Until)))
        {
            desk.Mistakes.Error(
                node.Place,
                Codes.MeaningDoesNotFit,
                $"'{pattern.Event}' sets no other date",
                hint: "In the vocabulary such an event has 'means: extension', and an attribute of it has 'means: until'.");
        }

        return pattern;
    }

    private ImmutableArray<string> Reasons(Node node)
    {
        var reasons = desk.Values.Texts(node, "reasons of pauses");
        var pause = desk.Known.Meaning(EventMeaning.PauseStart)?.Attributes.FirstOrDefault(attribute => attribute.Means == AttributeMeaning.Reason);
        if (pause is null)
        {
            if (!desk.Known.IsUncertain && !reasons.All(reason => desk.Lexicon.IsExcused(reason.Value)))
            {
                desk.Mistakes.Error(
                    node.Place,
                    Codes.MeaningDoesNotFit,
                    "the vocabulary knows no reasons of pauses",
                    hint: "In it an event has 'means: pause-start', and an attribute of it has 'means: reason'.");
            }

            return [];
        }

        foreach (var reason in reasons.Where(reason => !pause.Choices.Contains(reason.Value)))
        {
            Lexicon.ReportUnknown(desk.Mistakes, Codes.UnknownReason, "reason of a pause", reason, pause.Choices);
        }

        return [.. reasons.Select(reason => reason.Value)];
    }
}

using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Forms;
using DhrCompliance.Rulebooks.Reading.Texts;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Rulebooks.Reading.Words;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>A pack with where its parts stand, for what is looked at when all packs are read.</summary>
/// <param name="Pack">The pack.</param>
/// <param name="Place">Where its id stands.</param>
/// <param name="SaysFrom">Whether it says from when it governs, rightly or wrongly.</param>
/// <param name="SourcePlaces">Where its sources stand.</param>
/// <param name="Cited">The sources that its rules cite.</param>
/// <param name="RulePlaces">Where the ids of its rules stand.</param>
internal sealed record PackEntry(
    Pack Pack, Place Place, bool SaysFrom, IReadOnlyDictionary<string, Place> SourcePlaces, IReadOnlySet<string> Cited, IReadOnlyDictionary<string, Place> RulePlaces);

/// <summary>Reads a pack: who it governs, where it is from, its rules.</summary>
internal sealed class PackReader(Desk desk, PatternReader patterns, ConditionReader conditions)
{
    private readonly GovernanceReader _governance = new(desk);
    private readonly SourceReader _sources = new(desk);

    /// <summary>Takes a pack's id, so that others can cite it.</summary>
    public void Declare(MappingNode file)
    {
        if (file.Find("pack") is ScalarNode { Value.Length: > 0 } name)
        {
            desk.Names.Declare(WordKind.Pack, name, name.Value, Codes.DuplicatePack);
        }
    }

    public PackEntry Read(MappingNode file)
    {
        var fields = Fields.Open(file, PackForms.File, "the pack", desk.Mistakes);
        var name = desk.Names.Declared(fields, "pack");
        var id = name?.Value ?? "";
        var title = desk.Prose.Line(fields.Value("title"), "the pack's title");
        var series = desk.Values.Scalar(fields.Value("edition-of"), "the name of the series");
        var status = desk.Values.Option<PackStatus>(fields.Value("status"), "status");
        var isVerified = desk.Values.YesNo(fields.Value("verified"), otherwise: true);
        var governs = fields.Value("governs") is { } node ? _governance.Read(node) : null;
        var names = ReadNames(fields.Value("names"));
        var sources = _sources.ReadAll(fields.Value("sources"), out var places);
        var citations = new CitationReader(desk, places.Keys);
        var force = governs?.Adopted == true ? Force.Local : series is not null ? Force.Guidance : Force.Statute;
        var rules = new RuleReader(desk, id, force, citations, _governance, patterns, conditions);
        var pack = new Pack
        {
            Id = id,
            Title = title ?? "",
            Series = series?.Value,
            BasedOn = (fields.Value("based-on") as ScalarNode)?.Value,
            Changed = [.. ((fields.Value("change") as SequenceNode)?.Items ?? []).OfType<MappingNode>().Select(change => change.Find("rule")).OfType<ScalarNode>().Select(rule => rule.Value)],
            Status = status ?? PackStatus.InForce,
            Verified = isVerified,
            Governs = governs,
            Names = names,
            Sources = sources,
            Criteria = Rules(fields, "criteria", RuleForms.Criterion, "criterion", new CriterionReader(conditions, rules).Read),
            Timescales = Rules(fields, "timescales", RuleForms.Timescale, "timescale", new TimescaleReader(desk, patterns, rules).Read),
            Checks =
            [
                .. Rules(fields, "checks", RuleForms.Check, "check", new CheckReader(desk, patterns, rules).Read),
                .. Rules(fields, "checklists", RuleForms.Checklist, "checklist", new ChecklistReader(desk, rules).Read),
            ],
        };
        if (pack.BasedOn is null && pack.Criteria.IsEmpty && pack.Timescales.IsEmpty && pack.Checks.IsEmpty && !fields.Has("criteria") && !fields.Has("timescales") && !fields.Has("checks") && !fields.Has("checklists"))
        {
            desk.Mistakes.Error(fields.Place, Codes.MissingKey, "the pack has no rules", hint: "Rules stand under 'criteria:', 'timescales:', 'checks:' and 'checklists:'.");
        }

        var saysFrom = (file.Find("governs") as MappingNode)?.Find("from") is not null;
        return new PackEntry(pack, name?.Place ?? fields.Place, saysFrom, places, citations.Cited, rules.Places);
    }

    private ImmutableArray<T> Rules<T>(Fields fields, string key, Form form, string noun, Func<Fields, T> read) => fields.Value(key) is not { } list
        ? []
        :
        [
            .. desk.Values.List(list, $"rules, each with its 'id:'")
                .Select(entry => desk.Values.Mapping(entry, form, Called(entry, noun), "'id:' and what else a rule has"))
                .OfType<Fields>()
                .Select(read),
        ];

    private static string Called(Node entry, string noun) =>
        (entry as MappingNode)?.Find("id") is ScalarNode id ? $"{noun} {Quote.Of(id.Value)}" : $"the {noun}";

    private ImmutableDictionary<string, string> ReadNames(Node? node)
    {
        var names = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (node is not null && desk.Values.Mapping(node, PackForms.CaseNames, "'names'", "'review:' and 'short:'") is { } fields)
        {
            foreach (var key in (ReadOnlySpan<string>)["review", "short"])
            {
                if (fields.Value(key) is { } value && desk.Prose.Line(value, "what a review is called") is { } text)
                {
                    names[key] = text;
                }
            }

        }

        return names.ToImmutable();
    }
}

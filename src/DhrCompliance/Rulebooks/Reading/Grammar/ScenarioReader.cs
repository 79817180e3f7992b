using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Forms;
using DhrCompliance.Rulebooks.Reading.Texts;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Rulebooks.Reading.Words;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>Reads scenarios, when all rules are read: those in packs, and those in files of their own.</summary>
internal sealed class ScenarioReader(Desk desk, Rulebook rulebook)
{
    /// <summary>At the top of a file of scenarios: the pack they are of.</summary>
    public const string OfPack = "scenarios-of";

    /// <summary>The key of the scenarios.</summary>
    public const string List = "scenarios";

    /// <summary>In place of an edition: the dates of the case decide.</summary>
    public const string ByDates = "by-dates";

    private readonly ScenarioCaseReader _cases = new(desk);
    private readonly ScenarioStepReader _steps = new(desk, rulebook);
    private readonly Dictionary<(string Pack, string Name), Place> _names = [];

    public ImmutableArray<Scenario> ReadAll(FileSorter sorter)
    {
        var scenarios = ImmutableArray.CreateBuilder<Scenario>();
        foreach (var file in sorter.Packs)
        {
            scenarios.AddRange(Read(file.Find(List), (file.Find("pack") as ScalarNode)?.Value ?? ""));
        }

        foreach (var file in sorter.Scenarios)
        {
            var fields = Fields.Open(file, ScenarioForms.File, "the file of scenarios", desk.Mistakes);
            var pack = Pack(fields.Value(OfPack));
            scenarios.AddRange(Read(fields.Value(List), pack ?? ""));
        }

        return [.. scenarios.OrderBy(scenario => scenario.Path, StringComparer.Ordinal).ThenBy(scenario => scenario.Line)];
    }

    private IEnumerable<Scenario> Read(Node? list, string pack) => list is null or RefusedNode
        ? []
        : [.. desk.Values.List(list, "scenarios, each with its 'name:'").Select(node => One(node, pack)).OfType<Scenario>()];

    private Scenario? One(Node node, string pack)
    {
        var what = (node as MappingNode)?.Find("name") is ScalarNode called ? $"scenario {Quote.Of(called.Value)}" : "the scenario";
        if (desk.Values.Mapping(node, ScenarioForms.Scenario, what, "'name:', 'case:' and 'steps:'") is not { } fields)
        {
            return null;
        }

        var label = fields.Value("name");
        var name = desk.Prose.Line(label, "what the scenario shows") ?? "";
        if (name.Length > 0 && !_names.TryAdd((pack, name), label!.Place))
        {
            desk.Mistakes.Error(label.Place, Codes.DuplicateId, $"the scenario {Quote.Of(name)} is there twice; it is at {_names[(pack, name)]} already");
        }

        var edition = fields.Value("edition");
        var governs = edition is null ? pack : edition is ScalarNode { Value: ByDates } ? null : Pack(edition);
        var kept = fields.Value("kept-since");
        var isHistoric = kept is ScalarNode { Value: ExpectedState.None };
        var content = _cases.Read(fields.Value("case"));
        var about = desk.Values.Texts(fields.Value("about"), "rules");
        foreach (var rule in about)
        {
            _steps.Known(rule);
        }

        var scenario = new Scenario
        {
            Pack = pack,
            Name = name,
            Path = fields.Place.Source.Path,
            Line = label?.Place.Line ?? fields.Place.Line,
            Edition = governs,
            Subject = content.Subject,
            Jurisdiction = content.Jurisdiction,
            KeptSince = kept is null || isHistoric ? null : Day(kept),
            IsHistoric = isHistoric,
            Facts = content.Facts,
            Items = content.Items,
            Events = content.Events,
            About = [.. about.Select(rule => rule.Value)],
            Steps = _steps.ReadAll(fields.Value("steps"), content),
        };
        return scenario;
    }

    private DateOnly? Day(Node node) => ScenarioCaseReader.Day(desk, node);

    private string? Pack(Node? node)
    {
        if (desk.Values.Scalar(node, "a pack") is not { } name)
        {
            return null;
        }

        if (!desk.Lexicon.Knows(WordKind.Pack, name.Value) && !desk.Lexicon.IsExcused(name.Value))
        {
            Lexicon.ReportUnknown(desk.Mistakes, Codes.UnknownPack, "pack", name, desk.Lexicon.Words(WordKind.Pack));
        }

        return name.Value;
    }
}

/// <summary>What is recorded of a scenario's case.</summary>
internal sealed record ScenarioCase(
    SubjectKind Subject, string? Jurisdiction, ImmutableDictionary<string, string> Facts, ImmutableArray<ScenarioItem> Items, ImmutableArray<ScenarioEvent> Events);

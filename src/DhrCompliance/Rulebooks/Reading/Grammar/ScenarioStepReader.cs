using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Forms;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Rulebooks.Reading.Words;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>Reads the days of a scenario and what is expected on each.</summary>
internal sealed class ScenarioStepReader(Desk desk, Rulebook rulebook)
{
    private readonly ExpectedRowReader _rows = new(desk, rulebook);

    public ImmutableArray<ScenarioStep> ReadAll(Node? node, ScenarioCase content)
    {
        var steps = ImmutableArray.CreateBuilder<ScenarioStep>();
        if (node is null)
        {
            return [];
        }

        foreach (var entry in desk.Values.List(node, "steps, each with its 'day:'"))
        {
            if (desk.Values.Mapping(entry, ScenarioForms.Step, "the step", "'day:' and 'expect:'") is not { } fields)
            {
                continue;
            }

            var place = fields.Value("day");
            var day = ScenarioCaseReader.Day(desk, place);
            if (day is { } on && steps.Count > 0 && steps[^1].Day >= on)
            {
                desk.Mistakes.Error(place!.Place, Codes.ScenarioSteps, "this day is not after that of the step before it", hint: "Steps stand in the order of their days, each day once.");
            }

            var step = new ScenarioStep { Day = day ?? default, Line = place?.Place.Line ?? fields.Place.Line };
            step = fields.Value("expect") is { } expect ? Expect(expect, step, content) : step;
            if (day is not null)
            {
                steps.Add(step);
            }
        }

        if (steps.Count > 0 && steps.All(step => step is { States.IsEmpty: true, Due.IsEmpty: true, Because.IsEmpty: true, Notices: null }) && !desk.Mistakes.HasErrors)
        {
            desk.Mistakes.Error(node.Place, Codes.ScenarioSteps, "nothing is expected on any day, so that this scenario can never fail", hint: "Give a step 'expect:' with 'states:', 'due:', 'notices:' or 'because:'.");
        }

        return steps.ToImmutable();
    }

    /// <summary>A rule that no pack has is reported.</summary>
    public bool Known(ScalarNode rule) => _rows.Known(rule);

    private ScenarioStep Expect(Node node, ScenarioStep step, ScenarioCase content)
    {
        if (desk.Values.Mapping(node, ScenarioForms.Expectation, "'expect'", "'states:', 'due:', 'notices:' or 'because:'") is not { } fields)
        {
            return step;
        }

        step = step with
        {
            States = [.. Rows(fields.Value("states"), content, "a state").SelectMany(row => _rows.State(row.Row, row.Rules, row.Value))],
            Due = [.. Rows(fields.Value("due"), content, "a date").SelectMany(row => Due(row.Row, row.Value))],
            Because = [.. Rows(fields.Value("because"), content, "words of a reason").SelectMany(row => Because(row.Row, row.Value))],
            Notices = fields.Has("notices") ? Notices(fields.Value("notices"), fields.KeyPlace("notices").Line) : null,
        };
        return step;
    }

    private IEnumerable<(ExpectedRow Row, ImmutableArray<Rule> Rules, Node Value)> Rows(Node? node, ScenarioCase content, string what)
    {
        if (node is not MappingNode mapping)
        {
            desk.Values.WrongShape(node, $"rules, each with {what}");
            yield break;
        }

        foreach (var (key, value) in mapping.Entries)
        {
            if (_rows.Read(key, content) is var (row, rules) && value is not RefusedNode)
            {
                yield return (row, rules, value);
            }
        }
    }

    private IEnumerable<ExpectedDue> Due(ExpectedRow row, Node value)
    {
        if (desk.Values.Scalar(value, "a date, or none") is { } text)
        {
            if (text.Value == ExpectedState.None)
            {
                yield return new ExpectedDue(row, null);
            }
            else if (desk.Values.Date(text) is { } date)
            {
                yield return new ExpectedDue(row, date);
            }
        }
    }

    private IEnumerable<ExpectedReason> Because(ExpectedRow row, Node value) =>
        desk.Values.Texts(value, "words of a reason").Select(text => new ExpectedReason(row, text.Value));

    private ExpectedNotices Notices(Node? node, int line)
    {
        if (node is SequenceNode { Items.IsEmpty: true })
        {
            return new ExpectedNotices([], line);
        }

        var all = ImmutableArray.CreateBuilder<ExpectedNotice>();
        foreach (var entry in desk.Values.OneOrMore(node, "roles, or an empty list for none"))
        {
            if (entry is MappingNode mapping)
            {
                all.AddRange(mapping.Entries.SelectMany(pair => Notice(pair.Key, desk.Values.Scalar(pair.Value, "a step of the path"))));
            }
            else if (desk.Values.Scalar(entry, "a role, or 'ROLE: STEP'") is { } role)
            {
                all.AddRange(Notice(role, null));
            }
        }

        return new ExpectedNotices(all.ToImmutable(), line);
    }

    private IEnumerable<ExpectedNotice> Notice(ScalarNode role, ScalarNode? step)
    {
        if (step is not null && !Steps.Contains(step.Value) && !desk.HasUnreadable)
        {
            Lexicon.ReportUnknown(desk.Mistakes, Codes.UnknownOption, "step of an escalation path:", step, Steps);
        }

        return desk.Lexicon.Resolve(WordKind.Role, role) is { } known ? [new ExpectedNotice(known, step?.Value)] : [];
    }

    /// <summary>The steps of every path, and the two that no path declares.</summary>
    private IEnumerable<string> Steps => rulebook.Paths.SelectMany(path => path.Steps).Select(step => step.Id).Concat(StateWords.OwnSteps).Distinct();
}

using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Rulebooks.Reading.Words;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>Reads which row of an assessment is meant (<c>RULE</c>, <c>PACK/RULE</c>, <c>RULE INSTANCE</c>) and the state it is to be in.</summary>
internal sealed class ExpectedRowReader(Desk desk, Rulebook rulebook)
{
    public (ExpectedRow Row, ImmutableArray<Rule> Rules)? Read(ScalarNode key, ScenarioCase content)
    {
        var space = key.Value.IndexOf(' ', StringComparison.Ordinal);
        var rule = space < 0 ? key : key.Part(0, space);
        if (!Known(rule))
        {
            return null;
        }

        ImmutableArray<Rule> rules = [.. rulebook.Packs.SelectMany(pack => pack.Rules).Where(one => one.Id == rule.Value || one.FullName == rule.Value)];
        if (space < 0)
        {
            return (new ExpectedRow(rule.Value, null, key.Place.Line), rules);
        }

        var instance = key.Part(space + 1, key.Value.Length - space - 1);
        if (!rules.IsEmpty && rules.All(one => one.ForEach is not ForEachPeriod))
        {
            string[] known = [.. rules.SelectMany(one => Instances(one, content)).Distinct()];
            if (!known.Contains(instance.Value))
            {
                Lexicon.ReportUnknown(desk.Mistakes, Codes.UnknownInstance, $"instance of '{rule.Value}':", instance, known);
            }
        }

        return (new ExpectedRow(rule.Value, instance.Value.Trim(), key.Place.Line), rules);
    }

    public bool Known(ScalarNode rule)
    {
        if (desk.RuleIds.Contains(rule.Value))
        {
            return true;
        }

        if (!desk.Lexicon.IsExcused(rule.Value))
        {
            Lexicon.ReportUnknown(desk.Mistakes, Codes.UnknownRule, "rule", rule, desk.RuleIds.Where(id => id.Length > 0));
        }

        return false;
    }

    public IEnumerable<ExpectedState> State(ExpectedRow row, ImmutableArray<Rule> rules, Node value)
    {
        if (desk.Values.Scalar(value, "a state") is not { } state)
        {
            return [];
        }

        string[] known = [.. rules.SelectMany(rule => StateWords.Of(rule)).Append(ExpectedState.None).Distinct()];
        if (!rules.IsEmpty && !known.Contains(state.Value))
        {
            var noun = rules[0] is Criterion ? "answer" : "state";
            Lexicon.ReportUnknown(desk.Mistakes, Codes.UnknownOption, $"{noun} of '{row.Rule}':", state, known);
        }

        return [new ExpectedState(row, state.Value)];
    }

    private static IEnumerable<string> Instances(Rule rule, ScenarioCase content) => rule.ForEach switch
    {
        ForEachItem each => content.Items.Where(item => item.Kind == each.ItemKind).Select(item => item.Id),
        ForEachEvent each => content.Events.Where(happened => happened.Event == each.Event.Event).SelectMany(happened => (string?[])[happened.Id, happened.Item]).OfType<string>(),
        _ => ["once"],
    };
}

/// <summary>The words of what an assessment can say of a rule; a test compares them with the assessment's own.</summary>
internal static class StateWords
{
    public static ImmutableArray<string> OfTimescale { get; } =
        ["not-started", "running", "due-soon", "overdue", "outstanding", "met", "met-late", "paused", "waived", "ended", "not-applicable", "cannot-tell"];

    public static ImmutableArray<string> OfCheck { get; } = ["holds", "fails", "not-yet", "waived", "not-applicable", "cannot-tell"];

    public static ImmutableArray<string> OfCriterion { get; } = ["yes", "no", "cannot-tell"];

    /// <summary>Steps that every path has without declaring them.</summary>
    public static ImmutableArray<string> OwnSteps { get; } = ["cannot-tell", "no-longer-stands"];

    public static ImmutableArray<string> Of(Rule rule) => rule switch
    {
        Timescale => OfTimescale,
        Check => OfCheck,
        _ => OfCriterion,
    };
}

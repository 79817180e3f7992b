using DhrCompliance.Rulebooks;

namespace DhrCompliance.Assessments.Explaining.Rules.Examples;

/// <summary>For a check, an example that holds and one that does not; for a criterion, one that it meets and one that it does not.</summary>
internal static class CheckExamples
{
    private const int Between = 10;

    public static IEnumerable<RuleExample> Of(Check rule, Pack pack, CompiledRulebook compiled, Phrases phrases)
    {
        var day = ExampleDays.For(rule, pack, compiled.Rulebook).FirstOrDefault();
        if (day == default)
        {
            return [];
        }

        var other = rule.SignedBy is null ? CheckState.Fails : CheckState.NotYet;
        return new[] { On(so: true, CheckState.Holds, begun: false), On(so: false, other, begun: false) ?? On(so: false, other, begun: true) }.OfType<RuleExample>();

        // What nobody recorded may have happened before the register was kept, unless the review had not begun by then.
        RuleExample? On(bool so, CheckState wanted, bool begun)
        {
            var made = new ExampleCase(compiled.Rulebook);
            Fill(made, rule, so, day);
            var file = ExampleMaker.File(made, rule, pack, day);
            if (begun)
            {
                made.Begin(day);
                file = ExampleMaker.File(made, rule, pack, day);
            }

            var assessment = compiled.Assess(compiled.Bind(file), day.AddDays(Between * (rule.Order.Length + 5)));
            return assessment.Checks.Any(row => row.Rule.FullName == rule.FullName && row.State == wanted)
                ? new RuleExample { Recorded = [.. made.Told(phrases)], Outcome = Outcome(wanted) }
                : null;
        }
    }

    public static IEnumerable<RuleExample> Of(Criterion rule, Pack pack, CompiledRulebook compiled, Phrases phrases)
    {
        foreach (var (so, wanted) in new[] { (true, Answer.Yes), (false, Answer.No) })
        {
            var day = ExampleDays.For(rule, pack, compiled.Rulebook).FirstOrDefault();
            if (day == default)
            {
                yield break;
            }

            var made = new ExampleCase(compiled.Rulebook);
            ExampleMaker.Applies(made, rule, day);
            Wished.Make(made, rule.When, so, day);
            var told = made.Told(phrases);
            var assessment = compiled.Assess(compiled.Bind(ExampleMaker.File(made, rule, pack, day)), day.AddDays(Between));
            if (assessment.Criteria.FirstOrDefault(row => row.Rule.FullName == rule.FullName)?.Answer == wanted)
            {
                yield return new RuleExample { Recorded = [.. told], Outcome = so ? "It is met." : "It is not met." };
            }
        }
    }

    private static void Fill(ExampleCase made, Check rule, bool so, DateOnly day)
    {
        ExampleMaker.Applies(made, rule, day);
        var later = day.AddDays(2 * Between);
        if (rule.ForEach is ForEachEvent each)
        {
            made.Happen(each.Event, rule.Order.IsEmpty ? later : day);
        }

        if ((rule.At ?? rule.From) is { } moment)
        {
            made.Happen(moment, rule.Order.IsEmpty ? later : day.AddDays(Between * (rule.Order.Length + 1)));
        }

        if (rule.Require is { } required)
        {
            Wished.Make(made, required, so, day.AddDays(Between), (rule.ForEach as ForEachItem)?.ItemKind);
        }

        if (rule.SignedBy is { } signing && so)
        {
            made.Happen(signing, day.AddDays(Between));
        }

        foreach (var (step, at) in (so ? rule.Order : [.. rule.Order.Reverse()]).Select((step, at) => (step, at + 1)))
        {
            made.Happen(step, day.AddDays(Between * at));
        }
    }

    private static string Outcome(CheckState state) => state switch
    {
        CheckState.Holds => "It holds.",
        CheckState.Fails => "It fails.",
        _ => "It does not hold yet.",
    };
}

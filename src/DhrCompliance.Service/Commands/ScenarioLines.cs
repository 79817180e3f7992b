using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Scenarios;

namespace DhrCompliance.Service.Commands;

/// <summary>Scenarios on a terminal: each that is not as expected with expected and found side by side, and why.</summary>
internal static class ScenarioLines
{
    public static void Show(ImmutableArray<ScenarioResult> results, string folder, Invocation invocation)
    {
        foreach (var result in results.Where(result => !result.Passed))
        {
            var path = $"{folder.TrimEnd('/', '\\')}/{result.Scenario.Path}";
            invocation.Show($"{path}:{result.Scenario.Line}: {result.Scenario.Name}");
            var explained = new HashSet<(DateOnly, string)>(); // a row is explained once a day, whatever is wrong with it
            foreach (var failure in result.Failures)
            {
                invocation.Show($"  {path}:{failure.Line}: on {Invocation.Text(failure.Day)}, {failure.About}: expected {failure.Expected} | found {failure.Found}");
                foreach (var why in failure.Why.Where(why => explained.Add((failure.Day, why.Heading))))
                {
                    Show(why, invocation);
                }
            }

            invocation.Show();
        }

        var wrong = results.Count(result => !result.Passed);
        var all = Recorded.Counted(results.Length, "scenario");
        if (results.IsEmpty)
        {
            invocation.Say("There are no scenarios beside these rules: docs/rule-language.md says how to write one.");
        }
        else if (wrong == 0)
        {
            invocation.Say($"{all}: all as expected.");
        }
        else
        {
            invocation.Show($"{all}: {results.Length - wrong} as expected, {wrong} not.");
        }
    }

    private static void Show(Explanation why, Invocation invocation)
    {
        invocation.Show($"    {why.Heading}");
        foreach (var paragraph in why.Paragraphs.Concat(why.ToSettle is { } settle ? [settle] : Array.Empty<string>()))
        {
            invocation.Show($"      {paragraph}");
        }
    }
}

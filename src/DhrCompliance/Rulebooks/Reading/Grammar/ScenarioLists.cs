using System.Globalization;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>Scenarios of a pack: looked at for their shape, and kept out of the rulebook, which is told.</summary>
internal static class ScenarioLists
{
    public static void Read(Desk desk, Fields fields)
    {
        if (fields.Optional("scenarios") is not { } list)
        {
            return;
        }

        var scenarios = desk.Values.List(list, "scenarios, each with its 'name:'");
        foreach (var scenario in scenarios)
        {
            if (desk.Values.Mapping(scenario, "the scenario", "'name:', 'case:' and 'steps:'") is { } entry)
            {
                desk.Prose.Line(entry.Required("name"), "what the scenario shows");
            }
        }

        desk.Mistakes.Information(
            fields.KeyPlace("scenarios"),
            Codes.ScenariosKeptOut,
            string.Create(CultureInfo.InvariantCulture, $"scenarios are not run in this version; {scenarios.Length} of them {(scenarios.Length == 1 ? "is" : "are")} kept out"));
    }
}

using DhrCompliance.Rulebooks.Reading.Grammar;

namespace DhrCompliance.Rulebooks.Reading.Checks;

/// <summary>Checks whose path tells nobody: its steps count from a day, and what is required without an event has none.</summary>
internal static class SilentPaths
{
    public static void Check(Desk desk, IReadOnlyList<PackEntry> packs)
    {
        foreach (var entry in packs)
        {
            foreach (var check in entry.Pack.Checks.Where(IsSilent))
            {
                desk.Mistakes.Warning(
                    entry.RulePlaces[check.Id],
                    Codes.SilentPath,
                    $"nobody is ever told of '{check.Id}': the steps of '{check.Escalation}' count from a day, and nothing says from which",
                    "Add 'from:' with the event from which it must be so, or 'at:' with the one at which it is looked at; or take 'escalation:' away.");
            }
        }
    }

    private static bool IsSilent(Check check) =>
        check is { Escalation: not null, Require: not null, At: null, From: null, ForEach: not ForEachEvent };
}

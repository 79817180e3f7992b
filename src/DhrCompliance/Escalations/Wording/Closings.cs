using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining;

namespace DhrCompliance.Escalations.Wording;

/// <summary>The small print of a mail about several things.</summary>
internal static class Closings
{
    public static ImmutableArray<string> Of(DateOnly asOf) =>
    [
        $"Written by DhrCompliance from what the register held on {DateWords.Day(asOf)}. If something has happened that is not recorded, record it: nothing else stops the next step.",
        "It names no person, on purpose. Please put no names and no details of a case into an answer.",
    ];
}

using DhrCompliance.Assessments;
using DhrCompliance.Service.Intake.Cells;

namespace DhrCompliance.Service.Commands;

/// <summary>The words of states and answers that a person may ask for.</summary>
internal static class StateNames
{
    private static readonly string[] All =
    [
        .. Enum.GetValues<TimescaleState>().Select(Words.Of)
            .Concat(Enum.GetValues<CheckState>().Select(Words.Of))
            .Concat(Enum.GetValues<Answer>().Select(Words.Of))
            .Distinct(),
    ];

    /// <summary>Throws <see cref="UsageException"/> where there is no state of this name. Null: none was named.</summary>
    public static void Require(string? name)
    {
        if (name is not null && !All.Contains(name, StringComparer.Ordinal))
        {
            throw new UsageException($"There is no state '{name}'{(Nearest.Of(name, All) is { } near ? $"; did you mean '{near}'?" : $"; the states are: {string.Join(", ", All)}.")}");
        }
    }
}

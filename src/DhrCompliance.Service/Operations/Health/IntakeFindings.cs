using static DhrCompliance.Service.Operations.Health.HealthWords;

namespace DhrCompliance.Service.Operations.Health;

/// <summary>How the intake folder stands.</summary>
/// <param name="Waiting">How many files wait to be taken or put away.</param>
/// <param name="WaitingSince">Since when the first of them has; null: none does.</param>
/// <param name="Left">How many links, folders and the like lie there, which are not taken.</param>
/// <param name="Fault">Why the folder cannot be used; null: it can.</param>
public sealed record IntakeStanding(int Waiting, DateTimeOffset? WaitingSince, int Left, string? Fault);

/// <summary>Whether what people hand in is taken.</summary>
internal static class IntakeFindings
{
    /// <summary>How long a file may lie there while somebody copies it or has it open.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public static Finding Intake(HealthFacts facts, DateTimeOffset now)
    {
        const string Name = HealthFindings.Names.Intake;
        if (facts.Intake is not { } standing)
        {
            return new Finding(Name, HealthLevel.Ok, "There is no intake folder.");
        }

        return Trouble(standing, now) is { } trouble
            ? new Finding(Name, HealthLevel.Degraded, trouble)
            : new Finding(Name, HealthLevel.Ok, standing.Waiting == 0 ? "Nothing waits in the intake folder." : $"{Counted(standing.Waiting, "file waits", "files wait")} in the intake folder, and {(standing.Waiting == 1 ? "is" : "are")} taken within minutes.");
    }

    /// <summary>What somebody has to look after; null: nothing.</summary>
    public static string? Trouble(IntakeStanding standing, DateTimeOffset now) => standing switch
    {
        { Fault: { } fault } => $"The intake folder cannot be used ({fault}): let the service's user read, write and make folders in Intake:Folder; none of working, done and refused in it may be a link.",
        { WaitingSince: { } since } when now - since > Patience => $"{Counted(standing.Waiting, "file waits", "files wait")} in the intake folder, the first since {At(since)}: whoever has it open should close it; the service's user must be allowed to read it and to move it to done or refused. It is tried again every minute.",
        { Left: > 0 } => $"{Counted(standing.Left, "thing lies", "things lie")} in the intake folder that {(standing.Left == 1 ? "is" : "are")} not taken, such as a link or a folder: put files there, or take it away.",
        _ => null,
    };
}

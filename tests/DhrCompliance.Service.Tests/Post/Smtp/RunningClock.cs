namespace DhrCompliance.Service.Tests.Post.Smtp;

/// <summary>The clock of the machine: waiting on a socket takes real time.</summary>
internal sealed class RunningClock : TimeProvider
{
    public static RunningClock Instance { get; } = new();
}

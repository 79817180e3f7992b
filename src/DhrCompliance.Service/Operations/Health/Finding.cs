namespace DhrCompliance.Service.Operations.Health;

/// <summary>How well something is. In order: the worst is the last.</summary>
public enum HealthLevel
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>The service does its work; somebody should look.</summary>
    Degraded,

    /// <summary>The service does not do its work.</summary>
    Unhealthy,
}

/// <summary>One thing that health rests on.</summary>
/// <param name="Name">A word for it, which does not change.</param>
/// <param name="Level">How well it is.</param>
/// <param name="Detail">A sentence; where it is not well, with what to do. It names no person, no path and no words of a server.</param>
public sealed record Finding(string Name, HealthLevel Level, string Detail);

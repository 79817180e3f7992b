namespace DhrCompliance.Service.Intake.Planning;

/// <summary>A row to append, and the difference it makes. A new event or item without an id has the empty one; it gets its own when it is written.</summary>
internal sealed record Planned<TRow>(TRow Row, Change Change);

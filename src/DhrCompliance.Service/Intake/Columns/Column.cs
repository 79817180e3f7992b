using System.Collections.Immutable;

namespace DhrCompliance.Service.Intake.Columns;

/// <summary>One column of a table.</summary>
internal sealed record Column(string Name, CellKind Kind)
{
    /// <summary>What a word of it is, in an error: "an event", "a role".</summary>
    public string What { get; init; } = "one of its words";

    /// <summary>The words it takes, where it takes words.</summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>True: a file without it is refused.</summary>
    public bool IsKey { get; init; }

    /// <summary>True: a new row must say it, and a known one cannot empty it.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>True: a file with new rows must have it, though a cell may be empty.</summary>
    public bool IsAskedOfNewRows { get; init; }
}

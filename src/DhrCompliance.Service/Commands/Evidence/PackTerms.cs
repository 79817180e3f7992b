using System.Collections.Immutable;

namespace DhrCompliance.Service.Commands.Evidence;

/// <summary>What a pack was asked for: with these terms and the rest of the pack, its audit can be made again.</summary>
internal sealed record PackTerms
{
    /// <summary>The form of the pack; another form is another number.</summary>
    public const int CurrentForm = 1;

    public int Form { get; init; } = CurrentForm;

    /// <summary>The version of the program that made it.</summary>
    public required string ToolVersion { get; init; }

    public required DateOnly AsOf { get; init; }

    /// <summary>The moment of knowledge as it was asked for; null: all that the pack holds.</summary>
    public string? KnownAt { get; init; }

    /// <summary>True: the moment is that which the sources of the rows claim.</summary>
    public bool Claimed { get; init; }

    /// <summary>The hash of the rulebook.</summary>
    public required string Rulebook { get; init; }

    /// <summary>The cases and partnerships assessed.</summary>
    public required ImmutableArray<string> References { get; init; }

    /// <summary>The rule that the audit was cut to; null: every rule.</summary>
    public string? Rule { get; init; }

    /// <summary>The state that it was cut to; null: every state.</summary>
    public string? State { get; init; }

    /// <summary>False: what persons wrote in their own words was left out.</summary>
    public bool WithNotes { get; init; }

    /// <summary>True: the register is a demonstration.</summary>
    public bool IsDemo { get; init; }
}

namespace DhrCompliance.Rulebooks.Reading;

/// <summary>How much a diagnostic weighs.</summary>
public enum Severity
{
    /// <summary>The rule set cannot be used.</summary>
    Error,

    /// <summary>Probably not what was meant; the rule set can be used.</summary>
    Warning,

    /// <summary>Worth knowing; nothing is wrong.</summary>
    Information,
}

/// <summary>Something found in a rule file, with its place and what to do about it.</summary>
public sealed record Diagnostic
{
    /// <summary>How much it weighs.</summary>
    public required Severity Severity { get; init; }

    /// <summary>A stable code, <c>DHR001</c> and on; <c>docs/rule-diagnostics.md</c> says what each stands for.</summary>
    public required string Code { get; init; }

    /// <summary>The file; empty where it is about the set as a whole.</summary>
    public required string Path { get; init; }

    /// <summary>The line, from 1; 0 where it is about no line.</summary>
    public required int Line { get; init; }

    /// <summary>The character of the line, from 1; 0 where it is about no line.</summary>
    public required int Column { get; init; }

    /// <summary>What is wrong, in one sentence without a full stop.</summary>
    public required string Message { get; init; }

    /// <summary>The word that was probably meant; null where none is near.</summary>
    public string? Suggestion { get; init; }

    /// <summary>What to write instead; null where the message says it.</summary>
    public string? Hint { get; init; }

    /// <summary>The text of the line; null where there is none to show, or it is too long to be shown.</summary>
    public string? SourceLine { get; init; }
}

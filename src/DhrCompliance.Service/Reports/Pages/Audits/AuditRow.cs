namespace DhrCompliance.Service.Reports.Pages.Audits;

/// <summary>A row of a case.</summary>
public sealed record AuditRow
{
    public required AuditRule Rule { get; init; }

    /// <summary>The rule's title, with the item or event that the row is about.</summary>
    public required string Title { get; init; }

    /// <summary>The word of its state.</summary>
    public required string State { get; init; }

    public string Due { get; init; } = "";

    public string Late { get; init; } = "";

    /// <summary>The sentence that says most of how it stands.</summary>
    public required string Why { get; init; }

    /// <summary>The other reasons, where it is not settled.</summary>
    public string More { get; init; } = "";

    /// <summary>What would settle it, or whether its lateness is explained; null: there is nothing to say.</summary>
    public string? Remark { get; init; }
}

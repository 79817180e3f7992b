using System.Collections.Immutable;
using DhrCompliance.Escalations;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Post;

/// <summary>What one subject's plan becomes in the register.</summary>
public sealed record OutboxEntries
{
    public static OutboxEntries None { get; } = new() { Subject = string.Empty, On = default };

    /// <summary>The case, or the partnership.</summary>
    public required string Subject { get; init; }

    /// <summary>The day planned on.</summary>
    public required DateOnly On { get; init; }

    public ImmutableArray<NoticeRow> Notices { get; init; } = [];

    /// <summary>One mail for each person, planned or held.</summary>
    public ImmutableArray<DeliveryRow> Deliveries { get; init; } = [];

    /// <summary>Roles that nobody holds; their notices wait.</summary>
    public ImmutableArray<Vacancy> Vacancies { get; init; } = [];

    /// <summary>Keys whose ground no longer holds.</summary>
    public ImmutableArray<string> Withdrawn { get; init; } = [];

    /// <summary>Those of them with mail that has not gone out.</summary>
    public ImmutableArray<string> Unsent { get; init; } = [];
}

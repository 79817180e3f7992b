using System.Collections.Immutable;
using DhrCompliance.Escalations.Reach;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post.Composing;

namespace DhrCompliance.Service.Post;

/// <summary>What one subject's plan becomes in the register, and what is to be told of it by the mails of the day.</summary>
public sealed record OutboxEntries
{
    public static OutboxEntries None { get; } = new() { On = default };

    /// <summary>The day planned on.</summary>
    public required DateOnly On { get; init; }

    public ImmutableArray<NoticeRow> Notices { get; init; } = [];

    /// <summary>Notices that make no mail by themselves: they go with one, or are recorded as passed over.</summary>
    public ImmutableArray<NoticeRow> Light { get; init; } = [];

    /// <summary>What each person is to be told.</summary>
    public ImmutableArray<Parcel> Parcels { get; init; } = [];

    /// <summary>What each person is to be told in a summary.</summary>
    public ImmutableArray<BacklogParcel> Backlog { get; init; } = [];

    /// <summary>Roles that no mail reaches: others are told instead, or their notices wait.</summary>
    public ImmutableArray<Gap> Gaps { get; init; } = [];

    /// <summary>Keys whose ground no longer holds.</summary>
    public ImmutableArray<string> Withdrawn { get; init; } = [];
}

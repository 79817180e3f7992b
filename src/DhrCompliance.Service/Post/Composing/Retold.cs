using System.Collections.Immutable;

namespace DhrCompliance.Service.Post.Composing;

/// <summary>What is told anew of a mail that did not go out as it was.</summary>
/// <param name="Parcels">By the mails of the day.</param>
/// <param name="Backlog">By a summary.</param>
public sealed record Retold(ImmutableArray<Parcel> Parcels, ImmutableArray<BacklogParcel> Backlog);

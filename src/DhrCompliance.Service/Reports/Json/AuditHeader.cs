using DhrCompliance.Rulebooks;

namespace DhrCompliance.Service.Reports.Json;

/// <summary>What an audit was made of.</summary>
/// <param name="AsOf">The day assessed.</param>
/// <param name="KnownAt">The moment of knowledge as it was asked for; null: now.</param>
/// <param name="Rulebook">What was assessed under.</param>
/// <param name="Claimed">True: the moment is that which the sources of the rows claim.</param>
public sealed record AuditHeader(DateOnly AsOf, string? KnownAt, Rulebook Rulebook, bool Claimed = false);

/// <summary>A case that could not be assessed at all, or a rule of one.</summary>
public sealed record AuditFailure(string Case, string? Rule, string Error);

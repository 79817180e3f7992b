using DhrCompliance.Escalations;

namespace DhrCompliance.Service.Post.Composing;

/// <summary>A notice and one of those it goes to.</summary>
public readonly record struct Addressed(Notice Notice, string Address);

using System.Collections.Immutable;
using DhrCompliance.Escalations.Wording;

namespace DhrCompliance.Service.Post.Composing;

/// <summary>What one person is to be told of one instance of a duty.</summary>
/// <param name="Partnership">The partnership that commissioned the review.</param>
/// <param name="Address">To whom.</param>
/// <param name="Keys">The notices that tell it, as the register has or will have them.</param>
/// <param name="Entry">What is told.</param>
public sealed record Parcel(string Partnership, string Address, ImmutableArray<string> Keys, Entry Entry)
{
    /// <summary>A letter of its own that waits until a named person releases it.</summary>
    public bool IsHeld { get; init; }

    /// <summary>A letter of its own, at once.</summary>
    public bool IsUrgent { get; init; }
}

using System.Collections.Immutable;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Tests.Assessments.Naive;

/// <summary>How an event comes to be in a world.</summary>
internal enum Origin
{
    Recorded,
    Implied,

    /// <summary>Neither, but from before the register was kept, so that it may have happened.</summary>
    Supposed,
}

/// <summary>An event whose day and attributes are all settled.</summary>
internal sealed record WorldEvent(
    string Id, string Kind, string? Item, DateOnly Day, ImmutableDictionary<string, string> Attributes, Origin Origin)
{
    public bool Is(EventPattern pattern) => Kind == pattern.Event && pattern.Where.All(test =>
        Attributes.TryGetValue(test.Attribute, out var value) && value.Split(';').Any(test.OneOf.Contains));
}

/// <summary>One way in which everything may have been: no date, attribute or fact is open any more.</summary>
/// <param name="Events">In the order of their days.</param>
/// <param name="Facts">By item id (empty for the case) and fact.</param>
internal sealed record World(ImmutableArray<WorldEvent> Events, ImmutableDictionary<(string Item, string Fact), string> Facts);

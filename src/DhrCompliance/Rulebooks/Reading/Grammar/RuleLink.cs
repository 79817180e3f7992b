using DhrCompliance.Rulebooks.Reading.Trees;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>How a rule rests on another.</summary>
internal enum LinkKind
{
    /// <summary>It starts when the other falls overdue.</summary>
    Overdue,

    /// <summary>It is tighter than the other.</summary>
    Tightens,

    /// <summary>It departs from the other.</summary>
    DepartsFrom,
}

/// <summary>A rule, by its full name, that rests on another.</summary>
/// <param name="Rule">The full name of the one.</param>
/// <param name="Other">The word that names the other.</param>
/// <param name="Kind">How.</param>
internal sealed record RuleLink(string Rule, ScalarNode Other, LinkKind Kind);

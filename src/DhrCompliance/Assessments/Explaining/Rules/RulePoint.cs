namespace DhrCompliance.Assessments.Explaining.Rules;

/// <summary>One thing that a rule says.</summary>
/// <param name="About">What it is about, the same in every rule: by it two editions are compared.</param>
/// <param name="Sentence">The sentence, with its capital and its full stop.</param>
public sealed record RulePoint(string About, string Sentence);

using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining.Rules;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining.Handbooks;

/// <summary>A path by which a role is written to.</summary>
/// <param name="Path">The path's id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Steps">How many days before or after the due date (or what stands in for it), and with whom.</param>
/// <param name="Rules">How many rules follow it.</param>
public sealed record RoleTold(string Path, string Title, ImmutableArray<string> Steps, int Rules)
{
    /// <summary>Null: the path does not write to the role. That it writes to whoever has the duty is said with the duties.</summary>
    internal static RoleTold? Of(EscalationPath path, RoleType role, IReadOnlyCollection<Rule> rules, Phrases phrases)
    {
        ImmutableArray<string> steps =
        [
            .. path.Steps.Where(step => step.To.Contains(role.Name))
                .Select(step => PathSentences.Brief(step) + With([.. step.To.Where(other => other != role.Name)]) + (step.ApprovalRequired ? ", once a named person has released it" : string.Empty)),
        ];
        return steps.IsEmpty ? null : new RoleTold(path.Id, path.Title, steps, rules.Count(rule => rule.Escalation == path.Id));

        string With(ImmutableArray<string> others) => others.IsEmpty ? string.Empty : $", with {phrases.Roles(others, null)}";
    }
}

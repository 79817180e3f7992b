using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Escalations.Planning;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Escalations.Reach;

/// <summary>Which roles the paths of a rulebook could write to, <c>owner</c> replaced by the rule's own.</summary>
internal sealed class PathRoles
{
    private readonly Rulebook _rulebook;
    private readonly Ladders _ladders;
    private readonly Dictionary<string, ImmutableArray<string>> _byRule = new(StringComparer.Ordinal);

    public PathRoles(Rulebook rulebook)
    {
        _rulebook = rulebook;
        _ladders = new Ladders(rulebook);
    }

    /// <summary>Of a rule: whom its steps, its questions and its undeliverable mails could go to. Empty: nobody is written to.</summary>
    public ImmutableArray<string> Of(Rule rule)
    {
        if (!_byRule.TryGetValue(rule.FullName, out var roles))
        {
            _byRule.Add(rule.FullName, roles = _ladders.Of(rule) is { } ladder ? Of(ladder) : []);
        }

        return roles;
    }

    /// <summary>Of all rules that could govern a partnership's reviews, and of the mails that go to a partnership as such. In ordinal order.</summary>
    /// <param name="adopted">The local packs that it adopted.</param>
    public IEnumerable<string> OfPartnership(IReadOnlySet<string> adopted) => _rulebook.Packs
        .Where(pack => pack.Status == PackStatus.InForce && (pack.Governs is not { Adopted: true } || adopted.Contains(pack.Id)))
        .SelectMany(pack => pack.Rules)
        .SelectMany(rule => Of(rule))
        .Concat(_rulebook.Post?.Backlog?.To ?? [])
        .Concat(_rulebook.Post?.Weekly?.To ?? [])
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    /// <summary>What of an assessment may still be written about: the item each row is about, and the roles.</summary>
    public IEnumerable<(string? Item, ImmutableArray<string> Roles)> Open(Assessment assessment) => assessment.Timescales
        .Where(row => row.State is not (TimescaleState.Met or TimescaleState.MetLate or TimescaleState.Waived or TimescaleState.Ended or TimescaleState.NotApplicable))
        .Select(row => (row.Item, Of(row.Rule)))
        .Concat(assessment.Checks
            .Where(row => row.State is not (CheckState.Holds or CheckState.Waived or CheckState.NotApplicable))
            .Select(row => (row.Item, Of(row.Rule))));

    private static ImmutableArray<string> Of(Ladder ladder)
    {
        var path = ladder.Path;
        var asked = new[] { path.CannotTell?.Role, path.CannotTell?.Then }.OfType<string>();
        return ladder.RolesOf([.. path.Steps.SelectMany(step => step.To), .. asked, .. path.Undeliverable]);
    }
}

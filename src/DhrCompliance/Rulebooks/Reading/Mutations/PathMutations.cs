using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DhrCompliance.Rulebooks.Reading.Grammar;
using DhrCompliance.Rulebooks.Reading.Trees;

namespace DhrCompliance.Rulebooks.Reading.Mutations;

/// <summary>
/// Escalation paths: the days and roles of each step, who is asked what cannot be told, and the quiet days. How long an acknowledgement
/// lasts, what awaits approval and who hears of mail that comes back is let be: no scenario can show it.
/// </summary>
/// <param name="roles">How roles are changed.</param>
/// <param name="path">The path as it was read.</param>
/// <param name="owners">The owners of the rules that use it.</param>
internal sealed partial class PathMutations(RoleMutations roles, EscalationPath path, ImmutableArray<string> owners)
{
    private const string TheDay = "Add one that expects who is told on the day of this step and on the day before it, neither of them a quiet one.";
    private const string Asked = "Add one of a case that cannot be told, with who is asked on each day and on the day before it.";

    public IEnumerable<Mutation> Of(MappingNode node)
    {
        Site At(string key) => new(null, path.Id, key);
        if (node.Find("quiet") is { } quiet)
        {
            yield return At("quiet").LeftOut(MutationKind.Recipient, quiet, ListMutations.Name(quiet), "Add one in which a step falls on a weekend or holiday.");
        }

        // It holds back the steps after the last one to that role: where there is none, it does nothing.
        if (node.Find("explained") is { } explained && !path.Steps[^1].To.Contains(ListMutations.Name(explained)))
        {
            yield return At("explained").LeftOut(
                MutationKind.Recipient, explained, ListMutations.Name(explained), "Add one with a recorded reason and a dated next step, and who is not told until that day.");
        }

        var steps = ListMutations.Items(node.Find("steps")).OfType<MappingNode>().SelectMany(step => Step(At, step));
        foreach (var mutation in steps.Concat(Asking(At("cannot-tell"), node.Find("cannot-tell"))))
        {
            yield return mutation;
        }
    }

    private IEnumerable<Mutation> Step(Func<string, Site> at, MappingNode step) =>
    [
        .. NumberMutations.OfDayOfStep(at("when"), step.Find("when"), TheDay),
        .. step.Find("then") is { } then ? [at("then").LeftOut(MutationKind.TimeLimit, then, ListMutations.Name(then), TheDay)] : Array.Empty<Mutation>(),
        .. NumberMutations.OfPhrase(at("then"), step.Find("then"), TheDay),
        .. roles.Of(at("to"), step.Find("to"), []).Where(mutation => !IsToldAnyway(step, mutation.Was)),
    ];

    /// <summary>A role that owns every rule of the path is told as the owner as well, and the owner as that role.</summary>
    private bool IsToldAnyway(MappingNode step, string left)
    {
        string[] to = [.. ListMutations.Items(step.Find("to")).Select(ListMutations.Name)];
        return to.Contains(Names.OwnerWord) && (left == Names.OwnerWord ? owners.All(to.Contains) : owners.All(owner => owner == left));
    }

    private IEnumerable<Mutation> Asking(Site site, Node? node)
    {
        if (node is not ScalarNode phrase || Roles().Match(phrase.Value) is not { Success: true } match)
        {
            return [];
        }

        var (first, last) = (match.Groups["first"], match.Groups["last"]);
        return
        [
            .. NumberMutations.OfPhrase(site, phrase, Asked),
            .. roles.Within(site, phrase, first.Index, first.Length),
            .. last.Success ? roles.Within(site, phrase, last.Index, last.Length) : [],
        ];
    }

    [GeneratedRegex("^ask (?<first>[^ ,]+),.*?(?:, then (?<last>[^ ,]+))?$")]
    private static partial Regex Roles();
}

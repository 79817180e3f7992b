using System.Collections.Frozen;
using System.Collections.Immutable;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Escalations.Planning;

/// <summary>A rule's path as each role sees it.</summary>
internal sealed class Ladder
{
    private readonly ImmutableHashSet<string> _above;

    public Ladder(Rule rule, string duty, EscalationPath path)
    {
        Rule = rule;
        Duty = duty;
        Path = path;
        FormerSteps = path.Steps.SelectMany(step => step.Was.Select(old => (old, step.Id))).ToFrozenDictionary(name => name.old, name => name.Id, StringComparer.Ordinal);
        _above = AboveExplained(path);
        Opening = path.Steps.FirstOrDefault(step => !Lane.IsBefore(step));
        Lanes =
        [
            .. from step in path.Steps
               from role in RolesOf(step.To)
               group step by (role, step.ApprovalRequired) into lane
               select new Lane(lane.Key.role, lane.Key.ApprovalRequired, [.. lane], Opening) { Above = _above },
        ];
    }

    public Rule Rule { get; }

    public string Duty { get; }

    public EscalationPath Path { get; }

    /// <summary>The first step after the due date; null: the path has none.</summary>
    public EscalationStep? Opening { get; }

    /// <summary>The ids that steps of the path had before, each with the id of today.</summary>
    public FrozenDictionary<string, string> FormerSteps { get; }

    /// <summary>A role that some steps tell at once and others after approval has two lanes, so that neither holds up the other.</summary>
    public ImmutableArray<Lane> Lanes { get; }

    public Lane? LaneOf(Lane other)
    {
        foreach (var lane in Lanes)
        {
            if (lane.Role == other.Role && lane.Held == other.Held)
            {
                return lane;
            }
        }

        return null;
    }

    /// <summary>The roles named, <c>owner</c> replaced by the rule's own, each once.</summary>
    public ImmutableArray<string> RolesOf(IEnumerable<string> named) =>
        [.. named.Select(RoleOf).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>The role, <c>owner</c> replaced by the rule's own; null where the rule has none.</summary>
    public string? RoleOf(string role) => role == Recipients.Owner ? Rule.Owner : role;

    /// <summary>The first day of what the part of the path tells; null where that is not known.</summary>
    public DateOnly? Began(Standing standing) => standing switch
    {
        { Reference: null } => null,
        { Part: Part.Before } => Lane.Plus(standing.Reference.Value, Path.Steps[0].OffsetDays),
        { Tells: NoticeKind.CheckFails } => standing.Reference,
        _ => Lane.Plus(standing.Reference.Value, 1),
    };

    /// <summary>What the path does next, with no new row; null: nothing.</summary>
    /// <param name="standing">What the row asks of the path.</param>
    /// <param name="asOf">The day after which.</param>
    /// <param name="told">The roles that a summary told, so that the first step after the due date tells them nothing.</param>
    public NextStep? NextAfter(Standing standing, DateOnly asOf, ImmutableHashSet<string>? told = null)
    {
        NextStep? next = null;
        foreach (var step in Path.Steps)
        {
            if (NextDay(step, standing, asOf) is { } day && !(next?.On <= day) && Hearing(step, standing, day, told) is { IsEmpty: false } roles)
            {
                next = new NextStep(day, roles, step.ApprovalRequired);
            }
        }

        return next;
    }

    private ImmutableArray<string> Hearing(EscalationStep step, Standing standing, DateOnly day, ImmutableHashSet<string>? told)
    {
        var roles = RolesOf(step.To);
        return told is { Count: > 0 } && step == Opening && (standing.Reference is null || standing.CountsFrom?.AddDays(step.OffsetDays) == day) ? roles.RemoveAll(told.Contains) : roles;
    }

    /// <summary>The first later day on which a step or repeat of any role is crossed, with no new row; null: none.</summary>
    public DateOnly? NextDayAfter(Standing standing, DateOnly asOf)
    {
        DateOnly? next = null;
        foreach (var step in Path.Steps)
        {
            if (NextDay(step, standing, asOf) is { } day && !(next <= day))
            {
                next = day;
            }
        }

        return next;
    }

    /// <summary>A step above whoever an explanation is enough for waits for the explanation's end.</summary>
    private DateOnly? NextDay(EscalationStep step, Standing standing, DateOnly asOf)
    {
        if (standing is { Part: Part.After, Reference: null })
        {
            return step == Opening && Lane.Begins(standing, step) is { } begins && begins > asOf ? begins : null;
        }

        if (standing.ExplainedUntil is not { } until || until < asOf || until == DateOnly.MaxValue || !_above.Contains(step.Id))
        {
            return Lane.NextDay(step, standing, asOf);
        }

        var ended = until.AddDays(1);
        return Lane.NextDay(step, standing, until) is { } later && standing.CountsFrom?.AddDays(step.OffsetDays) > until ? later : ended;
    }

    /// <summary>What comes after the last step that tells the role.</summary>
    private static ImmutableHashSet<string> AboveExplained(EscalationPath path)
    {
        var last = path.Explained is { } role ? path.Steps.LastOrDefault(step => step.To.Contains(role)) : null;
        return last is null ? [] : [.. path.Steps.SkipWhile(step => step.Id != last.Id).Skip(1).Select(step => step.Id)];
    }
}

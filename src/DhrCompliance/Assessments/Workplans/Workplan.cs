using System.Collections.Immutable;
using DhrCompliance.Calendars;

namespace DhrCompliance.Assessments.Workplans;

/// <summary>The whole plan of a review as of a day: every duty and gate of the rules that govern it, in the order in which they come.</summary>
public sealed record Workplan
{
    /// <summary>The case.</summary>
    public required string Reference { get; init; }

    /// <summary>The day from which is looked ahead. No projected date lies before it.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Ids of the packs that govern or could govern, in the order of the assessment.</summary>
    public required ImmutableArray<string> Packs { get; init; }

    /// <summary>The stages, in the order in which a review goes.</summary>
    public required ImmutableArray<WorkStage> Stages { get; init; }

    /// <summary>The steps, numbered from 1 in their order.</summary>
    public required ImmutableArray<WorkStep> Steps { get; init; }

    /// <summary>What was taken to happen, so that later dates could be worked out; in the order of their days.</summary>
    public required ImmutableArray<AssumedEvent> Assumed { get; init; }

    /// <summary>What the plan was asked to take as having happened, or as to happen; in the order of their days.</summary>
    public ImmutableArray<SupposedEvent> Supposed { get; init; } = [];

    /// <summary>How many rules of these packs do not apply to this case and are left out.</summary>
    public required int LeftOut { get; init; }

    /// <summary>Rules that could not be assessed, with the error.</summary>
    public required ImmutableArray<RuleFailure> Failures { get; init; }
}

/// <summary>What follows a milestone of the vocabulary.</summary>
/// <param name="Event">The milestone; null for what belongs to no part of a review.</param>
/// <param name="Title">What a person calls it.</param>
/// <param name="On">The day on which it first happened; null where that is not recorded.</param>
/// <param name="Projected">The day on which it would come if each duty before it were met on its date; null where it happened, or no date can be worked out.</param>
public sealed record WorkStage(string? Event, string Title, DateInterval? On, DateOnly? Projected);

/// <summary>An event that the projection takes to happen: what meets a duty, on the day the duty is due or asked for.</summary>
/// <param name="Event">The event's word.</param>
/// <param name="Says">The event in words, with what is assumed of it.</param>
/// <param name="Day">The day.</param>
/// <param name="Rule">The full name of the rule that it meets.</param>
/// <param name="Attributes">What is taken to be recorded with it.</param>
public sealed record AssumedEvent(string Event, string Says, DateOnly Day, string Rule, ImmutableSortedDictionary<string, string> Attributes);

/// <summary>An event that somebody asks the plan to reckon with, though nobody recorded it.</summary>
/// <param name="Event">The event's word: of the case itself, and not of an item.</param>
/// <param name="Day">The day on which it is taken to happen.</param>
public sealed record SupposedEvent(string Event, DateOnly Day)
{
    /// <summary>The event in words, with what is assumed of it; empty until a plan has it.</summary>
    public string Says { get; init; } = string.Empty;
}

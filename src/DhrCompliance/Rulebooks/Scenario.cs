using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks;

/// <summary>A made-up case beside the rules, and what they are to say of it on which day. Decides nothing: no case is assessed by it.</summary>
public sealed record Scenario
{
    /// <summary>The pack it belongs to.</summary>
    public required string Pack { get; init; }

    /// <summary>What it shows; unique within the pack.</summary>
    public required string Name { get; init; }

    /// <summary>The file in which it stands.</summary>
    public required string Path { get; init; }

    /// <summary>The line of its name, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The pack that governs whatever the dates say: its own, or another one named; null: the dates of the case decide, as in a register.</summary>
    public string? Edition { get; init; }

    /// <summary>Whom the case is about.</summary>
    public SubjectKind Subject { get; init; }

    /// <summary>The jurisdiction word; null: the pack's first.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>The day from which its register is kept; null: not said (see <see cref="IsHistoric"/>), which is the day before anything happens.</summary>
    public DateOnly? KeptSince { get; init; }

    /// <summary>True: loaded history, kept since no day.</summary>
    public bool IsHistoric { get; init; }

    /// <summary>Facts of the case.</summary>
    public ImmutableDictionary<string, string> Facts { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What the case has several of.</summary>
    public ImmutableArray<ScenarioItem> Items { get; init; } = [];

    /// <summary>What happens, to the case and to its items.</summary>
    public ImmutableArray<ScenarioEvent> Events { get; init; } = [];

    /// <summary>Only what is told of these rules counts as told; empty: of every rule.</summary>
    public ImmutableArray<string> About { get; init; } = [];

    /// <summary>The days on which it is looked at, in their order.</summary>
    public required ImmutableArray<ScenarioStep> Steps { get; init; }

    /// <summary>Whether it expects anything of a rule: a state, a due date, a reason, or who is told. That there is no row of it says nothing of what it asks.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="packs">All packs.</param>
    public bool Tests(Rule rule, ImmutableArray<Pack> packs)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Steps.Any(step =>
            step.States.Any(state => state.State != ExpectedState.None && Means(state.Row.Rule))
            || step.Due.Any(due => Means(due.Row.Rule))
            || step.Because.Any(reason => Means(reason.Row.Rule))
            || (step.Notices is not null && About.Any(Means)));

        bool Means(string name) => name == rule.FullName || (name == rule.Id && rule.Pack == PackOf(name, rule, packs));
    }

    /// <summary>Whose rule a short name is: the governing edition's, else its pack's, else any's.</summary>
    private string PackOf(string name, Rule rule, ImmutableArray<Pack> packs) =>
        new[] { Edition, Pack }.FirstOrDefault(id => packs.Any(pack => pack.Id == id && pack.Rules.Any(other => other.Id == name))) ?? rule.Pack;
}

/// <summary>One of the things a case has several of.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Facts">Its facts that are known.</param>
public sealed record ScenarioItem(string Id, string Kind, ImmutableDictionary<string, string> Facts);

/// <summary>Something that happens.</summary>
public sealed record ScenarioEvent
{
    /// <summary>Its id: its word, with a number where it is not the first of its kind, unless another is given.</summary>
    public required string Id { get; init; }

    /// <summary>The word.</summary>
    public required string Event { get; init; }

    /// <summary>The item it happens to; null: the case itself.</summary>
    public string? Item { get; init; }

    /// <summary>When.</summary>
    public required DateInterval Date { get; init; }

    /// <summary>The day from which it stands in the register; null: from the first day on which it can have happened, or from ever where it can be planned.</summary>
    public DateOnly? RecordedOn { get; init; }

    /// <summary>What is recorded with it.</summary>
    public ImmutableDictionary<string, string> Attributes { get; init; } = ImmutableDictionary<string, string>.Empty;
}

/// <summary>A day on which a sweep looks at the case, and what it is to find.</summary>
public sealed record ScenarioStep
{
    /// <summary>The day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The line of the day, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>States of timescales and checks, and answers of criteria.</summary>
    public ImmutableArray<ExpectedState> States { get; init; } = [];

    /// <summary>Due dates as they stand.</summary>
    public ImmutableArray<ExpectedDue> Due { get; init; } = [];

    /// <summary>Reasons that are given.</summary>
    public ImmutableArray<ExpectedReason> Because { get; init; } = [];

    /// <summary>Who is told on that day; null: nothing is said about it.</summary>
    public ExpectedNotices? Notices { get; init; }
}

/// <summary>A row of an assessment: a rule by its short name or <c>pack/id</c>, and an instance or item of it (null: every row of the rule).</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Instance">The id of the instance or of its item.</param>
/// <param name="Line">The line, from 1.</param>
public sealed record ExpectedRow(string Rule, string? Instance, int Line);

/// <summary>A row is in a state; <see cref="None"/> where there is to be no such row.</summary>
public sealed record ExpectedState(ExpectedRow Row, string State)
{
    /// <summary>In place of a state or a date: there is none.</summary>
    public const string None = "none";
}

/// <summary>A row has a due date, or (null) none.</summary>
public sealed record ExpectedDue(ExpectedRow Row, DateInterval? Due);

/// <summary>A row gives a reason: the name of its template, or words of its sentence.</summary>
public sealed record ExpectedReason(ExpectedRow Row, string Text);

/// <summary>All that is told on a day.</summary>
/// <param name="All">Empty: nothing.</param>
/// <param name="Line">The line, from 1.</param>
public sealed record ExpectedNotices(ImmutableArray<ExpectedNotice> All, int Line);

/// <summary>A role is told, by a step of the path (null: by any).</summary>
public sealed record ExpectedNotice(string Role, string? Step);

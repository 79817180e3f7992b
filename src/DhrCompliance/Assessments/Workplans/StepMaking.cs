using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Assessments.Explaining.Rules;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Workplans;

/// <summary>Makes the steps of a plan from the rows of the assessment and from the rules that have no instance yet.</summary>
internal sealed class StepMaking(Phrases phrases, Projection projection, Stages stages)
{
    private readonly Vocabulary _vocabulary = phrases.Rulebook.Vocabulary;
    private readonly ConditionPhrases _conditions = new(phrases);
    private readonly AssumedEvents _assumed = new(phrases.Rulebook.Vocabulary);
    private readonly Titles _titles = Titles.Of(phrases.Rulebook.Vocabulary);

    public Stages Stages => stages;

    /// <summary>Rules that do not apply, whatever happens; counted as the steps are made.</summary>
    public int LeftOut { get; private set; }

    public List<WorkStep> Steps(Assessment today, ImmutableArray<Outlook> expected)
    {
        List<WorkStep> steps =
        [
            .. today.Criteria.Select(row => Step(row.Rule, StepKind.Criterion, "once", null, Words.Of(row.Answer), row.Answer == Answer.CannotTell ? StepStanding.CannotTell : StepStanding.Done, row.Missing)),
            .. today.Timescales.Where(row => Applies(row.Rule, row.State == TimescaleState.NotApplicable, row.Instance)).Select(Of),
            .. today.Checks.Where(row => Applies(row.Rule, row.State == CheckState.NotApplicable, row.Instance)).Select(Of),
        ];
        foreach (var (rule, answer) in expected)
        {
            if (Applies(rule, answer == Answer.No, null))
            {
                var waiting = answer == Answer.No && !projection.CameToApply(rule, null) ? StepStanding.OnlyIf : StepStanding.Waiting;
                steps.Add(Step(rule, KindOf(rule), null, null, rule is Check ? Words.Of(CheckState.NotYet) : Words.Of(TimescaleState.NotStarted), waiting, []) with
                {
                    Projected = rule is Check ? Gate(rule) : projection.Of(rule, null),
                });
            }
        }

        return steps;
    }

    private WorkStep Of(TimescaleResult row)
    {
        var dated = row.Due is not null || row.AskedFor is not null || row.MetOn is not null;
        return Step(row.Rule, StepKind.Duty, row.Instance, row.Item, Words.Of(row.State), StandingOf(row), row.Missing) with
        {
            Started = row.State == TimescaleState.NotApplicable ? null : row.Started,
            Due = row.Due,
            Target = row.Target,
            AskedFor = row.AskedFor,
            On = row.MetOn,
            Projected = dated || StandingOf(row) is StepStanding.Over or StepStanding.Done ? null : projection.Of(row.Rule, row.Instance),
        };
    }

    private WorkStep Of(CheckResult row)
    {
        var standing = row.State switch
        {
            CheckState.Holds => StepStanding.Done,
            CheckState.Fails => StepStanding.ToDo,
            CheckState.Waived => StepStanding.Over,
            CheckState.CannotTell => StepStanding.CannotTell,
            CheckState.NotApplicable => StepStanding.OnlyIf,
            _ => StepStanding.Waiting,
        };
        return Step(row.Rule, KindOf(row.Rule), row.Instance, row.Item, Words.Of(row.State), standing, row.Missing) with
        {
            On = HasMoment(row.Rule) ? row.At : null,
            Projected = standing == StepStanding.Waiting ? Gate(row.Rule) : null,
        };
    }

    private StepStanding StandingOf(TimescaleResult row) => row.State switch
    {
        TimescaleState.Met or TimescaleState.MetLate => StepStanding.Done,
        TimescaleState.Waived or TimescaleState.Ended => StepStanding.Over,
        TimescaleState.NotStarted => StepStanding.Waiting,
        TimescaleState.NotApplicable => projection.CameToApply(row.Rule, row.Instance) ? StepStanding.Waiting : StepStanding.OnlyIf,
        TimescaleState.CannotTell => StepStanding.CannotTell,
        _ => StepStanding.ToDo,
    };

    /// <summary>What does not apply stays where events that have not come could make it apply.</summary>
    private bool Applies(Rule rule, bool appliesNot, string? instance)
    {
        var stays = !appliesNot || Patterns.CanCome(rule.AppliesWhen, _vocabulary) || projection.CameToApply(rule, instance);
        LeftOut += stays ? 0 : 1;
        return stays;
    }

    private WorkStep Step(Rule rule, StepKind kind, string? instance, string? item, string state, StepStanding standing, ImmutableArray<string> missing) => new()
    {
        Rule = rule,
        Kind = kind,
        Stage = stages.Of(rule),
        Instance = instance,
        Item = item,
        Each = rule.ForEach switch
        {
            null => null,
            ForEachItem { ItemKind: var kindOfItem } => phrases.Item(kindOfItem),
            var each => RuleSentences.Each(each, phrases, _conditions),
        },
        State = state,
        Standing = standing,
        Condition = rule.AppliesWhen is { } condition && Patterns.CanCome(condition, _vocabulary) && !Sensitivity.Tells(rule, _vocabulary)
            ? English.Sentence($"only when {_conditions.Of(condition)}") : null,
        Meets = Meets(rule),
        Asks = Asks(rule),
        Missing = missing,
        MissingSays = [.. missing.Select(word => _titles.Missing(word)).Distinct(StringComparer.Ordinal)],
    };

    private ImmutableArray<RecordedAs> Meets(Rule rule)
    {
        var patterns = Patterns.Meeting(rule);
        var isChoice = rule is Timescale { MetBy: MetByAny } && patterns.Length > 1;
        return [.. patterns.Select(pattern => new RecordedAs(pattern.Event, _assumed.Asked(pattern), isChoice))];
    }

    private string Asks(Rule rule) => rule switch
    {
        Timescale { MetBy: MetByAny } => English.List([.. Patterns.Meeting(rule).Select(phrases.Event)], "or"),
        Timescale => English.List([.. Patterns.Meeting(rule).Select(phrases.Event)]),
        Check { SignedBy: { } signing } check => $"{English.Count(check.Points.Length, "point")}, signed for by {phrases.Event(signing)}",
        Check { Order: { IsEmpty: false } order } => $"{phrases.Event(order[0])} comes on or before {string.Join(", and that on or before ", order.Skip(1).Select(phrases.Event))}",
        Check { Require: { } required } => _conditions.Of(required),
        Criterion criterion => _conditions.Of(criterion.When),
        _ => string.Empty,
    };

    // What must be so on every day has the day assessed for its moment.
    private static bool HasMoment(Check rule) => rule.From is null && (rule.At is not null || rule.SignedBy is not null || !rule.Order.IsEmpty || rule.ForEach is ForEachEvent);

    /// <summary>The day on which a gate's moment would come.</summary>
    private ProjectedDates? Gate(Rule rule) => Patterns.Starting(rule)
        .SelectMany(pattern => projection.Assumed.Select(one => one.Event).Where(happened => Patterns.Matches(pattern, happened)))
        .Select(happened => new ProjectedDates(happened.Date.Earliest, null, null, null))
        .FirstOrDefault();

    private static StepKind KindOf(Rule rule) => rule is Timescale ? StepKind.Duty : rule is Check { SignedBy: not null } ? StepKind.Checklist : StepKind.Gate;
}

using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining.Rules;

/// <summary>What a rule says, in sentences that can be read aloud: whose duty, for what, from when, by when, and what meets it.</summary>
public static class RuleSentences
{
    /// <summary>Everything the rule says, in the order in which it is told. The same rulebook gives the same sentences.</summary>
    public static ImmutableArray<RulePoint> Of(Rule rule, Rulebook rulebook)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(rulebook);
        var phrases = new Phrases(rulebook);
        var conditions = new ConditionPhrases(phrases);
        return
        [
            .. About(rule, phrases, conditions)
                .Concat(rule switch
                {
                    Timescale timescale => TimescaleSentences.Of(timescale, phrases),
                    Check check => CheckSentences.Of(check, phrases, conditions),
                    Criterion criterion => [new("what it asks", $"It is met when this is so: {conditions.Of(criterion.When)}.")],
                    _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "This kind of rule has no words."),
                })
                .Concat(Waiver(rule, conditions))
                .Select(point => point with { Sentence = English.Sentence(point.Sentence) }),
        ];
    }

    private static IEnumerable<RulePoint> About(Rule rule, Phrases phrases, ConditionPhrases conditions)
    {
        if (rule.Owner is { } owner)
        {
            yield return new("whose duty", $"It is the duty of {phrases.Who(owner)}.");
        }

        if (rule.Subject == SubjectKind.Partnership)
        {
            yield return new("subject", "It is about the partnership itself, and about no one review.");
        }

        if (rule.ForEach is { } forEach)
        {
            yield return new("counted for", $"It counts anew for each {Each(forEach, phrases, conditions)}.");
        }

        if (rule.AppliesWhen is { } applies)
        {
            yield return new("applies", $"It applies only when this is so: {conditions.Of(applies)}.");
        }
    }

    /// <summary>One of what a rule counts anew for.</summary>
    internal static string Each(ForEach forEach, Phrases phrases, ConditionPhrases conditions) => forEach switch
    {
        ForEachEvent happened => Phrases.OneOf(phrases.Event(happened.Event)),
        ForEachItem item => phrases.Item(item.ItemKind) + (item.Where is { } where ? $" of which this is so: {conditions.Of(where)}" : string.Empty),
        ForEachPeriod period => period.Period.Kind switch
        {
            RecurrenceKind.CalendarQuarter => "quarter of the calendar year",
            RecurrenceKind.FinancialQuarter => "quarter of the financial year, which begins on 1 April",
            RecurrenceKind.Year => "calendar year",
            _ => $"period of {Phrases.Length(new Period(period.Period.Months, PeriodUnit.Months))}, one after the other",
        },
        _ => throw new ArgumentOutOfRangeException(nameof(forEach), forEach, "This form has no words."),
    };

    private static IEnumerable<RulePoint> Waiver(Rule rule, ConditionPhrases conditions) =>
        rule.WaivedBy is { } waived ? [new("waiver", $"It is waived when this is so: {conditions.Of(waived)}.")] : [];
}

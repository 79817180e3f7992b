using DhrCompliance.Rulebooks;

namespace DhrCompliance.Assessments.Explaining.Rules;

/// <summary>A rule in one sentence, for a list: by when it is to be done, or what is to be so. What it leaves out is said in full with the rule.</summary>
internal static class BriefSentences
{
    public static string Of(Rule rule, Phrases phrases)
    {
        var conditions = new ConditionPhrases(phrases);
        var brief = rule switch
        {
            Timescale timescale => ByWhen(timescale, phrases),
            Check { SignedBy: { } signing } check => $"{English.Count(check.Points.Length, "point")} to be signed for, by {phrases.Event(signing)}",
            Check { Require: { } required } => $"it holds when this is so: {conditions.Of(required)}",
            Check check => $"{check.Order.Select(phrases.Event).FirstOrDefault()} comes on or before {string.Join(", and that on or before ", check.Order.Skip(1).Select(phrases.Event))}",
            Criterion criterion => $"it is met when this is so: {conditions.Of(criterion.When)}",
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "This kind of rule has no words."),
        };
        var each = rule.ForEach is { } forEach ? $"for each {RuleSentences.Each(forEach, phrases, conditions)}: {brief}" : brief;
        return English.Sentence(rule.AppliesWhen is null ? each : $"{each} (only where it applies)");
    }

    private static string ByWhen(Timescale rule, Phrases phrases)
    {
        var start = Start(rule, phrases);
        return rule.Limit switch
        {
            Within within => $"within {Phrases.Length(within.Terms.Length)} of {start}",
            Promptly promptly => $"promptly after {start}; no number of days is stated, so it is asked for after {Phrases.Length(promptly.AskAfter)} and never called late",
            NextEvent next => $"by the next of these after {start}: {phrases.Event(next.Event)}",
            ByDate date when rule.ForEach is ForEachPeriod && date.Dates.All(source => source.Event is null) => $"by {Dates(date)}",
            ByDate date => $"by the date that was set, which is {Dates(date)}; {Until(date)}",
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Limit, "This form of limit has no words."),
        };

        string Dates(ByDate date) => Phrases.Preferred(date.Dates.Select(source => phrases.SetDate(source, rule.ForEach)));

        string Until(ByDate date) => date.Promptly is { } promptly ? $"until there is one, it is asked for after {Phrases.Length(promptly)}" : "until there is one, it is asked for at once";
    }

    private static string Start(Timescale rule, Phrases phrases)
    {
        var starts = rule.Starts.Select(start => start switch
        {
            StartEvent happened => phrases.Event(happened.Event),
            StartOwnDate own => phrases.OwnDate(own.Name, rule.ForEach),
            StartOverdue late => $"the day on which {phrases.Named(rule, late.Rule)} falls overdue",
            _ => throw new ArgumentOutOfRangeException(nameof(rule), start, "This form of start has no words."),
        }).ToList();
        return (starts.Count, rule.ForEach) switch
        {
            ( > 0, _) => Phrases.Preferred(starts),
            (_, ForEachEvent) => "that event",
            (_, ForEachPeriod) => "the period's last day",
            _ => "the start",
        };
    }
}

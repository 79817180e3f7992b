using DhrCompliance.Calendars;
using DhrCompliance.Vocabularies;
using static DhrCompliance.Assessments.Explaining.DateWords;

namespace DhrCompliance.Assessments.Explaining.Version1;

/// <summary>What is asked of the partnership.</summary>
internal static class QuestionWording
{
    public static string? Of(in Reason reason, Titles titles)
    {
        var (word, other) = (titles.Noun(reason.Word), titles.Noun(reason.Other));
        return reason.Template switch
        {
            ReasonTemplate.AskDate => $"on which day was {word}? {Recorded(reason.First)}",
            ReasonTemplate.AskDetail =>
                $"{word} is recorded {When(reason.First)}, but not all that a rule asks of it; what more is known of it?",
            ReasonTemplate.AskOrder =>
                $"{word} is recorded {When(reason.First)}, before {other}, {When(reason.Second)}, which cannot be; which date is wrong?",
            ReasonTemplate.AskWorkingDay => $"{word} is recorded {When(reason.First)}, {NotWorking(reason.Other)}; is that the right day?",
            ReasonTemplate.AskFuture =>
                $"{word} is recorded {When(reason.First)}, which has not come yet; is the date right, or has it not happened?",
            ReasonTemplate.AskEndWithoutStart => $"{word} is recorded {When(reason.First)}, but not what it ends; when did that begin?",
            ReasonTemplate.AskNotAfter =>
                $"{word} is recorded {When(reason.First)}, after {other}, {When(reason.Second)}, when none was to be expected; is that right?",
            ReasonTemplate.AskWhether =>
                string.IsNullOrWhiteSpace(reason.Other)
                    ? $"did {word} happen, and when?"
                    : $"did {word} happen, and when? {English.Capital(other)}, {When(reason.Second)}, usually follows it",
            ReasonTemplate.AskFact =>
                string.IsNullOrWhiteSpace(reason.Other) ? Fact(reason.Word, titles) : $"{reason.Other}: {Fact(reason.Word, titles)}",
            ReasonTemplate.AskPauseTerms =>
                $"the pause ({titles.Who(reason.Word ?? "its reason is not recorded")}) that began {When(reason.First)} "
                + $"has no record of {Terms(reason.Other, titles)}; what was agreed?",
            ReasonTemplate.AskMetBeforeStart =>
                $"{word} is recorded {When(reason.First)}, before {Limit(reason.Second)}, "
                + $"when the clock of “{reason.Other}” that it meets started; is one of the dates wrong?",
            ReasonTemplate.AskOnce =>
                $"{word} happens once, but is recorded {English.Count(reason.Number, "time")}; which is right?",
            _ => null,
        };
    }

    private static string Fact(string? word, Titles titles) => word is not null && titles.Fact(word) is null
        ? $"what is known of {titles.Noun(word)}? Nothing is recorded"
        : titles.Question(word);

    private static string Recorded(DateInterval date) => date == default || date == DateInterval.Unknown
        ? "Nothing is recorded of the day"
        : $"So far it is known to be {When(date)}";

    private static string NotWorking(string? name) => name switch
    {
        null => "which is not a working day",
        "Saturday" or "Sunday" => $"a {name}",
        _ => name,
    };

    private static string Terms(string? missing, Titles titles) =>
        string.IsNullOrWhiteSpace(missing)
            ? "who agreed it and when it will be looked at again"
            : English.List([.. missing.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries).Select(name => Term(name, titles))]);

    private static string Term(string name, Titles titles) => titles.AttributeMeans(name) switch
    {
        AttributeMeaning.AgreedBy => "who agreed it",
        AttributeMeaning.ReviewBy => "when it will be looked at again",
        _ => English.Plain(name),
    };
}

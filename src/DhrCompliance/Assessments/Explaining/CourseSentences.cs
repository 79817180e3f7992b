using System.Collections.Immutable;
using DhrCompliance.Cases;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining;

/// <summary>Rounds, and how long a family has been without word, as sentences.</summary>
internal static class CourseSentences
{
    /// <summary>A sentence or two for each round, the first one first.</summary>
    public static ImmutableArray<string> Rounds(CaseFile file, Assessment assessment, Vocabulary vocabulary) =>
        [.. ReportRound.Of(file, vocabulary, assessment.AsOf, assessment.Live).Select(round => Round(round, vocabulary))];

    /// <summary>Of a live review: since when the family has had no word, and what is owed to it now.</summary>
    public static ImmutableArray<string> Told(CaseFile file, Assessment assessment, Vocabulary vocabulary)
    {
        if (file.Kind != SubjectKind.Review || !assessment.Live)
        {
            return [];
        }

        var told = LastTold.Of(file, assessment, vocabulary);
        var last = told.Event is { } happened
            ? $"the last that is recorded of the family is {Titles.Of(vocabulary).Noun(happened.Event)}, {DateWords.When(happened.Date)}: {English.Range(told.DaysAtLeast!.Value, told.DaysAtMost!.Value)} without being told"
            : "it is not recorded that the family was told anything";
        var owed = told.Owed switch
        {
            0 => "nothing is owed to the family now",
            1 => "one duty towards the family is open",
            var several => $"{several} duties towards the family are open",
        };
        return [English.Sentence(last), English.Sentence(told.Overdue > 0 ? $"{owed}, of which {told.Overdue} overdue" : owed)];
    }

    private static string Round(ReportRound round, Vocabulary vocabulary)
    {
        var titles = Titles.Of(vocabulary);
        var parts = new List<string>();
        parts.Add(round.Sent is { } sent ? $"{titles.Noun(sent.Event)} {DateWords.When(sent.Date)}" : "what was sent is not recorded");
        if (round.Answer is { } answer)
        {
            parts.Add($"{titles.Noun(answer.Event)} {DateWords.When(answer.Date)}{With(answer, titles)}{Learned(answer, round)}");
        }

        var said = English.Sentence($"Round {round.Number}: {string.Join("; ", parts)}");
        if (round.Held is { Total: > 0 } held)
        {
            var shares = held.Parts.Select(part => $"{(part.IsPause ? $"paused ({English.Plain(part.Who)})" : titles.Who(part.Who))} {English.Count(part.Days, "day")}").ToList();
            if (held.Unexplained > 0)
            {
                shares.Add($"nobody named {English.Count(held.Unexplained, "day")}");
            }

            said += $" {English.Sentence($"whose time it was, as the dates suggest: {English.List(shares)}")}";
        }

        return round.Awaited is { } awaited
            ? $"{said} {English.Sentence($"awaited now: {titles.Noun(awaited)}{(round.HeldNow is { } who ? $", and the time is that of {titles.Who(who)}" : string.Empty)}")}"
            : said;
    }

    private static string Learned(CaseEvent answer, ReportRound round) =>
        round.LearnedOn is { } learned && learned != answer.Date ? $", learned of {DateWords.When(learned)}" : string.Empty;

    private static string With(CaseEvent happened, Titles titles)
    {
        var choices = ReportRound.ChoicesOf(happened, titles.Event(happened.Event)).Select(pair => $"{English.Plain(pair.Name)}: {English.Plain(pair.Value)}").ToList();
        return choices.Count == 0 ? string.Empty : $" ({string.Join("; ", choices)})";
    }
}

using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Cases;
using DhrCompliance.Escalations.Wording;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Reports.Board;
using DhrCompliance.Service.Reports.Data;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Reports.Pages.Cases;

/// <summary>A review's whole story, as data.</summary>
internal static class CaseTables
{
    /// <summary>Made as they are read.</summary>
    /// <param name="file">The case.</param>
    /// <param name="shown">What was concluded of it, cut down to what may be told.</param>
    /// <param name="explained">The same explained.</param>
    /// <param name="rulebook">Under what.</param>
    /// <param name="picture">It over time.</param>
    /// <param name="recorded">What is recorded, what went to and fro, and what was told: tables that the page shows, too.</param>
    public static IEnumerable<ReportTable> Of(
        CaseFile file, Assessment shown, CaseExplanation explained, Rulebook rulebook, ReviewPicture picture, params ImmutableArray<ReportTable> recorded)
    {
        var vocabulary = rulebook.Vocabulary;
        yield return RuleRows.Table(shown, explained, rulebook);
        foreach (var table in PictureTables.Of([picture]).Concat(recorded))
        {
            yield return table;
        }

        yield return Milestones(shown, explained);
        yield return Rounds(file, shown, explained, vocabulary);
        yield return Questions(shown, vocabulary);
        yield return new()
        {
            Id = "failures",
            Title = "What could not be assessed",
            Fields = [new("rule"), new("error")],
            Rows = [.. shown.Failures.Select(failure => ImmutableArray.Create(Datum.Text(failure.Rule), Datum.Text(failure.Error)))],
        };
        foreach (var items in ItemTables.Data([file], vocabulary, Concern.Rounds).Concat(ItemTables.Data([file], vocabulary, Concern.ActionPlan)).DistinctBy(table => table.Id))
        {
            yield return items;
        }
    }

    private static ReportTable Milestones(Assessment shown, CaseExplanation explained) => new()
    {
        Id = "between-milestones",
        Title = "Time between milestones",
        Fields = [new("from"), new("to"), new("days at least", FieldKind.Number), new("days at most", FieldKind.Number), new("sentence")],
        Rows =
        [
            .. shown.Milestones.Zip(explained.Milestones, (one, sentence) => ImmutableArray.Create(
                Datum.Text(one.From), Datum.Text(one.To), Datum.Number(one.DaysAtLeast), Datum.Number(one.DaysAtMost == int.MaxValue ? null : one.DaysAtMost), Datum.Text(sentence))),
        ],
    };

    private static ReportTable Rounds(CaseFile file, Assessment shown, CaseExplanation explained, Vocabulary vocabulary) => new()
    {
        Id = "rounds",
        Title = "Round by round",
        Fields =
        [
            new("round", FieldKind.Number), new("sent on", FieldKind.Date), new("answered on", FieldKind.Date), new("learned on", FieldKind.Date),
            new("answer", FieldKind.Texts), new("waits for"), new("held now"), new("held by", FieldKind.Texts), new("unexplained days", FieldKind.Number), new("sentence"),
        ],
        Rows = [.. ReportRound.Of(file, vocabulary, shown.AsOf, shown.Live).Zip(explained.Rounds, (round, sentence) => Round(round, sentence, vocabulary))],
    };

    private static ImmutableArray<Datum> Round(ReportRound round, string sentence, Vocabulary vocabulary)
    {
        var safe = new SafeReasons(vocabulary);
        var kind = vocabulary.Events.FirstOrDefault(kind => kind.Name == round.Answer?.Event);
        return
        [
            Datum.Number(round.Number), Datum.Day(round.Sent?.Date), Datum.Day(round.Answer?.Date), Datum.Day(round.LearnedOn),
            Datum.Texts(round.Answer is { } answer ? ReportRound.ChoicesOf(answer, kind).Select(choice => $"{choice.Name}={choice.Value}") : []),
            Datum.Text(round.Awaited), Datum.Text(round.HeldNow), Datum.Texts((round.Held?.Parts ?? []).Select(part => FormattableString.Invariant($"{safe.Declared(part.Who)}={part.Days}"))),
            Datum.Number(round.Held?.Unexplained), Datum.Text(sentence),
        ];
    }

    private static ReportTable Questions(Assessment shown, Vocabulary vocabulary) => new()
    {
        Id = "questions",
        Title = "What to answer",
        Fields = [new("about"), new("question"), new("settles", FieldKind.Number)],
        Rows =
        [
            .. shown.Questions.Select(question => ImmutableArray.Create(
                Datum.Text(question.About), Datum.Text(Sentences.Of(question.Reason, vocabulary)), Datum.Number(question.Settles))),
        ],
    };
}

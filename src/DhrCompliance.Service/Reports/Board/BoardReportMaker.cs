using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Reports.Tables;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Reports.Board;

/// <summary>Makes the board's report from case files and their assessments. Pure.</summary>
public static class BoardReportMaker
{
    /// <summary>How many days ahead the report looks.</summary>
    public const int DaysAhead = 60;

    public static BoardReport Of(IEnumerable<(CaseFile File, Assessment Assessment)> cases, Rulebook rulebook, BoardTerms terms)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(rulebook);
        ArgumentNullException.ThrowIfNull(terms);
        var all = cases.ToList();
        var reviews = all.Where(entry => entry.File.Kind == SubjectKind.Review)
            .Select(entry => (entry.File, entry.Assessment, Standing: ReviewStanding.Of(entry.File, entry.Assessment)))
            .OrderBy(entry => entry.Standing.Rank).ThenBy(entry => entry.File.Reference, StringComparer.Ordinal)
            .ToList();
        var rows = new BoardRows(all, rulebook, terms);
        var pictures = reviews.ConvertAll(entry => PictureMaker.Of(entry.File, entry.Assessment, entry.Standing, rulebook, terms));
        return new()
        {
            Title = terms.Title,
            AsOf = terms.AsOf,
            IsDemo = terms.IsDemo,
            Headline = Headline(reviews.ConvertAll(entry => (entry.Assessment, entry.Standing)), rows),
            Remarks = [.. Remarks(reviews.Count(entry => !entry.Assessment.Live), rows)],
            Standings =
            [
                .. ReviewStanding.All.Select(standing => new StandingCount(
                    standing,
                    reviews.Count(entry => entry.Standing == standing && entry.Assessment.Live),
                    reviews.Count(entry => entry.Standing == standing && !entry.Assessment.Live))),
            ],
            Duties = Duties(all.Select(entry => entry.Assessment)),
            Overdue = rows.Overdue.Page(),
            Findings = rows.Findings.Page(),
            DueSoon = rows.DueSoon.Page(),
            Outstanding = rows.Outstanding.Page(),
            Questions = rows.Questions.Page(),
            Failures = rows.Failures.Page(),
            Live = [.. pictures.Where((_, i) => reviews[i].Assessment.Live)],
            Historic = [.. pictures.Where((_, i) => !reviews[i].Assessment.Live)],
            Provenance = [.. Provenance(rulebook, terms)],
        };
    }

    internal static string Headline(List<(Assessment Assessment, ReviewStanding Standing)> reviews, BoardRows rows)
    {
        var live = reviews.Where(entry => entry.Assessment.Live).ToList();
        if (live.Count == 0)
        {
            return "There is no live review.";
        }

        var overdue = live.Count(entry => entry.Standing == ReviewStanding.Overdue);
        var ahead = live.Count(entry => rows.HasDueSoon(entry.Assessment.Reference));
        var first = overdue == 0
            ? $"None of {Reviews(live.Count)} has anything overdue or out of order"
            : $"Of {Reviews(live.Count)}, {Number(overdue)} {(overdue == 1 ? "has" : "have")} something overdue or out of order";
        var more = overdue == 0 ? string.Empty : " more";
        return ahead == 0
            ? $"{first}; nothing{more} falls due in the next {DaysAhead} days."
            : $"{first}; in {Number(ahead)}, something{more} falls due in the next {DaysAhead} days.";
    }

    internal static IEnumerable<string> Remarks(int historic, BoardRows rows) => Remarks(rows.ExplainedCount, historic, rows.LeftOut);

    internal static IEnumerable<string> Remarks(int explained, int historic, int leftOut)
    {
        if (explained > 0)
        {
            yield return $"{PlainText.Capital(Number(explained))} of the overdue duties {(explained == 1 ? "is" : "are")} explained: "
                + "a reason is recorded, with a next step that has a date.";
        }

        if (historic > 0)
        {
            yield return historic == 1
                ? "One review is closed or loaded history and is counted apart: of loaded history, what is not recorded is no evidence."
                : $"{Number(historic)} reviews are closed or loaded history and are counted apart: of loaded history, what is not recorded is no evidence.";
        }

        if (leftOut > 0)
        {
            yield return leftOut == 1
                ? "One entry that would tell a sensitive fact is left out of this page; the register has it."
                : $"{Number(leftOut)} entries that would tell a sensitive fact are left out of this page; the register has them.";
        }
    }

    private static Table Duties(IEnumerable<Assessment> assessments)
    {
        var counts = new StateCounts();
        foreach (var assessment in assessments)
        {
            counts.Add(assessment);
        }

        return new()
        {
            Title = "Duties and checks by state",
            Columns = [new("State", ColumnKind.State), new("Live reviews", ColumnKind.Number), new("Historic reviews", ColumnKind.Number)],
            Rows =
            [
                .. counts.Live.Keys.Union(counts.Historic.Keys).OrderBy(StateMark.Of, ToneOrder).ThenBy(state => state, StringComparer.Ordinal)
                    .Select(state => ImmutableArray.Create(
                        state, Digits(counts.Live.GetValueOrDefault(state)), Digits(counts.Historic.GetValueOrDefault(state)))),
            ],
        };
    }

    internal static IEnumerable<(string Label, string Value)> Provenance(Rulebook rulebook, BoardTerms terms)
    {
        yield return ("As of", DateWords.Day(terms.AsOf));
        yield return ("Rulebook", rulebook.Hash);
        yield return ("Packs", string.Join("; ", rulebook.Packs.Select(pack =>
            $"{pack.Title} ({pack.Id}{(pack.Verified ? string.Empty : ", not verified")}{(pack.Status is PackStatus.InForce ? string.Empty : $", {Words.Of(pack.Status)}")})")));
        foreach (var (jurisdiction, calendar) in rulebook.Calendars.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            yield return ($"Bank holidays, {jurisdiction}", $"{calendar.Name}, known until {DateWords.Day(calendar.KnownUntil)}");
        }
    }

    private static readonly Comparer<StateTone> ToneOrder =
        Comparer<StateTone>.Create((a, b) => (a is StateTone.Quiet ? 9 : (int)a).CompareTo(b is StateTone.Quiet ? 9 : (int)b));

    private static string Reviews(int count) => count == 1 ? "one live review" : $"{Digits(count)} live reviews";

    private static string Number(int count) => count == 1 ? "one" : Digits(count);

    private static string Digits(int count) => count.ToString(CultureInfo.InvariantCulture);
}

using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Reports.Board;
using DhrCompliance.Service.Reports.Data;
using DhrCompliance.Service.Reports.Pages.Overviews;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Reports.Pages.Boards;

/// <summary>Makes the report on a quarter from what was known at its end and at the end of the one before. Pure.</summary>
public static class QuarterReportMaker
{
    /// <summary>
    /// The report from the partnership's cases at the end of the quarter (or today while it runs), and the same at the end of the quarter
    /// before with what was known then; null: the register knew nothing then.
    /// </summary>
    public static QuarterReport Of(
        Quarter quarter,
        IReadOnlyList<(CaseFile File, Assessment Assessment)> now,
        IReadOnlyList<(CaseFile File, Assessment Assessment)>? before,
        Rulebook rulebook,
        PageTerms terms,
        IReadOnlyDictionary<string, string> names)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(rulebook);
        ArgumentNullException.ThrowIfNull(terms);
        var overview = OverviewMaker.Of(now, rulebook, terms);
        var view = new SafeView(rulebook);
        var earlier = (before ?? []).ToDictionary(entry => entry.File.Reference, entry => view.Of(entry.Assessment).Assessment, StringComparer.Ordinal);
        var reviews = now.Where(entry => entry.File.Kind == SubjectKind.Review).ToList();
        var changes = before is null ? null : reviews.ToDictionary(
            entry => entry.File.Reference,
            entry => QuarterChanges.Of(earlier.GetValueOrDefault(entry.File.Reference), view.Of(entry.Assessment).Assessment),
            StringComparer.Ordinal);
        var items = FollowedItem.Of(reviews, rulebook.Vocabulary, terms.AsOf).ToList();
        var changed = QuarterChanges.Table(
            $"Since {DateWords.Day(quarter.First.AddDays(-1))}", (changes ?? []).OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value));
        ImmutableArray<Completion> completions = items.Count == 0 ? [] : [FollowedTables.Whole(items), .. FollowedTables.Of(items, rulebook.Vocabulary, terms.AsOf)];
        var order = overview.Live.Rows.Select(row => row.Reference).ToList();
        var live = reviews.Where(entry => entry.Assessment.Live).OrderBy(entry => order.IndexOf(entry.File.Reference)).ToList();
        ImmutableArray<ReviewSheet> sheets =
        [
            .. live.Select(entry => new ReviewSheet(
                PictureMaker.Of(entry.File, entry.Assessment, ReviewStanding.Of(entry.File, entry.Assessment), rulebook, new BoardTerms(terms.Where, terms.AsOf, terms.IsDemo, names)),
                changes is null ? null : QuarterChanges.Table("What is otherwise", changes[entry.File.Reference]).Page(),
                [.. ItemTables.Of(entry.File, rulebook.Vocabulary, Concern.ActionPlan)])),
        ];
        return new()
        {
            Terms = terms,
            Headline = overview.Headline,
            Remarks = [.. Remarks(quarter, terms.AsOf, items, before is not null, changes), .. overview.Remarks],
            Standings = overview.Standings,
            Progress = overview.Live,
            Changes = changes is null ? null : changed.Page(),
            Completions = completions,
            Overdue = overview.Overdue,
            DueSoon = overview.DueSoon,
            Sheets = sheets,
            Data = QuarterTables.Of(overview, changed, completions, sheets, ItemTables.Data(live.ConvertAll(entry => entry.File), rulebook.Vocabulary, Concern.ActionPlan)),
        };
    }

    private static IEnumerable<string> Remarks(
        Quarter quarter, DateOnly asOf, List<FollowedItem> items, bool isCompared, Dictionary<string, ImmutableArray<ImmutableArray<Datum>>>? changes)
    {
        yield return asOf < quarter.Last
            ? $"The quarter {quarter} runs until {DateWords.Day(quarter.Last)}; this is how it stands on {DateWords.Day(asOf)}."
            : $"This is how it stood at the end of the quarter {quarter}, with what the register knew then.";
        if (items.Count > 0)
        {
            yield return $"Of {EventWords.Number(items.Count)} recommendations, actions and the like, {EventWords.Number(items.Count(item => item.Done is not null))} are done and {EventWords.Number(items.Count(item => item.IsLate))} are late.";
        }

        yield return isCompared
            ? $"Since the end of the last quarter, {EventWords.Number(changes!.Values.Sum(rows => rows.Length))} duties and checks stand otherwise."
            : "At the end of the last quarter this register knew of none of these reviews, so that there is nothing to compare with.";
    }
}

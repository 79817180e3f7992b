using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Reports.Board;
using DhrCompliance.Service.Reports.Tables;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Reports.Pages.Families;

/// <summary>What is owed to the family of a review: what was due, what was done, what comes next. Contacts are tokens, never names. Pure.</summary>
public static class FamilyMaker
{
    public static ListReport Of(CaseFile file, Assessment assessment, Rulebook rulebook, PageTerms terms)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(rulebook);
        var concerns = new RuleConcerns(rulebook.Vocabulary, Concern.Family);
        var (shown, leftOut) = new SafeView(rulebook).Of(Only(assessment, concerns));
        var words = new EventWords(rulebook.Vocabulary);
        var ahead = shown.Timescales.Where(row => LastTold.IsOwed(row.State)).ToList();
        var overdue = ahead.Count(row => row.State is TimescaleState.Overdue);
        var done = words.InOrder(file.Events.Where(one => one.Item is null && concerns.Has(one.Event))).ToList();
        var tables = new FamilyTables(rulebook);
        var owed = tables.Duties("owed", "What is owed", ahead);
        var recorded = FamilyTables.Done(done, words);
        var past = tables.Duties("past", "Duties that were met, or ended", shown.Timescales.Where(row => row.State is TimescaleState.Met or TimescaleState.MetLate or TimescaleState.Ended));
        var checks = tables.Checks(shown);
        return new()
        {
            Terms = terms,
            Headline = ahead.Count == 0 ? "Nothing is owed to the family now."
                : $"{EventWords.Number(ahead.Count)} {(ahead.Count == 1 ? "thing is" : "things are")} owed to the family{(overdue > 0 ? $", {EventWords.Number(overdue)} of them overdue" : "")}.",
            Remarks = [.. SafeView.Told(leftOut) is { } told ? [told] : Array.Empty<string>()],
            Parts =
            [
                new("next", "What comes next", "", "Nothing is owed now.", [owed.Page()]),
                new("done", "What was done", "", "Nothing is recorded.", [recorded.Page()]),
                new("due", "What was due", "", "Nothing was due yet.", [past.Page(), checks.Page()]),
                new("whom", "Contacts", "Known by a token, never by name; what they wish stays in the register.", "No contact is recorded.", [.. ItemTables.Of(file, rulebook.Vocabulary, Concern.Family)]),
            ],
            Data = [owed, recorded, past, checks, .. ItemTables.Data([file], rulebook.Vocabulary, Concern.Family)],
        };
    }

    /// <summary>Who has been longest without being told: the live reviews in which something is owed to a family, by the last day on which anything was done for it.</summary>
    public static ListReport Longest(IReadOnlyList<(CaseFile File, Assessment Assessment)> cases, Rulebook rulebook, PageTerms terms, Func<string, string?>? href = null)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(rulebook);
        ArgumentNullException.ThrowIfNull(terms);
        var concerns = new RuleConcerns(rulebook.Vocabulary, Concern.Family);
        var view = new SafeView(rulebook);
        var words = new EventWords(rulebook.Vocabulary);
        var rows = new List<(int Days, ImmutableArray<string> Row)>();
        foreach (var (file, assessment) in cases.Where(entry => entry.Assessment.Live && entry.File.Kind == SubjectKind.Review))
        {
            var (shown, _) = view.Of(Only(assessment, concerns));
            var owed = shown.Timescales.Where(row => LastTold.IsOwed(row.State)).ToList();
            if (owed.Count == 0)
            {
                continue;
            }

            var told = LastTold.Of(file, shown, rulebook.Vocabulary);
            var (last, days) = (told.Event, told.DaysAtLeast ?? int.MaxValue);
            var next = owed.OrderBy(row => Attention.Of(row.State)).ThenBy(row => row.Due?.Latest ?? DateOnly.MaxValue).First();
            rows.Add((days,
            [
                file.Reference, last is null ? "never, as far as is recorded" : PlainText.Days(days), last is null ? "" : BoardDates.Text(last.Date), last is null ? "" : words.Title(last.Event),
                Explanation.Title(next.Rule, "once", next.Item), Words.Of(next.State), BoardDates.Text(next.Due),
            ]));
        }

        var ordered = rows.OrderByDescending(row => row.Days).ThenBy(row => row.Row[0], StringComparer.Ordinal).Select(row => row.Row).ToList();
        return new()
        {
            Terms = terms,
            Headline = ordered.Count == 0 ? "Nothing is owed to any family now." : $"Longest without being told: {ordered[0][0]}, {ordered[0][1]}.",
            Parts =
            [
                new("longest", "Longest without being told", "Live reviews in which something is owed to the family now. Where nothing is owed, a review is not listed.", "Nothing is owed to any family now.",
                [
                    new()
                    {
                        Title = "Reviews, the longest first",
                        Columns = [new("Review"), new("Since"), new("Last", ColumnKind.Date), new("What it was"), new("What comes next"), new("State", ColumnKind.State), new("Due", ColumnKind.Date)],
                        Rows = ordered,
                    },
                ]),
            ],
            Href = href,
        };
    }

    private static Assessment Only(Assessment assessment, RuleConcerns concerns) => assessment with
    {
        Criteria = [],
        Timescales = [.. assessment.Timescales.Where(row => concerns.Has(row.Rule))],
        Checks = [.. assessment.Checks.Where(row => concerns.Has(row.Rule))],
        Questions = [],
    };
}

using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Reports.Board;
using DhrCompliance.Service.Reports.Tables;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Reports.Pages.Cases;

/// <summary>Makes a case's page from its file, its assessment and what was told of it. Pure.</summary>
public static class CaseReportMaker
{
    public static CaseReport Of(
        CaseFile file, Assessment assessment, Rulebook rulebook, PageTerms terms, IReadOnlyDictionary<string, string> names, IEnumerable<CaseNotice> notices)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(rulebook);
        ArgumentNullException.ThrowIfNull(terms);
        var (shown, leftOut) = new SafeView(rulebook).Of(assessment);
        var explained = CaseExplanation.Of(file, shown, rulebook);
        var standing = ReviewStanding.Of(file, assessment);
        var words = new EventWords(rulebook.Vocabulary);
        var (told, hidden) = Notices(notices, rulebook);
        var board = new BoardTerms(terms.Where, terms.AsOf, terms.IsDemo, names);
        return new()
        {
            Terms = terms,
            Headline = Headline(shown),
            Standing = [.. explained.Standing, .. explained.Told, .. SafeView.Told(leftOut + hidden) is { } sentence ? [sentence] : Array.Empty<string>()],
            Picture = PictureMaker.Of(file, assessment, standing, rulebook, board),
            Events = Events(file, words),
            Rules = explained.Rules,
            Quiet = explained.Quiet,
            Questions = explained.Questions,
            Milestones = explained.Milestones,
            Failures = explained.Failures,
            Rounds = Rounds(file, words),
            RoundByRound = explained.Rounds,
            Asked = [.. ItemTables.Of(file, rulebook.Vocabulary, Concern.Rounds)],
            Actions = [.. ItemTables.Of(file, rulebook.Vocabulary, Concern.ActionPlan)],
            Notices = told,
        };
    }

    private static string Headline(Assessment assessment)
    {
        int Timescales(TimescaleState state) => assessment.Timescales.Count(row => row.State == state);
        var parts = new[]
        {
            Part(Timescales(TimescaleState.Overdue), "overdue"), Part(assessment.Checks.Count(row => row.State is CheckState.Fails), "out of order"),
            Part(Timescales(TimescaleState.DueSoon), "due soon"), Part(Timescales(TimescaleState.Outstanding), "to be done without a limit"),
            Part(assessment.Questions.Length, assessment.Questions.Length == 1 ? "question to answer" : "questions to answer"),
        }.OfType<string>().ToList();
        return parts.Count == 0 ? "Nothing is overdue, out of order, due soon or to be asked." : $"{PlainText.Capital(string.Join("; ", parts))}.";
    }

    private static string? Part(int count, string what) => count == 0 ? null : $"{EventWords.Number(count)} {what}";

    private static Table Events(CaseFile file, EventWords words) => new()
    {
        Title = "Everything that is recorded",
        Columns = [new("Day", ColumnKind.Date), new("What"), new("Recorded with it"), new("Of what"), new("Entry")],
        Rows = [.. words.InOrder(file.Events).Select(one => ImmutableArray.Create(BoardDates.Text(one.Date), words.Title(one.Event), words.With(one), one.Item ?? "", one.Id))],
    };

    private static Table Rounds(CaseFile file, EventWords words)
    {
        var rows = new List<ImmutableArray<string>>();
        foreach (var happened in words.InOrder(file.Events.Where(one => one.Item is null && words.Kind(one.Event)?.Concerns.Contains(Concern.Rounds) is true)))
        {
            rows.Add([BoardDates.Text(happened.Date), words.Title(happened.Event), words.With(happened)]);
        }

        return new() { Title = "To and from the Home Office", Columns = [new("Day", ColumnKind.Date), new("What"), new("Recorded with it")], Rows = rows };
    }

    private static (Table Table, int Hidden) Notices(IEnumerable<CaseNotice> notices, Rulebook rulebook)
    {
        var rules = rulebook.Packs.SelectMany(pack => pack.Rules).DistinctBy(rule => rule.FullName).ToDictionary(rule => rule.FullName, StringComparer.Ordinal);
        var roles = new RoleNames(rulebook.Vocabulary);
        var rows = new List<ImmutableArray<string>>();
        var hidden = 0;
        foreach (var notice in notices.OrderByDescending(one => one.Day).ThenBy(one => one.Rule, StringComparer.Ordinal).ThenBy(one => one.Role, StringComparer.Ordinal))
        {
            if (rules.TryGetValue(notice.Rule, out var rule) && Sensitivity.Tells(rule, rulebook.Vocabulary))
            {
                hidden++;
                continue;
            }

            // Of a rule that there no longer is nobody can say whether its name tells anything.
            rows.Add([BoardDates.Whole(notice.Day), rule?.Title ?? "a rule of an earlier rulebook", notice.Kind.Replace('-', ' '), roles.Of(notice.Role), notice.State]);
        }

        return (new()
        {
            Title = "Notices",
            Columns = [new("Planned for", ColumnKind.Date), new("About"), new("Why"), new("To"), new("What became of it")],
            Rows = rows,
        }, hidden);
    }
}

using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Reports.Board;
using DhrCompliance.Service.Reports.Data;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Reports.Pages.Cases;

/// <summary>Makes a case's page from its file, its assessment and what was told of it. Pure.</summary>
public static class CaseReportMaker
{
    public static CaseReport Of(
        CaseFile file, Assessment assessment, Rulebook rulebook, PageTerms terms, IReadOnlyDictionary<string, string> names, IEnumerable<CaseNotice> notices,
        string? comes = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(rulebook);
        ArgumentNullException.ThrowIfNull(terms);
        var (shown, leftOut) = new SafeView(rulebook).Of(assessment);
        var explained = CaseExplanation.Of(file, shown, rulebook, comes: comes);
        var standing = ReviewStanding.Of(file, assessment);
        var words = new EventWords(rulebook.Vocabulary);
        var (told, hidden) = Notices(notices, rulebook);
        var (recorded, rounds) = (Events(file, words), Rounds(file, words));
        var board = new BoardTerms(terms.Where, terms.AsOf, terms.IsDemo, names);
        var picture = PictureMaker.Of(file, assessment, standing, rulebook, board);
        return new()
        {
            Terms = terms,
            Headline = Headline(shown),
            Standing = [.. explained.Standing, .. explained.Told, .. SafeView.Told(leftOut + hidden) is { } sentence ? [sentence] : Array.Empty<string>()],
            Picture = picture,
            Events = recorded.Page(),
            Rules = explained.Rules,
            Quiet = explained.Quiet,
            Questions = explained.Questions,
            Milestones = explained.Milestones,
            Failures = explained.Failures,
            Rounds = rounds.Page(),
            RoundByRound = explained.Rounds,
            Asked = [.. ItemTables.Of(file, rulebook.Vocabulary, Concern.Rounds)],
            Actions = [.. ItemTables.Of(file, rulebook.Vocabulary, Concern.ActionPlan)],
            Notices = told.Page(),
            Data = CaseTables.Of(file, shown, explained, rulebook, picture, recorded, rounds, told),
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

    private static ReportTable Events(CaseFile file, EventWords words) => new()
    {
        Id = "recorded",
        Title = "Everything that is recorded",
        Fields = [.. EventFields.Of, new("item", Heading: "Of what"), new("entry", Heading: "Entry")],
        Rows = [.. words.InOrder(file.Events).Select(one => ImmutableArray.CreateRange([.. EventFields.Row(one, words), Datum.Text(one.Item), Datum.Text(one.Id)]))],
    };

    private static ReportTable Rounds(CaseFile file, EventWords words) => new()
    {
        Id = "to-and-fro",
        Title = "To and from the Home Office",
        Fields = EventFields.Of,
        Rows =
        [
            .. words.InOrder(file.Events.Where(one => one.Item is null && words.Kind(one.Event)?.Concerns.Contains(Concern.Rounds) is true))
                .Select(one => EventFields.Row(one, words)),
        ],
    };

    private static (ReportTable Table, int Hidden) Notices(IEnumerable<CaseNotice> notices, Rulebook rulebook)
    {
        var rules = rulebook.Packs.SelectMany(pack => pack.Rules).DistinctBy(rule => rule.FullName).ToDictionary(rule => rule.FullName, StringComparer.Ordinal);
        var roles = new RoleNames(rulebook.Vocabulary);
        var rows = new List<ImmutableArray<Datum>>();
        var hidden = 0;
        foreach (var notice in notices.OrderByDescending(one => one.Day).ThenBy(one => one.Rule, StringComparer.Ordinal).ThenBy(one => one.Role, StringComparer.Ordinal))
        {
            if (rules.TryGetValue(notice.Rule, out var rule) && Sensitivity.Tells(rule, rulebook.Vocabulary))
            {
                hidden++;
                continue;
            }

            // Of a rule that there no longer is nobody can say whether its name tells anything.
            rows.Add(
            [
                Datum.Day(notice.Day), Datum.Text(rule?.FullName), Datum.Text(rule?.Title ?? "a rule of an earlier rulebook"), Datum.Text(notice.Kind, notice.Kind.Replace('-', ' ')),
                Datum.Text(notice.Role), Datum.Text(roles.Of(notice.Role)), Datum.Text(notice.State),
            ]);
        }

        return (new()
        {
            Id = "notices",
            Title = "Notices",
            Fields =
            [
                new("planned for", FieldKind.Date, "Planned for"), new("rule"), new("about", Heading: "About"), new("why", Heading: "Why"),
                new("role"), new("to", Heading: "To"), new("outcome", Heading: "What became of it"),
            ],
            Rows = [.. rows],
        }, hidden);
    }
}

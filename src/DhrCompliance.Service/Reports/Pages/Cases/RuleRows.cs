using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Reports.Board;
using DhrCompliance.Service.Reports.Data;

namespace DhrCompliance.Service.Reports.Pages.Cases;

/// <summary>Every rule of a case as a row: how it stands, its days, and the sentences that the page explains it with.</summary>
internal sealed class RuleRows
{
    private static readonly ImmutableArray<Datum> NoDays = [.. Enumerable.Repeat(Datum.None, 8)];

    private readonly Dictionary<(string Rule, string Instance), Explanation> _explained;
    private readonly Rulebook _rulebook;
    private readonly RoleNames _roles;

    private RuleRows(CaseExplanation explained, Rulebook rulebook)
    {
        (_rulebook, _roles) = (rulebook, new RoleNames(rulebook.Vocabulary));
        _explained = explained.Rules.DistinctBy(one => (one.Rule, one.Instance)).ToDictionary(one => (one.Rule, one.Instance));
    }

    /// <summary>What needs attention first comes first. What is not begun or does not apply has the one sentence that the page tells of it.</summary>
    public static ReportTable Table(Assessment shown, CaseExplanation explained, Rulebook rulebook) => new()
    {
        Id = "rules",
        Title = "Rule by rule, with reasons and sources",
        Fields =
        [
            new("rule"), new("kind"), new("instance"), new("item"), new("what"), new("state", FieldKind.State),
            new("started", FieldKind.Date), new("original due", FieldKind.Date), new("due", FieldKind.Date), new("target", FieldKind.Date), new("met on", FieldKind.Date), .. LateDays.Fields(),
            new("owner"), new("whose duty"), new("because", FieldKind.Texts), new("points", FieldKind.Texts), new("to settle"), new("sources", FieldKind.Texts),
        ],
        Rows = new RuleRows(explained, rulebook).Of(shown),
    };

    private ImmutableArray<ImmutableArray<Datum>> Of(Assessment shown) =>
    [
        .. shown.Timescales.Select(row => (Rank: Attention.Of(row.State), Row: Row(row.Rule, "timescale", row.Instance, row.Item, Words.Of(row.State), Days(row), row.Because)))
            .Concat(shown.Checks.Select(row => (Rank: Attention.Of(row.State), Row: Row(row.Rule, "check", row.Instance, row.Item, Words.Of(row.State), NoDays, row.Because))))
            .Concat(shown.Criteria.Select(row => (
                Rank: Attention.Of(row.Answer is Answer.CannotTell ? CheckState.CannotTell : CheckState.Holds),
                Row: Row(row.Rule, "criterion", Explanation.Once, null, Words.Of(row.Answer), NoDays, row.Because))))
            .OrderBy(one => one.Rank)
            .Select(one => one.Row),
    ];

    private static ImmutableArray<Datum> Days(TimescaleResult row) =>
        [Datum.Day(row.Started), Datum.Day(row.OriginalDue), Datum.Day(row.Due), Datum.Day(row.Target), Datum.Day(row.MetOn), .. LateDays.Of(row)];

    private ImmutableArray<Datum> Row(Rule rule, string kind, string instance, string? item, string state, ImmutableArray<Datum> days, ImmutableArray<Reason> because)
    {
        var said = _explained.GetValueOrDefault((rule.FullName, instance));
        return
        [
            Datum.Text(rule.FullName), Datum.Text(kind), Datum.Text(instance), Datum.Text(item), Datum.Text(Explanation.Title(rule, instance, item)), Datum.Text(state), .. days,
            Datum.Text(rule.Owner), Datum.Text(rule.Owner is null ? null : _roles.Of(rule.Owner)),
            Datum.Texts(said?.Paragraphs ?? [.. Explanation.SentencesOf(because, _rulebook.Vocabulary).Take(1)]),
            Datum.Texts(said?.Points ?? []), Datum.Text(said?.ToSettle), Datum.Texts(said?.Sources ?? []),
        ];
    }
}

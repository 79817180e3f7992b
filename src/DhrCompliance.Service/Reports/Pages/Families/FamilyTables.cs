using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Reports.Board;
using DhrCompliance.Service.Reports.Data;

namespace DhrCompliance.Service.Reports.Pages.Families;

/// <summary>The tables of what is owed to the family of a review.</summary>
internal sealed class FamilyTables(Rulebook rulebook)
{
    private static readonly Field Rule = new("rule");
    private static readonly Field Item = new("item");
    private static readonly Field What = new("what", Heading: "What");
    private static readonly Field State = new("state", FieldKind.State, "State");
    private static readonly Field Source = new("source", Heading: "Source");

    private readonly RoleNames _roles = new(rulebook.Vocabulary);

    public ReportTable Duties(string id, string title, IEnumerable<TimescaleResult> rows) => new()
    {
        Id = id,
        Title = title,
        Fields = [Rule, Item, What, State, new("due", FieldKind.Date, "Due"), new("done", FieldKind.Date, "Done"), new("owner"), new("whose duty", Heading: "Whose duty"), Source],
        Rows =
        [
            .. rows.OrderBy(row => Attention.Of(row.State)).ThenBy(row => row.Due?.Latest ?? DateOnly.MaxValue).Select(row => ImmutableArray.CreateRange(
            [
                .. Named(row.Rule, row.Item, Words.Of(row.State)), Datum.Day(row.Due), Datum.Day(row.MetOn),
                Datum.Text(row.Rule.Owner), Datum.Text(_roles.Of(row.Rule.Owner)), Standing(row.Rule),
            ])),
        ],
    };

    public ReportTable Checks(Assessment assessment) => new()
    {
        Id = "checks",
        Title = "What should be so",
        Fields = [Rule, Item, What, State, Source],
        Rows =
        [
            .. assessment.Checks.Where(row => row.State is not (CheckState.NotApplicable or CheckState.NotYet)).OrderBy(row => Attention.Of(row.State))
                .Select(row => ImmutableArray.CreateRange([.. Named(row.Rule, row.Item, Words.Of(row.State)), Standing(row.Rule)])),
        ],
    };

    public static ReportTable Done(IEnumerable<CaseEvent> events, EventWords words) => new()
    {
        Id = "recorded",
        Title = "What is recorded",
        Fields = EventFields.Of,
        Rows = [.. events.Select(one => EventFields.Row(one, words))],
    };

    private static ImmutableArray<Datum> Named(Rule rule, string? item, string state) =>
        [Datum.Text(rule.FullName), Datum.Text(item), Datum.Text(Explanation.Title(rule, "once", item)), Datum.Text(state)];

    private Datum Standing(Rule rule) => Datum.Text(Provenance.Standing(rule, rulebook));
}

using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Calendars;
using DhrCompliance.Service.Reports.Board;
using DhrCompliance.Service.Reports.Data;

namespace DhrCompliance.Service.Reports.Pages.Boards;

/// <summary>What is otherwise than at the end of the last quarter, from two assessments of each review.</summary>
internal static class QuarterChanges
{
    // What has not begun or does not apply is no news, neither when it comes nor when it goes.
    private static readonly string[] Quiet = [Words.Of(TimescaleState.NotStarted), Words.Of(TimescaleState.NotApplicable), Words.Of(CheckState.NotYet)];

    /// <summary>Rows of one review; both assessments are already cut down to what may be told.</summary>
    public static ImmutableArray<ImmutableArray<Datum>> Of(Assessment? before, Assessment now) =>
    [
        .. AssessmentDifference.Between(before is null ? null : before with { Criteria = [] }, now with { Criteria = [] })
            .Where(row => !(IsQuiet(row.StateBefore) && IsQuiet(row.StateNow)))
            .Where(row => row.StateBefore != row.StateNow || row.DueBefore != row.DueNow)
            .Select(row => ImmutableArray.Create(
                Datum.Text(now.Reference), Datum.Text(row.Rule.FullName), Datum.Text(row.Item), Datum.Text(Explanation.Title(row.Rule, "once", row.Item)),
                State(row.StateBefore), State(row.StateNow), Datum.Day(row.DueBefore), Datum.Day(row.DueNow, Due(row.DueBefore, row.DueNow)))),
    ];

    public static ReportTable Table(string title, IEnumerable<ImmutableArray<Datum>> rows) => new()
    {
        Id = "changes",
        Title = title,
        Fields =
        [
            new("review", Heading: "Review"), new("rule"), new("item"), new("what", Heading: "What"), new("state before", FieldKind.State, "At the end of the last quarter"),
            new("state now", FieldKind.State, "Now"), new("due before", FieldKind.Date), new("due now", FieldKind.Date, "Due") { IsToldInWords = true },
        ],
        Rows = [.. rows],
    };

    private static bool IsQuiet(string? state) => state is null || Quiet.Contains(state, StringComparer.Ordinal);

    private static Datum State(string? state) => Datum.Text(state, state ?? "not there");

    private static string Due(DateInterval? before, DateInterval? now) => (BoardDates.Text(before), BoardDates.Text(now)) switch
    {
        ("", var after) => after,
        (var first, "") => $"was {first}",
        var (first, after) when first == after => after,
        var (first, after) => $"{after} (was {first})",
    };
}

using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Service.Reports.Data;

namespace DhrCompliance.Service.Reports.Pages;

/// <summary>Reviews over time as data: how each stands, and what its picture is drawn from.</summary>
internal static class CourseTables
{
    private static readonly Field Review = new("review");

    /// <summary>Made as they are read.</summary>
    public static IEnumerable<ReportTable> Of(ImmutableArray<GanttRow> rows)
    {
        yield return Reviews(rows);
        yield return Milestones(rows);
        yield return Planned(rows);
        yield return Held(rows);
    }

    private static ReportTable Reviews(ImmutableArray<GanttRow> rows) => new()
    {
        Id = "reviews",
        Title = "Each review",
        Fields =
        [
            Review, new("live", FieldKind.Flag), new("standing", FieldKind.State), new("how it stands"),
            new("first milestone on", FieldKind.Date), new("first milestone"), new("first milestone title"),
            new("last milestone on", FieldKind.Date), new("last milestone"), new("last milestone title"),
            new("last planned for", FieldKind.Date), new("last planned rule"), new("last planned title"), new("last planned now due", FieldKind.Date),
            new("paused days", FieldKind.Number), new("held days", FieldKind.Number), new("unexplained days", FieldKind.Number),
        ],
        Rows = [.. rows.Select(Row)],
    };

    private static ImmutableArray<Datum> Row(GanttRow row)
    {
        var course = row.Course;
        var late = course.Due is [.., var planned] ? planned : null;

        // Counted from the last day that the first milestone can have been, they would claim to be certain.
        var held = course.IsFirstKnown ? course.Held : null;
        return
        [
            Datum.Text(row.Reference), Datum.Flag(course.Live), Datum.Text(row.StandingWord), Datum.Text(row.Standing),
            .. Milestone(course.Happened.FirstOrDefault()), .. Milestone(course.Happened.LastOrDefault()),
            Datum.Day(late?.OriginalDue), Datum.Text(late?.Rule.FullName), Datum.Text(late?.Rule.Title), Datum.Day(late?.Due),
            Datum.Number(held?.Parts.Where(part => part.IsPause).Sum(part => part.Days)), Datum.Number(held?.Parts.Where(part => !part.IsPause).Sum(part => part.Days)),
            Datum.Number(held?.Unexplained),
        ];
    }

    private static ImmutableArray<Datum> Milestone(CourseEvent? one) => [Datum.Day(one?.Date), Datum.Text(one?.Word), Datum.Text(one?.What)];

    private static ReportTable Milestones(ImmutableArray<GanttRow> rows) => new()
    {
        Id = "milestones",
        Title = "Milestones that happened",
        Fields = [Review, new("date", FieldKind.Date), new("event"), new("what")],
        Rows = [.. rows.SelectMany(row => row.Course.Happened.Select(one => ImmutableArray.CreateRange([Datum.Text(row.Reference), .. Milestone(one)])))],
    };

    private static ReportTable Planned(ImmutableArray<GanttRow> rows) => new()
    {
        Id = "planned",
        Title = "First due dates of milestones",
        Fields = [Review, new("original due", FieldKind.Date), new("due", FieldKind.Date), new("rule"), new("item"), new("what")],
        Rows =
        [
            .. rows.SelectMany(row => row.Course.Due.Select(due => ImmutableArray.Create(
                Datum.Text(row.Reference), Datum.Day(due.OriginalDue), Datum.Day(due.Due), Datum.Text(due.Rule.FullName), Datum.Text(due.Item), Datum.Text(due.Rule.Title)))),
        ],
    };

    private static ReportTable Held(ImmutableArray<GanttRow> rows) => new()
    {
        Id = "held",
        Title = "Whose time it was, as the dates suggest; until is the first day after",
        Fields = [Review, new("from", FieldKind.Date), new("until", FieldKind.Date), new("days", FieldKind.Number), new("who"), new("who title"), new("pause", FieldKind.Flag)],
        Rows =
        [
            .. rows.SelectMany(row => row.Course.Stretches.Select(stretch => ImmutableArray.CreateRange(
                [Datum.Text(row.Reference), .. Stretch(stretch, row.Course), Datum.Text(stretch.Who), Datum.Text(stretch.Name), Datum.Flag(stretch.IsPause)]))),
        ],
    };

    // A review that began on a day known in part is drawn from the last that it can have been.
    private static ImmutableArray<Datum> Stretch(CourseStretch stretch, Course course)
    {
        var isVague = stretch.From == course.First && !course.IsFirstKnown;
        return
        [
            Datum.Day(isVague ? course.Happened[0].Date : DateInterval.On(stretch.From)), Datum.Day(stretch.Until),
            Datum.Number(isVague ? null : stretch.Until.DayNumber - stretch.From.DayNumber),
        ];
    }
}

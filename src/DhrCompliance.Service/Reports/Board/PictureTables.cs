using System.Collections.Immutable;
using DhrCompliance.Service.Reports.Data;

namespace DhrCompliance.Service.Reports.Board;

/// <summary>Pictures of reviews as data: the marks with what they stand for, the pauses, and what is said beside them.</summary>
internal static class PictureTables
{
    private static readonly Field Review = new("review");

    /// <summary>Made as they are read.</summary>
    public static IEnumerable<ReportTable> Of(ImmutableArray<ReviewPicture> pictures)
    {
        yield return Table(
            "events", "What happened", [Review, new("number", FieldKind.Number), new("date", FieldKind.Date), new("event"), new("what")], pictures,
            picture => picture.Events.Select(mark => ImmutableArray.Create(
                Datum.Text(picture.Reference), Datum.Text(mark.Label), Datum.Day(mark.Date), Datum.Text(mark.Word), Datum.Text(mark.What))));
        yield return Table(
            "due-dates", "Due dates that matter now",
            [Review, new("letter"), new("due", FieldKind.Date), new("rule"), new("what"), new("state", FieldKind.State)], pictures,
            picture => picture.Dues.Select(mark => ImmutableArray.Create(
                Datum.Text(picture.Reference), Datum.Text(mark.Label), Datum.Day(mark.Date), Datum.Text(mark.Word), Datum.Text(mark.What), Datum.Text(mark.State))));
        yield return Table(
            "pauses", "Pauses; until is the first day after", [Review, new("from", FieldKind.Date), new("until", FieldKind.Date), new("reason")], pictures,
            picture => picture.Pauses.Select(pause => ImmutableArray.Create(
                Datum.Text(picture.Reference), Datum.Day(pause.Began), Datum.Day(pause.Ended), Datum.Text(pause.What))));
        yield return Table(
            "review-remarks", "What is said of each review", [Review, new("remark")], pictures,
            picture => picture.Remarks.Select(remark => ImmutableArray.Create(Datum.Text(picture.Reference), Datum.Text(remark))));
        yield return Table(
            "partnerships", "Whose each review is", [Review, new("partnerships"), new("standing", FieldKind.State), new("how it stands")], pictures,
            picture => [[Datum.Text(picture.Reference), Datum.Text(picture.Partnerships), Datum.Text(picture.Standing.Word), Datum.Text(picture.Standing.Name)]]);
    }

    private static ReportTable Table(
        string id, string title, ImmutableArray<Field> fields, ImmutableArray<ReviewPicture> pictures, Func<ReviewPicture, IEnumerable<ImmutableArray<Datum>>> rows) =>
        new() { Id = id, Title = title, Fields = fields, Rows = [.. pictures.SelectMany(rows)] };
}

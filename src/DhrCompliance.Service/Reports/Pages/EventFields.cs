using System.Collections.Immutable;
using DhrCompliance.Cases;
using DhrCompliance.Service.Reports.Data;

namespace DhrCompliance.Service.Reports.Pages;

/// <summary>An event as a row: when, what, and what is recorded with it.</summary>
internal static class EventFields
{
    public static ImmutableArray<Field> Of { get; } =
    [
        new("date", FieldKind.Date, "Day"), new("event"), new("what", Heading: "What"), new("attributes", FieldKind.Texts), new("recorded with it", Heading: "Recorded with it"),
    ];

    public static ImmutableArray<Datum> Row(CaseEvent one, EventWords words) =>
    [
        Datum.Day(one.Date), Datum.Text(one.Event), Datum.Text(words.Title(one.Event)), Datum.Texts(words.Recorded(one)), Datum.Text(words.With(one)),
    ];
}

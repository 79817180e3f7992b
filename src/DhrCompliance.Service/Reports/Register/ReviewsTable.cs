using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Service.Reports.Board;
using DhrCompliance.Service.Reports.Tables;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Reports.Register;

/// <summary>Every review in a row: how it stands, what is due next, and each thing that happens once with its date.</summary>
public static class ReviewsTable
{
    private const string NoDate = "(date not known)";

    public static Table Of(IEnumerable<(CaseFile File, Assessment Assessment)> reviews, Vocabulary vocabulary, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(reviews);
        ArgumentNullException.ThrowIfNull(vocabulary);
        ImmutableArray<EventKind> kinds = [.. vocabulary.Events.Where(kind => kind is { Of: null, Repeats: false })];
        return new()
        {
            Title = $"Reviews as of {DateWords.Day(asOf)}",
            Columns =
            [
                new("reference"), new("partnership"), new("standing", ColumnKind.State), new("overdue", ColumnKind.Number), new("due soon", ColumnKind.Number),
                new("cannot tell", ColumnKind.Number), new("next due", ColumnKind.Date), new("what is due next"),
                .. kinds.Select(kind => new Column(Heading(kind), ColumnKind.Date)),
            ],
            Rows = reviews.Where(one => one.File.Kind is SubjectKind.Review).Select(one => Row(one.File, one.Assessment, kinds)),
        };
    }

    private static ImmutableArray<string> Row(CaseFile file, Assessment assessment, ImmutableArray<EventKind> kinds)
    {
        var next = assessment.Timescales
            .Where(row => row.State is TimescaleState.Running or TimescaleState.DueSoon && row.Due is { HasLatest: true })
            .OrderBy(row => row.Due!.Value.Latest).ThenBy(row => row.Rule.FullName, StringComparer.Ordinal).FirstOrDefault();
        var dates = file.Events.Where(one => one.Item is null).ToLookup(one => one.Event, one => one.Date, StringComparer.Ordinal);
        return
        [
            file.Reference,
            file.Partnership,
            ReviewStanding.Of(file, assessment).Name,
            Count(assessment, TimescaleState.Overdue),
            Count(assessment, TimescaleState.DueSoon),
            Count(assessment, TimescaleState.CannotTell),
            next?.Due?.ToString() ?? "",
            next?.Rule.Title ?? "",
            .. kinds.Select(kind => string.Join("; ", dates[kind.Name].Select(Date).Order(StringComparer.Ordinal))),
        ];
    }

    private static string Count(Assessment assessment, TimescaleState state) =>
        assessment.Timescales.Count(row => row.State == state) is > 0 and var count ? count.ToString(CultureInfo.InvariantCulture) : "";

    private static string Date(DateInterval date) => date == DateInterval.Unknown ? NoDate : date.ToString();

    private static string Heading(EventKind kind) => kind.Title.Length == 0 ? kind.Name : char.ToUpperInvariant(kind.Title[0]) + kind.Title[1..];
}

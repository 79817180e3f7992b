using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Reports.Board;
using DhrCompliance.Service.Reports.Tables;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Reports.Pages.Libraries;

/// <summary>Every review there ever was, with what became of its report and where it is. Pure.</summary>
public static class LibraryMaker
{
    public static ListReport Of(IReadOnlyList<(CaseFile File, Assessment Assessment)> cases, Rulebook rulebook, PageTerms terms, Func<string, string?>? href = null)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(rulebook);
        ArgumentNullException.ThrowIfNull(terms);
        var vocabulary = rulebook.Vocabulary;
        var kinds = vocabulary.Events.Where(kind => kind.Of is null && kind.Concerns.Contains(Concern.Library)).ToList();
        var words = new EventWords(vocabulary);
        var reviews = cases.Where(entry => entry.File.Kind == SubjectKind.Review)
            .Select(entry => (entry.File, entry.Assessment, Begun: Begun(entry.File, words)))
            .OrderBy(entry => entry.Begun?.Latest ?? DateOnly.MaxValue).ThenBy(entry => entry.File.Reference, StringComparer.Ordinal)
            .ToList();
        var none = kinds.Where(kind => !reviews.Any(entry => entry.File.Events.Any(one => one.Item is null && one.Event == kind.Name))).ToList();
        kinds = [.. kinds.Except(none)];
        var rows = reviews.ConvertAll(entry => Row(entry.File, entry.Assessment, entry.Begun, kinds, words));
        var found = rows.Count(row => row[^1].Length > 0);
        return new()
        {
            Terms = terms,
            Headline = $"{EventWords.Number(rows.Count)} {(rows.Count == 1 ? "review" : "reviews")}; of {EventWords.Number(found)} it is recorded where the report can be read.",
            Remarks =
            [
                "Loaded history is in it, too: of that, an empty cell is no evidence that nothing happened.",
                .. none.Count > 0 ? [$"Of no review is recorded: {string.Join("; ", none.Select(kind => kind.Title))}."] : Array.Empty<string>(),
            ],
            Parts =
            [
                new("reviews", "Every review, the oldest first", "", "There is none.",
                [
                    new()
                    {
                        Title = "Reviews and their reports",
                        Columns = [new("Review"), new("Begun", ColumnKind.Date), new("How it stands"), .. kinds.Select(kind => new Column(Heading(kind))), new("Where it can be read", ColumnKind.Address)],
                        Rows = rows,
                    },
                ]),
            ],
            Href = href,
        };
    }

    // "the publication of the review" heads a column as "Publication of the review".
    private static string Heading(EventKind kind) => PlainText.Capital(kind.Title.StartsWith("the ", StringComparison.Ordinal) ? kind.Title[4..] : kind.Title);

    // Not the death itself: its day is nobody's here.
    private static Calendars.DateInterval? Begun(CaseFile file, EventWords words) => words
        .InOrder(file.Events.Where(one => one.Item is null && one.Date.HasLatest && words.Kind(one.Event)?.Means is not EventMeaning.Beginning))
        .FirstOrDefault()?.Date;

    private static ImmutableArray<string> Row(CaseFile file, Assessment assessment, Calendars.DateInterval? begun, List<EventKind> kinds, EventWords words)
    {
        var own = words.InOrder(file.Events.Where(one => one.Item is null)).ToList();
        var standing = file.KeptSince is null ? "loaded history" : assessment.Live ? "live" : "finished";
        return
        [
            file.Reference, BoardDates.Text(begun), standing,
            .. kinds.Select(kind => string.Join("; ", own.Where(one => one.Event == kind.Name).Select(one => Told(one, kind)))),
            string.Join(" ", own.SelectMany(one => Addresses(one, kinds)).Distinct(StringComparer.Ordinal).TakeLast(1)),
        ];
    }

    private static string Told(CaseEvent happened, EventKind kind)
    {
        var choice = kind.Attributes.Where(attribute => attribute.Type is ValueKind.Choice && attribute.Means is AttributeMeaning.None)
            .Select(attribute => happened.Attributes.TryGetValue(attribute.Name, out var value) ? EventWords.Declared(value, attribute.Choices) : "")
            .FirstOrDefault(told => told.Length > 0);
        return choice is null ? BoardDates.Text(happened.Date) : $"{BoardDates.Text(happened.Date)}: {choice}";
    }

    // Text that somebody typed is not told; an address on the web, where a report is to be read, is.
    private static IEnumerable<string> Addresses(CaseEvent happened, List<EventKind> kinds) =>
        (kinds.Find(kind => kind.Name == happened.Event)?.Attributes ?? [])
            .Where(attribute => attribute.Type is ValueKind.Text)
            .Select(attribute => happened.Attributes.GetValueOrDefault(attribute.Name))
            .OfType<string>()
            .Where(DataTable.IsAddress);
}

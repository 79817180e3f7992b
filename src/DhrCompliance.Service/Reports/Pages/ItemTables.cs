using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Service.Reports.Board;
using DhrCompliance.Service.Reports.Data;
using DhrCompliance.Service.Reports.Tables;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Reports.Pages;

/// <summary>The items of a case that concern something, a table a kind: their facts, and what happened to each last.</summary>
internal static class ItemTables
{
    private static readonly string[] OwnFields = ["review", "item", "last event", "last event title", "last event on"];

    /// <summary>Those of which there is something to show.</summary>
    public static IEnumerable<Table> Of(CaseFile file, Vocabulary vocabulary, Concern concern) =>
        Data([file], vocabulary, concern).Where(table => table.Rows.Length > 0).Select(table => table.Page());

    /// <summary>Of several cases, a table of every kind, empty ones too.</summary>
    public static IEnumerable<ReportTable> Data(IReadOnlyCollection<CaseFile> files, Vocabulary vocabulary, Concern concern)
    {
        var words = new EventWords(vocabulary);
        foreach (var kind in vocabulary.Items.Where(kind => kind.Concerns.Contains(concern)))
        {
            var facts = Facts(vocabulary, kind, concern).ToList();
            yield return new()
            {
                Id = $"items-{kind.Name}",
                Title = Plural(kind),
                Fields =
                [
                    new(OwnFields[0]), new(OwnFields[1], Heading: "Which"), .. facts.Select(Field),
                    new(OwnFields[2]), new(OwnFields[3], Heading: "What happened last"), new(OwnFields[4], FieldKind.Date, "When"),
                ],
                Rows =
                [
                    .. from file in files
                       from item in file.Items.Where(item => item.Kind == kind.Name).OrderBy(item => item.Id, StringComparer.Ordinal)
                       select Row(item, facts, file, words),
                ],
            };
        }
    }

    /// <summary>What a table says of a fact: its word, as words.</summary>
    public static string Named(FactType fact) => PlainText.Capital(fact.Name.Replace('-', ' '));

    /// <summary>A kind's title as a heading: "A recommendation of the overview report" is told as it stands.</summary>
    public static string Plural(ItemKind kind) => $"Each of these is {kind.Title}";

    /// <summary>A fact's value as it is told: what the vocabulary declares, days, numbers; text only where the vocabulary says that the fact concerns this.</summary>
    public static string Value(FactType fact, CaseItem item) => item.Facts.TryGetValue(fact.Name, out var value)
        ? fact.Type switch
        {
            ValueKind.Date => PartialDate.TryParse(value, out var date, out _) ? BoardDates.Text(date) : "",
            ValueKind.Choice or ValueKind.Choices => EventWords.Declared(value, fact.Choices),
            _ => value,
        }
        : "";

    private static IEnumerable<FactType> Facts(Vocabulary vocabulary, ItemKind kind, Concern concern) => vocabulary.Facts
        .Where(fact => fact.Of == kind.Name && !fact.Sensitive && (fact.Type is not (ValueKind.Text or ValueKind.Rule) || fact.Concerns.Contains(concern)));

    // A fact that is called as one of the fields that are always there has a name of its own, too.
    private static Field Field(FactType fact)
    {
        var name = fact.Name.Replace('-', ' ');
        return new(
            OwnFields.Contains(name) ? $"fact {name}" : name,
            fact.Type switch { ValueKind.Date => FieldKind.Date, ValueKind.Choices => FieldKind.Texts, _ => FieldKind.Text },
            Named(fact));
    }

    private static ImmutableArray<Datum> Row(CaseItem item, List<FactType> facts, CaseFile file, EventWords words)
    {
        var last = words.InOrder(file.Events.Where(happened => happened.Item == item.Id)).LastOrDefault();
        return
        [
            Datum.Text(file.Reference), Datum.Text(item.Id), .. facts.Select(fact => Recorded(fact, item)),
            Datum.Text(last?.Event), Datum.Text(last is null ? null : words.Title(last.Event), last is null ? "nothing is recorded" : null), Datum.Day(last?.Date),
        ];
    }

    private static Datum Recorded(FactType fact, CaseItem item)
    {
        var (shown, value) = (Value(fact, item), item.Facts.GetValueOrDefault(fact.Name, ""));
        return fact.Type switch
        {
            ValueKind.Date => Datum.Day(PartialDate.TryParse(value, out var date, out _) ? date : null, shown),
            ValueKind.Choice => Datum.Text(EventWords.WordsOf(value, fact.Choices).FirstOrDefault(), shown),
            ValueKind.Choices => Datum.Texts(EventWords.WordsOf(value, fact.Choices)) with { Shown = shown },
            _ => Datum.Text(value, shown),
        };
    }
}

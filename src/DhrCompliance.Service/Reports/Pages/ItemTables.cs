using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Service.Reports.Board;
using DhrCompliance.Service.Reports.Tables;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Reports.Pages;

/// <summary>The items of a case that concern something, a table a kind: their facts, and what happened to each last.</summary>
internal static class ItemTables
{
    public static IEnumerable<Table> Of(CaseFile file, Vocabulary vocabulary, Concern concern)
    {
        var words = new EventWords(vocabulary);
        foreach (var kind in vocabulary.Items.Where(kind => kind.Concerns.Contains(concern)))
        {
            var items = file.Items.Where(item => item.Kind == kind.Name).OrderBy(item => item.Id, StringComparer.Ordinal).ToList();
            var facts = Facts(vocabulary, kind, concern).ToList();
            if (items.Count > 0)
            {
                yield return new()
                {
                    Title = Plural(kind),
                    Columns = [new("Which"), .. facts.Select(fact => new Column(Named(fact), fact.Type is ValueKind.Date ? ColumnKind.Date : ColumnKind.Text)), new("What happened last"), new("When", ColumnKind.Date)],
                    Rows = [.. items.Select(item => Row(item, facts, file, words))],
                };
            }
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

    private static ImmutableArray<string> Row(CaseItem item, List<FactType> facts, CaseFile file, EventWords words)
    {
        var last = words.InOrder(file.Events.Where(happened => happened.Item == item.Id)).LastOrDefault();
        return
        [
            item.Id, .. facts.Select(fact => Value(fact, item)),
            last is null ? "nothing is recorded" : words.Title(last.Event), last is null ? "" : BoardDates.Text(last.Date),
        ];
    }
}

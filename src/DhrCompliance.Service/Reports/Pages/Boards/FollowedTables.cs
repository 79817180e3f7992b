using System.Collections.Immutable;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Reports.Pages.Boards;

/// <summary>Items that are followed to their end, counted by what the vocabulary says of them, and by age.</summary>
internal static class FollowedTables
{
    private const string None = "not recorded";

    /// <summary>Of each kind: by each of its facts that concern the action plan, then by age.</summary>
    public static IEnumerable<Completion> Of(IReadOnlyList<FollowedItem> items, Vocabulary vocabulary, DateOnly asOf)
    {
        foreach (var group in items.GroupBy(item => item.Kind))
        {
            foreach (var fact in vocabulary.Facts.Where(fact => fact.Of == group.Key.Name && fact.Type is not (ValueKind.Date or ValueKind.Rule) && !fact.Sensitive && fact.Concerns.Contains(Concern.ActionPlan)))
            {
                yield return Completion($"{ItemTables.Plural(group.Key)}: by {ItemTables.Named(fact).ToLowerInvariant()}", ItemTables.Named(fact), group.SelectMany(item => Values(fact, item).Select(value => (value, item)))) with { Kind = group.Key.Name, By = fact.Name };
            }

            if (group.Any(item => item.Due is not null))
            {
                yield return Completion($"{ItemTables.Plural(group.Key)}: by age", "Age of what is open", group.Select(item => (Age(item, asOf), item)), byName: false) with { Kind = group.Key.Name, By = "age-of-open" };
            }
        }
    }

    /// <summary>The plan as a whole, a row a kind.</summary>
    public static Completion Whole(IEnumerable<FollowedItem> items) =>
        Completion("The action plans as a whole", "What", items.Select(item => (item.Kind.Title, item)), byName: false);

    private static Completion Completion(string title, string column, IEnumerable<(string Value, FollowedItem Item)> entries, bool byName = true)
    {
        var groups = entries.GroupBy(entry => entry.Value, StringComparer.Ordinal);
        var rows = (byName ? groups.OrderBy(group => group.Key is None).ThenBy(group => group.Key, StringComparer.Ordinal) : groups.OrderBy(group => Rank(group.Key)))
            .Select(group => new CompletionRow(
                byName ? group.Key : Unranked(group.Key), group.Count(entry => entry.Item.Done is not null), group.Count(entry => entry.Item.IsLate), group.Count()))
            .ToImmutableArray();
        return new(title, column, rows);
    }

    private static string[] Values(FactType fact, FollowedItem item) =>
        ItemTables.Value(fact, item.Item) is { Length: > 0 } value ? fact.Type is ValueKind.Choices ? value.Split(", ") : [value] : [None];

    // A digit before the words keeps ages in order; it is cut off where they are shown.
    private static string Age(FollowedItem item, DateOnly asOf) => item switch
    {
        { Done: not null } => "9done",
        { Due: not { HasLatest: true } } => "8open, without a day",
        { Due.Latest: var due } when due >= asOf => "0not due yet",
        { Due.Latest: var due } when due.AddMonths(3) >= asOf => "1up to 3 months over",
        { Due.Latest: var due } when due.AddMonths(6) >= asOf => "2more than 3, up to 6 months over",
        { Due.Latest: var due } when due.AddMonths(12) >= asOf => "3more than 6, up to 12 months over",
        _ => "4more than a year over",
    };

    private static string Rank(string value) => value.Length > 0 && char.IsAsciiDigit(value[0]) ? value[..1] : value;

    private static string Unranked(string value) => value.Length > 0 && char.IsAsciiDigit(value[0]) ? value[1..] : value;
}

/// <summary>Items counted by something: the picture and its table.</summary>
public sealed record Completion(string Title, string Column, ImmutableArray<CompletionRow> Rows)
{
    /// <summary>The word of the items' kind; null: of all kinds.</summary>
    public string? Kind { get; init; }

    /// <summary>By what they are counted: the word of a fact, or "age-of-open"; null: by their kind.</summary>
    public string? By { get; init; }
}

/// <summary>How many of a group are done, late, and there in all.</summary>
public sealed record CompletionRow(string Name, int Done, int Late, int All)
{
    /// <summary>Neither done nor late.</summary>
    public int Open => All - Done - Late;
}

using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Tests.Sweeps.ByChange;

/// <summary>Random days and values of the vocabulary. The same seed gives the same ones.</summary>
internal sealed class Chance(int seed, Rulebook rules)
{
    public static readonly string[] Agencies = ["police", "housing", "health"];

    private readonly Random _random = new(seed);
    private readonly string[] _duties = [.. rules.Packs.SelectMany(pack => pack.Timescales).Select(rule => rule.Id).Distinct()];

    public Vocabulary Words => rules.Vocabulary;

    public bool One(int of) => _random.Next(of) == 0;

    public int Number(int from, int to) => _random.Next(from, to + 1);

    public T Of<T>(IReadOnlyList<T> things) => things[_random.Next(things.Count)];

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day as somebody writes it: mostly itself, at times known in part, or not at all.</summary>
    public string? Written(DateOnly day) => _random.Next(24) switch
    {
        0 => day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        1 => $"by {Text(day.AddDays(Number(0, 40)))}",
        2 => $"after {Text(day.AddDays(-Number(1, 40)))}",
        3 => $"{Text(day.AddDays(-Number(0, 40)))}/{Text(day.AddDays(Number(0, 40)))}",
        4 when One(3) => day.ToString("yyyy", CultureInfo.InvariantCulture),
        5 when One(3) => null,
        _ => Text(day),
    };

    public ImmutableDictionary<string, string> Facts(string? item, DateOnly day) => Values(
        Words.Facts.Where(fact => fact.Of == item).Select(fact => (fact.Name, fact.Type, fact.Choices)), day);

    public ImmutableDictionary<string, string> Attributes(EventKind kind, DateOnly day) => Values(
        kind.Attributes.Select(attribute => (attribute.Name, attribute.Type, attribute.Choices)), day);

    private ImmutableDictionary<string, string> Values(IEnumerable<(string Name, ValueKind Type, ImmutableArray<string> Choices)> named, DateOnly day)
    {
        var values = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var (name, type, choices) in named)
        {
            if (!One(6) && Value(type, choices, day) is { } value)
            {
                values.Add(name, value);
            }
        }

        return values.ToImmutable();
    }

    private string? Value(ValueKind type, ImmutableArray<string> choices, DateOnly day) => type switch
    {
        ValueKind.YesNo => One(2) ? "yes" : "no",
        ValueKind.Number => One(2) ? "1" : Number(10, 80).ToString(CultureInfo.InvariantCulture),
        ValueKind.Date => Written(day.AddDays(Number(-20, 150))),
        ValueKind.Choice or ValueKind.Choices => One(2) ? choices[0] : Of(choices),
        ValueKind.Rule => One(2) ? "complete-report" : Of(_duties),
        _ => Of(Agencies),
    };
}

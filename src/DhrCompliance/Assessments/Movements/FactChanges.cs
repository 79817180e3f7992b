using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Cases;

namespace DhrCompliance.Assessments.Movements;

/// <summary>Facts of the case that are answered otherwise.</summary>
internal static class FactChanges
{
    public static IEnumerable<RecordChange> Of(CaseFile before, CaseFile now, Titles titles) =>
        Names(before.Facts, now.Facts).Select(name => new RecordChange(name, Sentence(titles.Question(name), before.Facts.GetValueOrDefault(name), now.Facts.GetValueOrDefault(name)))
        {
            Undo = file => file with { Facts = Restored(file.Facts, before.Facts, name) },
        });

    /// <summary>The names whose values differ, in ordinal order.</summary>
    public static IEnumerable<string> Names(ImmutableDictionary<string, string> before, ImmutableDictionary<string, string> now) =>
        before.Keys.Union(now.Keys).Where(name => before.GetValueOrDefault(name) != now.GetValueOrDefault(name)).Order(StringComparer.Ordinal);

    public static ImmutableDictionary<string, string> Restored(
        ImmutableDictionary<string, string> facts, ImmutableDictionary<string, string> before, string name) =>
        before.TryGetValue(name, out var value) ? facts.SetItem(name, value) : facts.Remove(name);

    private static string Sentence(string question, string? before, string? now) => (before, now) switch
    {
        (null, { }) => $"“{question}” was answered: {now}.",
        ({ }, null) => $"The answer to “{question}” was taken back (it was: {before}).",
        _ => $"“{question}” is answered otherwise: {now} (it was: {before}).",
    };
}

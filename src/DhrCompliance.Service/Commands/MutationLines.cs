using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Rulebooks.Reading.Mutations;
using DhrCompliance.Scenarios;

namespace DhrCompliance.Service.Commands;

/// <summary>Mutations on a terminal: each place whose changes no scenario noticed, with what to do about it, and the counts.</summary>
internal static class MutationLines
{
    public static void Show(ImmutableArray<TriedMutation> tried, string folder, Invocation invocation)
    {
        var unnoticed = tried.Where(one => one.Fate == MutationFate.Unnoticed).Select(one => one.Mutation)
            .GroupBy(one => (one.Path, one.Line, one.Column, one.Of, one.Key, one.Was, one.Advice));
        foreach (var place in unnoticed)
        {
            var at = $"{folder.TrimEnd('/', '\\')}/{place.Key.Path}:{place.Key.Line}:{place.Key.Column}";
            invocation.Show($"{at}: {place.Key.Of}, {place.Key.Key}: no scenario noticed '{place.Key.Was}' {Changed(place)}.");
            invocation.Show($"  {place.Key.Advice}");
        }

        Summarise(tried, invocation);
    }

    private static string Changed(IEnumerable<Mutation> place)
    {
        string[] became = [.. place.Select(one => one.Became).OfType<string>().Select(text => $"'{text}'")];
        var isLeftOut = place.Any(one => one.Became is null);
        return string.Join(
            " or ",
            new[] { became.Length == 0 ? null : $"changed to {string.Join(" or ", became)}", isLeftOut ? "left out" : null }.OfType<string>());
    }

    private static void Summarise(ImmutableArray<TriedMutation> tried, Invocation invocation)
    {
        int Count(MutationFate fate) => tried.Count(one => one.Fate == fate);
        var missed = Count(MutationFate.Unnoticed);
        var line = $"{Recorded.Counted(tried.Length, "change")} of the rules tried: {Count(MutationFate.Noticed)} noticed by a scenario, {missed} not, {Count(MutationFate.Refused)} refused by the reader.";
        if (missed == 0)
        {
            invocation.Say(line);
            return;
        }

        invocation.Show();
        invocation.Show(line);
        foreach (var kind in tried.GroupBy(one => one.Mutation.Kind).OrderBy(kind => kind.Key))
        {
            invocation.Show($"  {Words.Of(kind.Key)}: {kind.Count(one => one.Fate == MutationFate.Unnoticed)} of {kind.Count(one => one.Fate != MutationFate.Refused)} not noticed");
        }
    }
}

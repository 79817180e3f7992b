using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Rulebooks;
using DhrCompliance.Rulebooks.Reading.Mutations;
using DhrCompliance.Scenarios;
using DhrCompliance.Service.Intake.Cells;

namespace DhrCompliance.Service.Commands;

/// <summary>Tries every mutation of the rules on every core, and says on a terminal how far it is.</summary>
internal static class MutationRun
{
    /// <summary>What became of each mutation, in the order of files and lines. Throws <see cref="UsageException"/> where a name is that of nothing that can be changed.</summary>
    /// <param name="test">The test.</param>
    /// <param name="rulebook">The rules.</param>
    /// <param name="names">Packs, rules, escalation paths or conditions; none: all.</param>
    /// <param name="invocation">Where progress is shown.</param>
    public static ImmutableArray<TriedMutation> Of(MutationTest test, Rulebook rulebook, string[] names, Invocation invocation)
    {
        foreach (var name in names.Where(name => !test.Mutations.Any(mutation => IsCalled(mutation, name))))
        {
            var near = Nearest.Of(name, [.. rulebook.Packs.Select(pack => pack.Id), .. test.Mutations.Select(mutation => mutation.Of), .. test.Mutations.Select(ShortName)]);
            throw new UsageException($"There is no pack, rule, escalation path or condition '{name}' of which something can be changed{(near is null ? "." : $"; did you mean '{near}'?")}");
        }

        ImmutableArray<Mutation> chosen = [.. test.Mutations.Where(mutation => names.Length == 0 || names.Any(name => IsCalled(mutation, name)))];
        var fates = new MutationFate[chosen.Length];
        var isShown = !invocation.IsQuiet && ReferenceEquals(invocation.Errors, Console.Error) && !Console.IsErrorRedirected;
        var done = 0;
        Parallel.For(0, chosen.Length, i =>
        {
            fates[i] = test.Try(chosen[i]);
            if (Interlocked.Increment(ref done) % 10 == 0 && isShown)
            {
                invocation.Errors.Write(string.Create(CultureInfo.InvariantCulture, $"\r{done} of {chosen.Length} changes tried"));
            }
        });
        if (isShown)
        {
            invocation.Errors.Write($"\r{new string(' ', 40)}\r");
        }

        return [.. chosen.Zip(fates, (mutation, fate) => new TriedMutation(mutation, fate))];
    }

    private static bool IsCalled(Mutation mutation, string name) => mutation.Pack == name || mutation.Of == name || ShortName(mutation) == name;

    private static string ShortName(Mutation mutation) => mutation.Of[(mutation.Of.IndexOf('/', StringComparison.Ordinal) + 1)..];
}

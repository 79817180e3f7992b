using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace DhrCompliance.Tests;

/// <summary>
/// Runs a property over generated values: from a fixed seed, so that a build passes or fails as the last one did; with
/// <c>DHR_FULL=true</c> from a new seed and over many more, and the failure names the seed to run again.
/// </summary>
internal static class Properties
{
    public static bool Full { get; } = Environment.GetEnvironmentVariable("DHR_FULL") == "true";

    public static void Hold<T>(Gen<T> values, Func<T, bool> property, int count = 500) => Hold(values, _ => [], property, count);

    public static void Hold<T>(Gen<T> values, Func<T, IEnumerable<T>> shrink, Func<T, bool> property, int count = 500)
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(Full ? 10 * count : count);
        if (!Full)
        {
            config = config.WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20261120), FSharpOption<int>.None)));
        }

        Check.One(config, Prop.ForAll(Arb.From(values, shrink), property));
    }
}

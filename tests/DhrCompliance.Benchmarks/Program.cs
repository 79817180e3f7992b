using System.Reflection;
using BenchmarkDotNet.Running;
using DhrCompliance.Benchmarks.Synthetic;

namespace DhrCompliance.Benchmarks;

/// <summary>The benchmarks, and the maker of registers to measure the program with.</summary>
internal static class Program
{
#pragma warning disable RS0030 // The one place that names the real clock: everything else is handed a TimeProvider.
    public static TimeProvider Clock { get; } = TimeProvider.System;
#pragma warning restore RS0030

    private static int Main(string[] args)
    {
        if (args is [RegisterMaker.Verb, .. var rest])
        {
            return RegisterMaker.Run(rest, Console.Out, Console.Error, Clock);
        }

        BenchmarkSwitcher.FromAssembly(Assembly.GetExecutingAssembly()).Run(args);
        return 0;
    }
}

using System.Collections.Immutable;
using System.Reflection;

namespace DhrCompliance.Service.Demo;

/// <summary>The fictional borough of the demonstration: a register in the import format, its dates relative to a day so that it never goes stale. Who is in it and why: <c>Borough/README.md</c>.</summary>
public static class SampleBorough
{
    private const string Prefix = "Borough/";

    /// <summary>The files of the register by name (<c>cases.csv</c>), as they stand on <paramref name="asOf"/>. The same day gives the same text.</summary>
    public static ImmutableSortedDictionary<string, string> Files(DateOnly asOf)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var assembly = typeof(SampleBorough).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            files.Add(name[Prefix.Length..], RelativeDates.Expand(Read(assembly, name), asOf));
        }

        return files.ToImmutable();
    }

    private static string Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

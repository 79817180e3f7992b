using DhrCompliance.Tests.Architecture.Reading;

namespace DhrCompliance.Tests.Architecture.Checks;

/// <summary>Which folder may use which, by the namespaces right under a root.</summary>
internal sealed class Arrows(string root, IReadOnlyDictionary<string, string[]> allowed)
{
    /// <summary>Every use against the arrows, and every folder that stands nowhere in them.</summary>
    public IReadOnlyList<string> Broken(CodeAssembly assembly) =>
    [
        .. assembly.Types
            .Where(type => !IsOutside(type.Outermost))
            .SelectMany(BrokenBy)
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    private IEnumerable<string> BrokenBy(CodeType type)
    {
        var from = Folder(type.Outermost)!;
        if (!allowed.TryGetValue(from, out var targets))
        {
            return [$"{type.Outermost}: the folder '{from}' stands nowhere in the arrows"];
        }

        return type.Uses
            .Where(use => !IsOutside(use))
            .Where(use => Folder(use) is var to && to != from && !targets.Contains(to))
            .Select(use => $"{type.Outermost} uses {use}: no arrow from {from} to {Folder(use)}");
    }

    /// <summary>Other assemblies, and what the compiler keeps outside every folder (anonymous types, the top-level program).</summary>
    private bool IsOutside(TypeName type) =>
        type.Namespace != root && !type.Namespace.StartsWith(root + ".", StringComparison.Ordinal);

    private string Folder(TypeName type) =>
        type.Namespace == root ? "(root)" : type.Namespace[(root.Length + 1)..].Split('.')[0];
}

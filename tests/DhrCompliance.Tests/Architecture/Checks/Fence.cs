using DhrCompliance.Tests.Architecture.Reading;

namespace DhrCompliance.Tests.Architecture.Checks;

/// <summary>Something from outside that only some folders may touch.</summary>
/// <param name="What">What stands behind the fence, for the message.</param>
/// <param name="Covers">Whether a type stands behind it.</param>
/// <param name="Folders">The namespaces, with all below them, that may touch it; none at all where empty.</param>
internal sealed record Fence(string What, Func<TypeName, bool> Covers, params string[] Folders)
{
    /// <summary>A fence around every type of the assemblies whose name begins so.</summary>
    public static Fence AroundPackage(string assembly, params string[] folders) =>
        new(assembly, type => Within(type.Assembly, assembly), folders);

    /// <summary>A fence around a namespace and all below it.</summary>
    public static Fence AroundNamespace(string name, params string[] folders) =>
        new(name, type => Within(type.Namespace, name), folders);

    /// <summary>A fence around single types, by full name.</summary>
    public static Fence AroundTypes(string[] names, params string[] folders) =>
        new(string.Join(", ", names), type => names.Contains(type.FullName), folders);

    public IReadOnlyList<string> Broken(CodeAssembly assembly) =>
    [
        .. from type in assembly.Types
           where !Folders.Any(folder => Within(type.Outermost.Namespace, folder))
           from use in type.Uses
           where Covers(use)
           select $"{type.Name} uses {use}; {What} belongs in {(Folders.Length == 0 ? "no folder of this assembly" : string.Join(", ", Folders))}",
    ];

    private static bool Within(string name, string root) =>
        name == root || name.StartsWith(root + ".", StringComparison.Ordinal);
}

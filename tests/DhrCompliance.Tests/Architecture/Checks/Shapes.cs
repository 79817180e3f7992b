using DhrCompliance.Tests.Architecture.Reading;

namespace DhrCompliance.Tests.Architecture.Checks;

/// <summary>Sealed or closed, immutable, and no interface that stands for one class.</summary>
internal static class Shapes
{
    /// <summary>Types that code elsewhere could derive from.</summary>
    /// <remarks>A Razor component is a partial class that its generator leaves open.</remarks>
    public static IReadOnlyList<string> Open(CodeAssembly assembly) =>
    [
        .. assembly.Types
            .Where(type => !type.IsGenerated && !type.IsInterface && !type.IsSealed)
            .Where(type => type.BaseType?.FullName is not "Microsoft.AspNetCore.Components.ComponentBase")
            .Where(type => !type.IsAbstract || type.HasOpenConstructor)
            .Where(type => type.Name is not "Program")
            .Select(type => type.IsAbstract
                ? $"{type.Name} is abstract with a constructor that is not private protected"
                : $"{type.Name} is not sealed"),
    ];

    public static IReadOnlyList<string> Mutable(CodeAssembly assembly) =>
    [
        .. assembly.Types
            .Where(type => !type.IsGenerated)
            .SelectMany(type => type.MutableMembers.Select(member => $"{type.Name}.{member} can be changed after construction")),
        .. assembly.Types
            .Where(type => !type.IsGenerated && type.IsPlainStruct && !type.IsReadOnlyStruct)
            .Select(type => $"{type.Name} is a struct that is not readonly"),
    ];

    /// <summary>Interfaces with fewer than two implementations in the assemblies given.</summary>
    public static IReadOnlyList<string> LonelyInterfaces(params CodeAssembly[] assemblies)
    {
        var implemented = assemblies
            .SelectMany(assembly => assembly.Types)
            .SelectMany(type => type.Interfaces.Distinct())
            .CountBy(name => name)
            .ToDictionary();
        return
        [
            .. assemblies
                .SelectMany(assembly => assembly.Types)
                .Where(type => type.IsInterface && !type.IsGenerated)
                .Where(type => implemented.GetValueOrDefault(type.Name) < 2)
                .Select(type => $"{type.Name} has {implemented.GetValueOrDefault(type.Name)} implementations; use the class itself"),
        ];
    }
}

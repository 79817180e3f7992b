using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace DhrCompliance.Tests.Architecture.Reading;

/// <summary>An assembly file read without loading it: its types with what each uses, and its embedded resources.</summary>
internal sealed record CodeAssembly(string Name, IReadOnlyList<CodeType> Types, IReadOnlyList<string> Resources)
{
    public static CodeAssembly Read(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var reader = file.GetMetadataReader();
        var shapes = new TypeShapes(reader, new TypeNames(reader));
        return new CodeAssembly(
            reader.GetString(reader.GetAssemblyDefinition().Name),
            [.. reader.TypeDefinitions.Select(handle => ReadType(file, reader, shapes, handle))],
            [.. reader.ManifestResources.Select(handle => reader.GetString(reader.GetManifestResource(handle).Name))]);
    }

    private static CodeType ReadType(PEReader file, MetadataReader reader, TypeShapes shapes, TypeDefinitionHandle handle)
    {
        var (uses, strings) = new UseCollector(file, reader, new TypeNames(reader)).Collect(reader.GetTypeDefinition(handle));
        return shapes.Describe(handle, uses, strings);
    }
}

using System.Reflection.Metadata;

namespace DhrCompliance.Tests.Architecture.Reading;

/// <summary>Names of the types an assembly defines or refers to, each by the outermost type around it.</summary>
internal sealed class TypeNames(MetadataReader reader)
{
    private readonly string _assembly = reader.GetString(reader.GetAssemblyDefinition().Name);

    public TypeName Of(EntityHandle handle) => handle.Kind switch
    {
        HandleKind.TypeDefinition => OfDefinition((TypeDefinitionHandle)handle),
        HandleKind.TypeReference => OfReference((TypeReferenceHandle)handle),
        _ => throw new ArgumentException($"{handle.Kind} names no single type.", nameof(handle)),
    };

    /// <summary>The type's own name with the names of the types around it, as C# would write it.</summary>
    public string Path(TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var own = reader.GetString(type.Name);
        var around = type.GetDeclaringType();
        return around.IsNil ? OfDefinition(handle).FullName : $"{Path(around)}.{own}";
    }

    private TypeName OfDefinition(TypeDefinitionHandle handle)
    {
        var type = reader.GetTypeDefinition(handle);
        var around = type.GetDeclaringType();
        return around.IsNil
            ? new TypeName(_assembly, reader.GetString(type.Namespace), reader.GetString(type.Name))
            : OfDefinition(around);
    }

    private TypeName OfReference(TypeReferenceHandle handle)
    {
        var type = reader.GetTypeReference(handle);
        var scope = type.ResolutionScope;
        return scope.Kind switch
        {
            HandleKind.TypeReference => OfReference((TypeReferenceHandle)scope),
            HandleKind.AssemblyReference => new TypeName(
                reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)scope).Name),
                reader.GetString(type.Namespace),
                reader.GetString(type.Name)),
            _ => new TypeName(_assembly, reader.GetString(type.Namespace), reader.GetString(type.Name)),
        };
    }
}

using System.Reflection;
using System.Reflection.Metadata;

namespace DhrCompliance.Tests.Architecture.Reading;

/// <summary>What a type's metadata says of its shape: sealed, closed, generated, mutable.</summary>
internal sealed class TypeShapes(MetadataReader reader, TypeNames names)
{
    public CodeType Describe(TypeDefinitionHandle handle, IReadOnlySet<TypeName> uses, IReadOnlyList<string> strings)
    {
        var type = reader.GetTypeDefinition(handle);
        var baseType = Outermost(type.BaseType);
        return new CodeType
        {
            Outermost = names.Of(handle),
            Name = names.Path(handle),
            IsGenerated = IsGenerated(type),
            IsInterface = type.Attributes.HasFlag(TypeAttributes.Interface),
            IsSealed = type.Attributes.HasFlag(TypeAttributes.Sealed),
            IsAbstract = type.Attributes.HasFlag(TypeAttributes.Abstract),
            IsPlainStruct = baseType?.FullName is "System.ValueType" && !Has(type, "IsByRefLikeAttribute"),
            IsReadOnlyStruct = Has(type, "IsReadOnlyAttribute"),
            HasOpenConstructor = type.GetMethods().Select(reader.GetMethodDefinition).Any(method => IsOpenConstructor(method, handle)),
            BaseType = baseType,
            Interfaces = [.. type.GetInterfaceImplementations()
                .Select(implementation => Outermost(reader.GetInterfaceImplementation(implementation).Interface)?.FullName ?? "")],
            MutableMembers = [.. MutableProperties(type), .. MutableFields(type)],
            Uses = uses,
            Strings = strings,
        };
    }

    private bool IsGenerated(TypeDefinition type) =>
        reader.GetString(type.Name).Contains('<', StringComparison.Ordinal)
        || Has(type, "CompilerGeneratedAttribute")
        || Has(type, "GeneratedCodeAttribute")
        || (!type.GetDeclaringType().IsNil && IsGenerated(reader.GetTypeDefinition(type.GetDeclaringType())));

    private bool Has(TypeDefinition type, string attribute) => type.GetCustomAttributes()
        .Select(handle => reader.GetCustomAttribute(handle).Constructor)
        .Select(constructor => constructor.Kind is HandleKind.MemberReference
            ? reader.GetMemberReference((MemberReferenceHandle)constructor).Parent
            : reader.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType())
        .Any(owner => Outermost(owner)?.Name == attribute);

    private TypeName? Outermost(EntityHandle handle)
    {
        if (handle.IsNil)
        {
            return null;
        }

        if (handle.Kind is not HandleKind.TypeSpecification)
        {
            return names.Of(handle);
        }

        // The generic type itself comes before its arguments.
        var found = new List<TypeName>();
        reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(new SignatureNames(names, found), null);
        return found.Count > 0 ? found[0] : null;
    }

    private bool IsOpenConstructor(MethodDefinition method, TypeDefinitionHandle owner)
    {
        if (reader.GetString(method.Name) != ".ctor"
            || (method.Attributes & MethodAttributes.MemberAccessMask)
                is not (MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem))
        {
            return false;
        }

        var parameters = new List<TypeName>();
        var signature = method.DecodeSignature(new SignatureNames(names, parameters), null);
        var isCopy = signature.ParameterTypes.Length == 1 && parameters.Count == 1 && parameters[0] == names.Of(owner);
        return !isCopy;
    }

    private IEnumerable<string> MutableProperties(TypeDefinition type) =>
        from handle in type.GetProperties()
        let property = reader.GetPropertyDefinition(handle)
        let setter = property.GetAccessors().Setter
        where !setter.IsNil
        let method = reader.GetMethodDefinition(setter)
        where (method.Attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public
        where !method.DecodeSignature(new SignatureNames(names, []), null).ReturnType
        select reader.GetString(property.Name);

    private IEnumerable<string> MutableFields(TypeDefinition type) =>
        from handle in type.GetFields()
        let field = reader.GetFieldDefinition(handle)
        where (field.Attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public
        where (field.Attributes & (FieldAttributes.InitOnly | FieldAttributes.Literal | FieldAttributes.RTSpecialName)) == 0
        select reader.GetString(field.Name);
}

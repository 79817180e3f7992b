using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace DhrCompliance.Tests.Architecture.Reading;

/// <summary>Walks one type: everything it names, and every string it holds.</summary>
/// <remarks>What the compiler folds away leaves no trace: the type whose constant was used, a <c>nameof</c>.</remarks>
internal sealed class UseCollector(PEReader file, MetadataReader reader, TypeNames names)
{
    private readonly HashSet<TypeName> _uses = [];
    private readonly List<string> _strings = [];

    public (IReadOnlySet<TypeName> Uses, IReadOnlyList<string> Strings) Collect(TypeDefinition type)
    {
        Add(type.BaseType);
        AddAll(type.GetInterfaceImplementations().Select(handle => reader.GetInterfaceImplementation(handle).Interface));
        AddAttributes(type.GetCustomAttributes());
        AddConstraints(type.GetGenericParameters());
        foreach (var handle in type.GetFields())
        {
            AddField(reader.GetFieldDefinition(handle));
        }

        foreach (var handle in type.GetProperties())
        {
            AddAttributes(reader.GetPropertyDefinition(handle).GetCustomAttributes());
        }

        foreach (var handle in type.GetMethods())
        {
            AddMethod(reader.GetMethodDefinition(handle));
        }

        return (_uses, _strings);
    }

    private void AddField(FieldDefinition field)
    {
        field.DecodeSignature(Signature(), null);
        AddAttributes(field.GetCustomAttributes());
        if (!field.GetDefaultValue().IsNil)
        {
            var constant = reader.GetConstant(field.GetDefaultValue());
            if (constant.TypeCode is ConstantTypeCode.String)
            {
                _strings.Add((string)reader.GetBlobReader(constant.Value).ReadConstant(constant.TypeCode)!);
            }
        }
    }

    private void AddMethod(MethodDefinition method)
    {
        method.DecodeSignature(Signature(), null);
        AddAttributes(method.GetCustomAttributes());
        AddConstraints(method.GetGenericParameters());
        foreach (var parameter in method.GetParameters())
        {
            AddAttributes(reader.GetParameter(parameter).GetCustomAttributes());
        }

        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }

        var body = file.GetMethodBody(method.RelativeVirtualAddress);
        AddAll(body.ExceptionRegions.Select(region => region.CatchType));
        if (!body.LocalSignature.IsNil)
        {
            reader.GetStandaloneSignature(body.LocalSignature).DecodeLocalSignature(Signature(), null);
        }

        foreach (var token in IlTokens.In(body.GetILContent()))
        {
            if (token.Kind is HandleKind.UserString)
            {
                _strings.Add(reader.GetUserString((UserStringHandle)token));
            }
            else
            {
                Add((EntityHandle)token);
            }
        }
    }

    private void AddAttributes(CustomAttributeHandleCollection attributes) =>
        AddAll(attributes.Select(handle => reader.GetCustomAttribute(handle).Constructor));

    private void AddConstraints(GenericParameterHandleCollection parameters) =>
        AddAll(parameters
            .SelectMany(handle => reader.GetGenericParameter(handle).GetConstraints())
            .Select(handle => reader.GetGenericParameterConstraint(handle).Type));

    private void AddAll(IEnumerable<EntityHandle> handles)
    {
        foreach (var handle in handles)
        {
            Add(handle);
        }
    }

    private void Add(EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case var _ when handle.IsNil:
                break;
            case HandleKind.TypeDefinition or HandleKind.TypeReference:
                _uses.Add(names.Of(handle));
                break;
            case HandleKind.TypeSpecification:
                reader.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(Signature(), null);
                break;
            case HandleKind.MethodDefinition:
                Add(reader.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.FieldDefinition:
                Add(reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.MemberReference:
                AddMember(reader.GetMemberReference((MemberReferenceHandle)handle));
                break;
            case HandleKind.MethodSpecification:
                var method = reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                method.DecodeSignature(Signature(), null);
                Add(method.Method);
                break;
            case HandleKind.StandaloneSignature:
                reader.GetStandaloneSignature((StandaloneSignatureHandle)handle).DecodeMethodSignature(Signature(), null);
                break;
            default:
                throw new BadImageFormatException($"A token of kind {handle.Kind} stands where a type or member is expected.");
        }
    }

    private void AddMember(MemberReference member)
    {
        Add(member.Parent);
        if (member.GetKind() is MemberReferenceKind.Field)
        {
            member.DecodeFieldSignature(Signature(), null);
        }
        else
        {
            member.DecodeMethodSignature(Signature(), null);
        }
    }

    private SignatureNames Signature() => new(names, _uses);
}

namespace DhrCompliance.Tests.Architecture.Reading;

/// <summary>What an assembly's metadata and IL say about one type, nested ones included.</summary>
internal sealed record CodeType
{
    /// <summary>The outermost type around it, by which folders are judged.</summary>
    public required TypeName Outermost { get; init; }

    /// <summary>Its own name, with the names of the types around it.</summary>
    public required string Name { get; init; }

    /// <summary>Made by the compiler or by a source generator: closures, iterators, anonymous types, compiled expressions.</summary>
    public required bool IsGenerated { get; init; }

    public required bool IsInterface { get; init; }

    public required bool IsSealed { get; init; }

    public required bool IsAbstract { get; init; }

    /// <summary>A value type that is neither an enum nor bound to the stack.</summary>
    public required bool IsPlainStruct { get; init; }

    public required bool IsReadOnlyStruct { get; init; }

    /// <summary>A constructor that code outside the assembly can derive from; the copy constructor of a record is not one.</summary>
    public required bool HasOpenConstructor { get; init; }

    public required TypeName? BaseType { get; init; }

    /// <summary>The interfaces it declares, by the outermost type around each.</summary>
    public required IReadOnlyList<string> Interfaces { get; init; }

    /// <summary>Public properties that can be set after construction, and public fields that can be written.</summary>
    public required IReadOnlyList<string> MutableMembers { get; init; }

    /// <summary>Every type named anywhere in it: base, fields, signatures, locals, attributes, constraints, bodies.</summary>
    public required IReadOnlySet<TypeName> Uses { get; init; }

    /// <summary>Every string in its bodies and constants.</summary>
    public required IReadOnlyList<string> Strings { get; init; }
}

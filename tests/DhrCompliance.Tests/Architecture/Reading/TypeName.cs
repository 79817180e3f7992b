namespace DhrCompliance.Tests.Architecture.Reading;

/// <summary>A type as code names it: the outermost type, so that a closure or a nested type counts as the type around it.</summary>
internal readonly record struct TypeName(string Assembly, string Namespace, string Name)
{
    public string FullName => Namespace.Length == 0 ? Name : $"{Namespace}.{Name}";

    public override string ToString() => FullName;
}

namespace DhrCompliance.Tests.Architecture.Fixtures.Upper;

[AttributeUsage(AttributeTargets.Class)]
internal sealed class AttributeFromAttribute : Attribute;

using System.Reflection;

namespace DhrCompliance.Tests.Architecture;

public sealed class CoreReferencesTests
{
    [Fact]
    public void The_core_references_the_framework_and_the_YAML_reader_and_nothing_else()
    {
        var strangers = Assembly.Load("DhrCompliance").GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => name is not "YamlDotNet" && !name.StartsWith("System.", StringComparison.Ordinal));

        strangers.ShouldBeEmpty();
    }
}

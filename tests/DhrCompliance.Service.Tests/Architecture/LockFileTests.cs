using System.Text.Json;
using System.Text.RegularExpressions;
using DhrCompliance.Tests.Architecture.Checks;

namespace DhrCompliance.Service.Tests.Architecture;

/// <summary>The image is made for one kind of processor, from a lock file that no other build reads: it would grow old unseen.</summary>
public sealed partial class LockFileTests
{
    [Theory]
    [InlineData("DhrCompliance")]
    [InlineData("DhrCompliance.Service")]
    public void What_the_image_is_made_of_is_locked_to_the_same_packages_as_every_build(string project)
    {
        var runtime = Runtime().Match(File.ReadAllText(Path.Combine(Repository.Root, "Dockerfile"))).Groups[1].Value;
        runtime.ShouldNotBeEmpty();
        using var every = Read(project, "packages.lock.json");
        using var image = Read(project, $"packages.{runtime}.lock.json");

        var ordinary = every.RootElement.GetProperty("dependencies").EnumerateObject().ShouldHaveSingleItem();
        var sections = image.RootElement.GetProperty("dependencies");
        JsonElement.DeepEquals(sections.GetProperty(ordinary.Name), ordinary.Value)
            .ShouldBeTrue($"Run 'dotnet restore --force-evaluate --property:RuntimeIdentifier={runtime} src/DhrCompliance.Service' and commit the lock files.");
        foreach (var package in sections.GetProperty($"{ordinary.Name}/{runtime}").EnumerateObject())
        {
            package.Value.GetProperty("contentHash").GetString().ShouldBe(ordinary.Value.GetProperty(package.Name).GetProperty("contentHash").GetString(), package.Name);
        }
    }

    private static JsonDocument Read(string project, string file) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src", project, file)));

    [GeneratedRegex("RuntimeIdentifier=([a-z0-9-]+)")]
    private static partial Regex Runtime();
}

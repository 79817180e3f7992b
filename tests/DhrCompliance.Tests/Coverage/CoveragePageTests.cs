using DhrCompliance.Tests.Architecture.Checks;
using DhrCompliance.Tests.RealTimelines;

namespace DhrCompliance.Tests.Coverage;

public sealed class CoveragePageTests
{
    private static readonly string File = Path.Combine(Repository.Root, "docs/coverage.md");

    [Fact]
    public void The_page_is_up_to_date()
    {
        var page = CoveragePage.Of(RuleFiles.Read(), Obligation.All, Placement.All);
        if (Environment.GetEnvironmentVariable("DHR_GOLDEN") == "write")
        {
            System.IO.File.WriteAllText(File, page);
        }

        page.ShouldBe(System.IO.File.ReadAllText(File).ReplaceLineEndings("\n"), "Write it anew: DHR_GOLDEN=write dotnet test --filter CoveragePage");
    }
}

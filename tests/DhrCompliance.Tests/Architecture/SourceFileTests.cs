using DhrCompliance.Tests.Architecture.Checks;

namespace DhrCompliance.Tests.Architecture;

public sealed class SourceFileTests
{
    private static readonly IReadOnlyList<SourceFile> Sources = SourceFile.Below("src");

    [Fact]
    public void No_source_file_has_more_than_300_lines() => Sources.SelectMany(file => file.TooLong(300)).ShouldBeEmpty();

    [Fact]
    public void Half_of_the_source_files_have_fewer_than_100_lines() => SourceFile.MedianLines(Sources).ShouldBeLessThan(100);

    [Fact]
    public void The_composition_root_has_at_most_40_lines() =>
        Sources.Single(file => file.Path == "src/DhrCompliance.Service/Program.cs").TooLong(40).ShouldBeEmpty();

    [Fact]
    public void No_source_file_holds_a_region_or_work_left_behind() => Sources.SelectMany(file => file.Untidy()).ShouldBeEmpty();

    [Fact]
    public void Every_suppressed_warning_of_the_build_has_its_reason_beside_it() =>
        SuppressedWarnings.WithoutReason().ShouldBeEmpty();
}

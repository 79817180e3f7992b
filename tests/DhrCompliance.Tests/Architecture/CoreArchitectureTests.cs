using System.Reflection;
using DhrCompliance.Tests.Architecture.Checks;
using DhrCompliance.Tests.Architecture.Reading;

namespace DhrCompliance.Tests.Architecture;

public sealed class CoreArchitectureTests
{
    private static readonly CodeAssembly Core = CodeAssembly.Read(Assembly.Load("DhrCompliance"));

    private static readonly Arrows CoreArrows = new("DhrCompliance", new Dictionary<string, string[]>
    {
        ["Calendars"] = [],
        ["Diaries"] = [],
        ["Vocabularies"] = ["Calendars"], // a condition of the vocabulary compares dates
        ["Rulebooks"] = ["Calendars", "Vocabularies"],
        ["Cases"] = ["Calendars", "Vocabularies"],
        ["Assessments"] = ["Calendars", "Vocabularies", "Rulebooks", "Cases"],
        ["Escalations"] = ["Calendars", "Vocabularies", "Rulebooks", "Cases", "Assessments"],
        ["Scenarios"] = ["Calendars", "Vocabularies", "Rulebooks", "Cases", "Assessments", "Escalations"],
    });

    [Fact]
    public void The_folders_of_the_core_use_each_other_along_the_arrows_only() =>
        CoreArrows.Broken(Core).ShouldBeEmpty();

    [Fact]
    public void The_core_references_the_framework_and_the_YAML_reader_and_nothing_else() =>
        Assembly.Load("DhrCompliance").GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => name is not "YamlDotNet" && !name.StartsWith("System.", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void YAML_is_read_in_the_reader_of_rule_files_and_nowhere_else() =>
        Fence.AroundPackage("YamlDotNet", "DhrCompliance.Rulebooks.Reading").Broken(Core).ShouldBeEmpty();

    [Fact]
    public void The_core_touches_no_disk_network_clock_process_or_console()
    {
        Fence[] fences =
        [
            new("the disk", type => type.Namespace.StartsWith("System.IO", StringComparison.Ordinal)
                && type.FullName is not ("System.IO.TextReader" or "System.IO.StringReader" or "System.IO.TextWriter"
                    or "System.IO.StringWriter" or "System.IO.Stream" or "System.IO.MemoryStream" or "System.IO.StreamReader")),
            new("the network", type => type.Namespace.StartsWith("System.Net", StringComparison.Ordinal)
                && type.FullName is not "System.Net.WebUtility"),
            Fence.AroundTypes(["System.TimeProvider", "System.Console", "System.Random",
                "System.Diagnostics.Process", "System.Diagnostics.Stopwatch", "System.Threading.Thread", "System.Threading.Timer"]),
        ];

        fences.SelectMany(fence => fence.Broken(Core)).ShouldBeEmpty();

        // The compiler's own iterators ask it for the number of their thread.
        var written = Core with { Types = [.. Core.Types.Where(type => !type.IsGenerated)] };
        Fence.AroundTypes(["System.Environment"]).Broken(written).ShouldBeEmpty();
    }

    [Fact]
    public void Every_type_of_the_core_is_sealed_or_closed() => Shapes.Open(Core).ShouldBeEmpty();

    [Fact]
    public void Nothing_in_the_core_can_be_changed_after_construction() => Shapes.Mutable(Core)
        .Where(finding => !Workbenches.Any(bench => finding.StartsWith(bench, StringComparison.Ordinal)))
        .ShouldBeEmpty();

    // Internal to one assessment while it is made, gone when it is returned; what leaves them is immutable.
    private static readonly string[] Workbenches =
    [
        "DhrCompliance.Assessments.Binding.BoundEvent",
        "DhrCompliance.Assessments.Compiling.EventShape",
        "DhrCompliance.Assessments.Judging.Draft",
        "DhrCompliance.Assessments.Judging.Due",
        "DhrCompliance.Assessments.Judging.MeetingFinder.Search",
    ];

    [Fact]
    public void The_core_names_no_duty_event_fact_or_role_of_a_rule_file() =>
        NamedWords.In(Core, RuleWords.Below("rules"), OurOwnWords.WithReasons).ShouldBeEmpty();

    [Theory]
    [InlineData("report-completed")]
    [InlineData("parallel-review")]
    [InlineData("agency-review")]
    [InlineData("review-chair")]
    [InlineData("guidance-2016")]
    [InlineData("national-guidance")]
    [InlineData("guidance-timescale")]
    [InlineData("approved-with-changes")]
    public void The_words_of_the_rule_files_are_those_that_the_code_is_searched_for(string word) =>
        RuleWords.Below("rules").In($"the word {word} in a sentence").ShouldBe([word]);
}

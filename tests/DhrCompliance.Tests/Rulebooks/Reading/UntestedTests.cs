using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Tests.Scenarios;

namespace DhrCompliance.Tests.Rulebooks.Reading;

/// <summary>Of which rules no scenario expects anything.</summary>
public sealed class UntestedTests
{
    [Fact]
    public void A_rule_that_no_scenario_names_is_told_and_the_others_are_not() =>
        Untested(Scene.Good).ShouldBe(["pack.yaml:81:9: warning DHR089: no scenario expects anything of 'all-done'"]);

    [Theory]
    [InlineData("needed: cannot-tell", "needed: none", "needed")] // that there is no row of it says nothing of what it asks
    [InlineData("about: [decide]", "about: [decide, all-done]", null)] // who is told of it is expected
    [InlineData("in-order: not-yet", "in-order: not-yet\n            all-done: not-yet", null)]
    [InlineData("in-order: not-yet", "in-order: not-yet\n            first/all-done: not-yet", null)]
    public void What_counts(string find, string replacement, string? also)
    {
        Scene.Good.ShouldContain(find);
        string[] expected = [.. new[] { also, replacement.Contains("all-done", StringComparison.Ordinal) ? null : "all-done" }.OfType<string>()];

        Untested(Scene.Good.Replace(find, replacement, StringComparison.Ordinal)).Select(line => line.Split('\'')[1]).ShouldBe(expected);
    }

    [Fact]
    public void A_draft_is_not_asked_for_scenarios() =>
        RulebookReader.Read(SmallSet.With("pack.yaml", SmallSet.Pack.Replace("status: in-force", "status: draft", StringComparison.Ordinal)))
            .Diagnostics.ShouldNotContain(found => found.Code == Codes.Untested);

    [Fact]
    public void Every_rule_that_ships_has_a_scenario() =>
        RulebookReader.Read(FilesOf.Folder("rules")).Diagnostics.Where(found => found.Code == Codes.Untested).Select(DiagnosticText.Headline).ShouldBeEmpty();

    private static string[] Untested(string scenes)
    {
        var reading = Scene.Read(scenes);
        reading.Rulebook.ShouldNotBeNull(DiagnosticText.Of(reading.Diagnostics));
        return [.. reading.Diagnostics.Where(found => found.Code == Codes.Untested).Select(DiagnosticText.Headline)];
    }
}

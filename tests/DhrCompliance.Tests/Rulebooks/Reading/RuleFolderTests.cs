using DhrCompliance.Rulebooks.Reading;

namespace DhrCompliance.Tests.Rulebooks.Reading;

public sealed class RuleFolderTests
{
    [Fact]
    public void The_rules_of_this_repository_have_no_mistake_and_no_warning()
    {
        var reading = RulebookReader.Read(FilesOf.Folder("rules"));

        reading.Diagnostics.Where(found => found.Severity != Severity.Information).Select(DiagnosticText.Of).ShouldBeEmpty();
        reading.Rulebook.ShouldNotBeNull();
    }

    [Fact]
    public void Every_file_of_the_folder_is_in_the_rulebook()
    {
        var rulebook = FilesOf.Rulebook(FilesOf.Folder("rules"));

        rulebook.Packs.Select(pack => pack.Id).ShouldBe(rulebook.Packs.Select(pack => pack.Id).Order(StringComparer.Ordinal));
        rulebook.Packs.Select(pack => pack.Id).ShouldContain("guidance-2016");
        rulebook.Packs.Select(pack => pack.Id).ShouldContain("statute");
        rulebook.Paths.ShouldContain(path => path.Id == "guidance-timescale");
        rulebook.Calendars.Keys.Order().ShouldBe(["england", "wales"]);
        rulebook.Vocabulary.Events[0].Name.ShouldBe("death");
    }
}

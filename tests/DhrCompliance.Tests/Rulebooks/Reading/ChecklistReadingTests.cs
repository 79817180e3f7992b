using DhrCompliance.Rulebooks;
using DhrCompliance.Rulebooks.Reading;

namespace DhrCompliance.Tests.Rulebooks.Reading;

public sealed class ChecklistReadingTests
{
    private const string Signing = """
          - name: signed
            means: signing
            repeats: yes
            attributes:
              - name: part
                type: choice
                of: [draft, report]
                means: stage
              - name: who
                type: choice
                of: [panel, chair]
                means: agreed-by

        """;

    private const string Lists = """
        pack: lists
        title: Lists
        status: in-force
        governs:
          adopted: yes
        checklists:
          - id: quality
            title: Quality of the report
            stage: report
            signed-by: panel
            points:
              - text: Follows the template
                obligation: 42
              - text: Evidence based, well researched, robustly analysed

        """;

    private static RulebookReading Read(string lists, string signing) => RulebookReader.Read(
    [
        .. SmallSet.With("", ""),
        FilesOf.Text("lists.yaml", lists),
        FilesOf.Text("signing.yaml", "events:\n" + signing),
    ]);

    [Fact]
    public void A_checklist_is_read_whole()
    {
        var reading = Read(Lists, Signing);
        reading.Faults().ShouldBeEmpty();
        var list = reading.Rulebook!.Packs.Single(pack => pack.Id == "lists").Checks.Single();

        (list.Basis, list.Force).ShouldBe((Basis.Proposed, Force.Local));
        list.Points.ShouldBe([new ChecklistPoint("Follows the template", "42"), new ChecklistPoint("Evidence based, well researched, robustly analysed", null)]);
        list.SignedBy!.Event.ShouldBe("signed");
        list.SignedBy.Where.Select(test => (test.Attribute, test.OneOf.Single())).ShouldBe([("part", "report"), ("who", "panel")]);
    }

    [Theory]
    [InlineData("stage: report", "stage: reprot", "DHR018: unknown value of 'part': 'reprot'; did you mean 'report'?")]
    [InlineData("signed-by: panel", "signed-by: board", "DHR018: unknown value of 'who': 'board'")]
    [InlineData("    stage: report\n", "", "DHR027: checklist 'quality' has no 'stage'")]
    [InlineData("- text: Follows the template\n        obligation: 42", "- Follows the template", "DHR026")]
    [InlineData("      - text: Follows the template\n        obligation: 42", "      - obligation: 42", "DHR027: the point has no 'text'")]
    [InlineData("signed-by: panel", "signed-by: panel\n    require: nobody-to-ask", "DHR011: unknown key 'require'")]
    [InlineData("signed-by: panel", "signed-by: panel\n    basis: stated", "DHR027: checklist 'quality' has no 'cite'")]
    public void Mistakes_are_told(string find, string replacement, string told)
    {
        Lists.ShouldContain(find);
        string[] found = [.. Read(Lists.Replace(find, replacement, StringComparison.Ordinal), Signing).Faults().Select(DiagnosticText.Headline)];

        found.ShouldHaveSingleItem().ShouldContain(told);
    }

    [Fact]
    public void Without_an_event_that_signs_no_checklist_can_be() =>
        Read(Lists, Signing.Replace("    means: signing\n", "", StringComparison.Ordinal)).Diagnostics
            .Where(found => found.Severity != Severity.Information).Select(DiagnosticText.Headline).ShouldHaveSingleItem().ShouldContain("does not say what signs a checklist");
}

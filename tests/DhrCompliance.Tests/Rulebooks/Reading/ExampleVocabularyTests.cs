using DhrCompliance.Vocabularies;

namespace DhrCompliance.Tests.Rulebooks.Reading;

/// <summary>The vocabulary by which the language is explained is an extract; with the words that it leaves out it is read.</summary>
public sealed class ExampleVocabularyTests
{
    private const string LeftOut = """
        items:
          - name: deceased
          - name: family-contact
        facts:
          - name: wish
            of: family-contact
            question: Does this contact wish to take part?
            type: choice
            choices: [yes, declined, not-asked, unsafe]
        events:
          - name: panel-meeting
          - name: report-completed
          - name: published
          - name: review-chair-appointed
          - name: home-office-informed
            attributes:
              - name: about
                type: choice
                of: [decision, hold, delay]
        roles:
          - name: csp
            bound-to: partnership
          - name: home-office
            bound-to: everywhere

        """;

    [Fact]
    public void The_extract_is_read_with_what_it_leaves_out()
    {
        var text = System.Text.Encoding.UTF8.GetString(FilesOf.Example("vocabulary.yaml").Bytes.Span)
            .Replace("  - name: qa-outcome\n", "  - name: qa-outcome\n    attributes:\n      - name: outcome\n        type: choice\n        of: [approved, approved-with-changes, resubmit]\n", StringComparison.Ordinal);
        var words = FilesOf.Rulebook(FilesOf.Text("a.yaml", text), FilesOf.Text("b.yaml", LeftOut)).Vocabulary;

        var decision = words.Events.Single(kind => kind.Name == "decision");
        decision.HeldBy.ShouldBe("csp");
        decision.ImpliedBy.Select(implication => implication.Certain).ShouldBe([true, true, false]);
        decision.ImpliedBy[0].By.Length.ShouldBe(6);
        decision.ImpliedBy[0].With["outcome"].ShouldBe("review");
        decision.ImpliedBy[1].By.Single().Where.Single().OneOf.ShouldBe(["decision"]);
        words.Events.Single(kind => kind.Name == "board-meeting").Plannable.ShouldBeTrue();
        words.Events.Single(kind => kind.Name == "submitted").NotAfter!.Event.ShouldBe("qa-outcome");
        words.Facts.Single(fact => fact.Name == "circumstances-of-concern").Sensitive.ShouldBeTrue();
        words.Conditions.Single().When.ShouldBeOfType<OverItems>().ItemKind.ShouldBe("family-contact");
    }
}

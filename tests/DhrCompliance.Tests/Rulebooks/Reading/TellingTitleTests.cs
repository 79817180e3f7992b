using DhrCompliance.Rulebooks.Reading;

namespace DhrCompliance.Tests.Rulebooks.Reading;

/// <summary>A title that tells a sensitive fact which the rule rests on.</summary>
public sealed class TellingTitleTests
{
    private const string Rests = "    applies-when:\n      any-of: person\n      hidden-illness: yes\n";

    [Theory]
    [InlineData("The hidden illness is looked into", "'hidden'")]
    [InlineData("Illnesses are looked into", "'Illnesses'")]
    [InlineData("Somebody asks the office", null)]
    [InlineData("It is not so bad", null)]
    public void A_title_in_words_of_the_fact_is_told(string title, string? said) => Told(title, Rests).ShouldBe(
        said is null ? [] : [$"the title of 'telling' says {said}, and it rests on 'hidden-illness', which is sensitive"]);

    [Fact]
    public void A_rule_that_does_not_rest_on_it_may_say_so() =>
        Told("The hidden illness is looked into", "    applies-when:\n      other-review: no\n").ShouldBeEmpty();

    [Theory]
    [InlineData("    applies-when: is-grave\n")]
    [InlineData("    applies-when:\n      not: is-grave\n")]
    [InlineData("    for-each:\n      item: person\n      where:\n        hidden-illness: yes\n")]
    public void However_it_rests_on_it(string rests) => Told("The hidden illness is looked into", rests).Length.ShouldBe(1);

    [Fact]
    public void The_name_of_a_condition_that_rests_on_it_is_as_telling() => Told("It is grave indeed", "    applies-when: is-grave\n").ShouldBe(
        ["the title of 'telling' says 'grave', and it rests on 'hidden-illness', which is sensitive"]);

    [Fact]
    public void The_rules_that_ship_have_none() =>
        RulebookReader.Read(FilesOf.Folder("rules")).Diagnostics.ShouldNotContain(found => found.Code == Codes.TellingTitle);

    private static string[] Told(string title, string rests)
    {
        var words = """
            facts:
              - name: hidden-illness
                of: person
                question: Was there an illness?
                type: yes-no
                sensitive: yes
            conditions:
              - name: is-grave
                title: It is grave
                when:
                  any-of: person
                  hidden-illness: yes

            """;
        var rule = $"pack: telling\ntitle: What titles tell\nstatus: in-force\ntimescales:\n  - id: telling\n    title: {title}\n    owner: office\n    basis: proposed\n    starts: told\n    within: 1 month\n    met-by: sent\n{rests}";
        var reading = RulebookReader.Read([.. SmallSet.With("", ""), FilesOf.Text("more.yaml", words), FilesOf.Text("telling.yaml", rule)]);
        reading.Rulebook.ShouldNotBeNull(DiagnosticText.Of(reading.Diagnostics));
        return [.. reading.Diagnostics.Where(found => found.Code == Codes.TellingTitle).Select(found => found.Message)];
    }
}

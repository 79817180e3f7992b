using System.Text;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Rulebooks.Texts;

namespace DhrCompliance.Tests.Rulebooks.Reading;

/// <summary>What mails say, as rule files have it.</summary>
public sealed class NoticeTextsTests
{
    private const string Folder = "rules/escalation/notices";
    private const string Lead = "    lead: This was due by {due} and is not recorded as done. It is overdue by {late}.\n";

    [Fact]
    public void The_texts_that_come_with_the_program_are_those_of_the_rules()
    {
        var rulebook = FilesOf.Rulebook([.. Small, .. FilesOf.Folder(Folder)]);

        rulebook.Texts.ShouldNotBeSameAs(ShippedTexts.Value);
        rulebook.Texts.DifferingFrom(ShippedTexts.Value).ShouldBeEmpty();
        rulebook.Texts.Written(NoticeTextIds.OverdueLead).ShouldBe(Lead[10..^1]);
    }

    [Fact]
    public void Rules_without_texts_have_those_that_come_with_the_program() => FilesOf.Rulebook(Small).Texts.ShouldBeSameAs(ShippedTexts.Value);

    [Fact]
    public void A_sentence_that_is_changed_is_the_one_that_is_told()
    {
        var rulebook = FilesOf.Rulebook([.. Small, .. With("overdue.yaml", Lead, "    lead: Since {due} we wait for it.\n")]);

        rulebook.Texts.Of(NoticeTextIds.OverdueLead, ("due", "1 May 2026")).ShouldBe("Since 1 May 2026 we wait for it.");
        rulebook.Texts.DifferingFrom(ShippedTexts.Value).ShouldBe([NoticeTextIds.OverdueLead]);
    }

    [Theory]
    [InlineData("    lead: It is overdue by ^^{laet}.\n", "DHR096", "there is no {laet} in this text", "{late}")]
    [InlineData("    lead: It is overdue by {late}, for ^^{victim}.\n", "DHR096", "{victim} is nothing that a mail may tell", null)]
    [InlineData("    lead: It is about ^^{other-review}.\n", "DHR096", "{other-review} is nothing that a mail may tell", null)]
    [InlineData("    lead: It is due since ^^{Due}.\n", "DHR096", "there is no {Due} in this text", "{due}")]
    [InlineData("    lead: It is overdue by ^^{late.\n", "DHR096", "a brace stands here by itself", null)]
    [InlineData("    lead: It is overdue by late^^}.\n", "DHR096", "a brace stands here by itself", null)]
    [InlineData("    lead: Look at ^^https://example.org/case for it.\n", "DHR098", "'https://example.org/case' has no place in a mail", null)]
    [InlineData("    lead: Look at ^^www.example.org for it.\n", "DHR098", "'www.example.org' has no place in a mail", null)]
    [InlineData("    lead: This is ^^<b>late</b>.\n", "DHR098", "'<b>' has no place in a mail", null)]
    [InlineData("    lead: This is ^^<script>late</script>.\n", "DHR098", "'<script>' has no place in a mail", null)]
    [InlineData("    lead: This is ^^&#60;b>.\n", "DHR098", "'&#60;' has no place in a mail", null)]
    [InlineData("    ^^laed: This is late.\n" + Lead, "DHR011", "unknown key 'laed' in 'overdue'", "lead")]
    [InlineData("    lead: ^^[late]\n", "DHR026", "expected what the mail says", null)]
    [InlineData("    lead: >-\n      It is overdue\n      by ^^{lat}.\n", "DHR096", "there is no {lat} in this text", "{late}")]
    [InlineData("    lead:\n      ^^one: This was due.\n      many: These were due.\n", "DHR026", "expected what the mail says", null)]
    public void A_text_has_only_what_it_may_have(string lead, string code, string words, string? suggestion)
    {
        var text = Original("overdue.yaml").Replace(Lead, lead, StringComparison.Ordinal);
        var mark = text.IndexOf("^^", StringComparison.Ordinal);
        var line = text[..mark].Count(letter => letter == '\n') + 1;
        var column = mark - text.LastIndexOf('\n', mark);

        var found = Errors([.. FilesOf.Folder(Folder).Where(file => !file.Path.EndsWith("/overdue.yaml", StringComparison.Ordinal)), FilesOf.Text("rules/escalation/notices/overdue.yaml", text.Remove(mark, 2))])
            .ShouldHaveSingleItem();

        (found.Code, found.Path, found.Line, found.Column).ShouldBe((code, "rules/escalation/notices/overdue.yaml", line, column));
        found.Message.ShouldContain(words);
        found.Suggestion.ShouldBe(suggestion);
    }

    [Fact]
    public void A_heading_has_to_say_what_it_is_about() =>
        Errors(With("question.yaml", "{what}", "this")).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            found => found.Code.ShouldBe("DHR097"),
            found => found.Message.ShouldBe("'headline' of 'question' has to have {what} once"));

    [Fact]
    public void The_texts_of_a_kind_stand_in_one_file()
    {
        var found = Errors([.. FilesOf.Folder(Folder), FilesOf.Text("rules/zz.yaml", Original("question.yaml"))]).ShouldHaveSingleItem();

        (found.Code, found.Path).ShouldBe(("DHR100", "rules/zz.yaml"));
        found.Message.ShouldStartWith("the texts of 'question' are at rules/escalation/notices/question.yaml:");
    }

    [Fact]
    public void Every_field_of_every_text_is_filled_in_and_no_brace_is_left()
    {
        foreach (var id in NoticeTexts.All)
        {
            var filled = ShippedTexts.Value.Of(id, [.. id.Allowed.Select(field => (field, $"«{field}»"))]);

            filled.ShouldNotContain("{");
            filled.ShouldNotContain("}");
        }
    }

    [Fact]
    public void No_two_texts_are_at_one_place() => NoticeTexts.All.Select(id => (id.Notice, id.Key)).ShouldBeUnique();

    private static RuleFile[] Small => [.. SmallSet.With("", "")];

    private static IEnumerable<Diagnostic> Errors(IEnumerable<RuleFile> texts) =>
        RulebookReader.Read([.. Small, .. texts]).Diagnostics.Where(found => found.Severity == Severity.Error);

    private static string Original(string name) =>
        Encoding.UTF8.GetString(FilesOf.Folder(Folder).Single(file => file.Path == $"{Folder}/{name}").Bytes.Span).ReplaceLineEndings("\n");

    private static IEnumerable<RuleFile> With(string name, string find, string replacement)
    {
        Original(name).ShouldContain(find);
        return FilesOf.Folder(Folder).Select(file => file.Path == $"{Folder}/{name}" ? FilesOf.Text(file.Path, Original(name).Replace(find, replacement, StringComparison.Ordinal)) : file);
    }
}

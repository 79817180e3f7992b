using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Rulebooks.Texts;

namespace DhrCompliance.Tests.Rulebooks.Reading;

/// <summary>Texts that a folder of rules does not have, such as one written before the text came to be: told, and said as they come with the program.</summary>
public sealed class NoticeTextsLeftOutTests
{
    private static RuleFile[] Small => [.. SmallSet.With("", "")];

    public static TheoryData<string, string> All
    {
        get
        {
            var all = new TheoryData<string, string>();
            foreach (var id in NoticeTexts.All)
            {
                all.Add(id.Notice, id.Key);
            }

            return all;
        }
    }

    [Fact]
    public void A_folder_with_all_of_them_is_told_nothing() => Read(NoticeFiles.With(null, null)).Diagnostics.Where(IsOfTexts).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(All))]
    public void One_that_is_left_out_is_told_by_file_and_key_and_what_to_write(string kind, string key)
    {
        var left = NoticeTexts.All.Single(id => id.Notice == kind && id.Key == key);

        var reading = Read(NoticeFiles.With(left, null));

        var told = reading.Diagnostics.Where(IsOfTexts).ShouldHaveSingleItem();
        (told.Code, told.Severity, told.Path, told.Line).ShouldBe(("DHR102", Severity.Warning, NoticeFiles.PathOf(kind), 2));
        told.Message.ShouldBe($"'{kind}' has no '{key}': mails say what the program came with");
        reading.Rulebook.ShouldNotBeNull().Texts.DifferingFrom(ShippedTexts.Value).ShouldBeEmpty();

        // What it says to write can be written as it stands.
        var line = told.Hint.ShouldNotBeNull()[(told.Hint!.IndexOf(":  ", StringComparison.Ordinal) + 3)..];
        var mended = Read(NoticeFiles.With(left, line[(key.Length + 2)..]));
        mended.Diagnostics.Where(IsOfTexts).ShouldBeEmpty();
        mended.Rulebook.ShouldNotBeNull().Texts.DifferingFrom(ShippedTexts.Value).ShouldBeEmpty();
    }

    [Fact]
    public void Kinds_that_are_left_out_are_told_by_file_and_the_rest_is_as_it_was_written()
    {
        string[] older = ["reminder", "overdue", "outstanding", "check-fails", "question", "no-longer-stands", "common"];
        var reading = Read(NoticeFiles.With(NoticeTextIds.OverdueLead, "'Since {due}.'").Where(file => older.Any(kind => file.Path == NoticeFiles.PathOf(kind))));

        var told = reading.Diagnostics.Where(IsOfTexts).ToList();
        told.ShouldAllBe(found => found.Code == "DHR099" && found.Severity == Severity.Warning);
        told.Select(found => found.Message).ShouldBe(
            new[] { "backlog", "counts", "digest", "facts", "week" }.Select(kind => $"there are no texts of '{kind}': mails say what the program came with"), ignoreOrder: true);
        var hint = told.Single(found => found.Message.Contains("'digest'", StringComparison.Ordinal)).Hint.ShouldNotBeNull();
        hint.ShouldStartWith("Add the file escalation/notices/digest.yaml from the rules that come with the program.");
        hint.ShouldContain("heading-glance");
        reading.Rulebook.ShouldNotBeNull().Texts.DifferingFrom(ShippedTexts.Value).ShouldBe([NoticeTextIds.OverdueLead]);
    }

    [Fact]
    public void One_that_is_wrong_is_told_once_and_not_as_left_out()
    {
        var found = Read(NoticeFiles.With(NoticeTextIds.OverdueLead, "'Since {deu}.'")).Diagnostics.Where(IsOfTexts).ShouldHaveSingleItem();

        (found.Code, found.Severity).ShouldBe(("DHR096", Severity.Error));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_text_has_another_field_and_each_has_what_it_needs(string kind, string key)
    {
        var id = NoticeTexts.All.Single(one => one.Notice == kind && one.Key == key);
        var text = ShippedTexts.Value.Template(id).Text;

        Code(NoticeFiles.Quoted(text + " {victim-name}")).ShouldBe("DHR096");
        foreach (var needed in id.Needs)
        {
            Code(NoticeFiles.Quoted(text.Replace($"{{{needed}}}", "it", StringComparison.Ordinal))).ShouldBe("DHR097", needed);
            Code(NoticeFiles.Quoted($"{text} {{{needed}}}")).ShouldBe("DHR097", needed);
        }

        if (id.IsCounted)
        {
            var one = $"just one {string.Join(' ', id.Needs.Where(needed => needed != TextId.Count).Select(needed => $"{{{needed}}}"))}";
            Code($"{{ one: '{one}', many: {NoticeFiles.Quoted(text)} }}").ShouldBeNull();
            Code($"{{ one: {NoticeFiles.Quoted(text)}, many: 'several' }}").ShouldBe("DHR097");
            Code($"{{ one: '{one}' }}").ShouldBe("DHR027");
            Code($"{{ many: {NoticeFiles.Quoted(text)} }}").ShouldBe("DHR027");
            Code($"{{ one: '{one}', two: 'a pair', many: {NoticeFiles.Quoted(text)} }}").ShouldBe("DHR011");
            Code($"{{ one: '{one} {{victim}}', many: {NoticeFiles.Quoted(text)} }}").ShouldBe("DHR096");
            Code($"{{ one: '<b>{one}</b>', many: {NoticeFiles.Quoted(text)} }}").ShouldBe("DHR098");
        }
        else
        {
            Code("{ one: 'just one', many: 'several' }").ShouldBe("DHR026");
        }

        string? Code(string written) => Read(NoticeFiles.With(id, written)).Diagnostics.Where(IsOfTexts).Select(found => found.Code).Distinct().SingleOrDefault();
    }

    private static bool IsOfTexts(Diagnostic found) => found.Path.StartsWith("rules/escalation/notices/", StringComparison.Ordinal);

    private static RulebookReading Read(IEnumerable<RuleFile> texts) => RulebookReader.Read([.. Small, .. texts]);
}

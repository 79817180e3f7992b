using System.Text;
using DhrCompliance.Rulebooks.Reading;

namespace DhrCompliance.Tests.Rulebooks.Reading;

/// <summary>Files made to break a reader: each is refused with one diagnostic, and nothing is thrown.</summary>
public sealed class HostileTests
{
    private static readonly Dictionary<string, Func<byte[]>> Files = new(StringComparer.Ordinal)
    {
        ["50 MB"] = () => new byte[50 * 1024 * 1024],
        ["100,000 opening brackets"] = () => Text(new string('[', 100_000)),
        ["100,000 opening braces"] = () => Text(new string('{', 100_000)),
        ["100,000 dashes"] = () => Text(string.Concat(Enumerable.Repeat("- ", 100_000))),
        ["100,000 complex keys"] = () => Text(string.Concat(Enumerable.Repeat("? ", 100_000))),
        ["brackets under a key"] = () => Text("pack: a\ntitle: " + new string('[', 100_000)),
        ["1,000 levels of indentation"] = () => Text(string.Concat(Enumerable.Range(0, 1000).Select(level => new string(' ', level) + "a:\n"))),
        ["a bomb of aliases"] = () => Text("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"),
        ["no UTF-8"] = () => [0x70, 0x61, 0x63, 0x6B, 0x3A, 0x20, 0xE9, 0x0A],
        ["UTF-16"] = () => Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("pack: a\n")).ToArray(),
        ["zero bytes"] = () => Text("pack: a\0b\n"),
        ["nothing"] = () => [],
        ["only a comment"] = () => Text("# nothing here\n"),
        ["a single word"] = () => Text("pack\n"),
        ["a list at the top"] = () => Text("- pack: a\n"),
        ["a mapping in braces left open"] = () => Text("pack: {a: b\ntitle: c\n"),
        ["a quotation mark left open"] = () => Text("pack: \"a\ntitle: c\n"),
        ["an odd surrogate"] = () => Text("pack: \"\\uD800\"\n"),
        ["unknown keys only"] = () => Text("colour: red\n"),
    };

    public static TheoryData<string> Names => [.. Files.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_hostile_file_is_refused_and_the_others_are_still_read(string name)
    {
        var files = SmallSet.With("pack.yaml", SmallSet.Pack.Replace("owner: chair", "owner: chiar", StringComparison.Ordinal));

        var reading = RulebookReader.Read([.. files, new RuleFile("hostile.yaml", Files[name]())]);

        reading.Rulebook.ShouldBeNull();
        reading.Diagnostics.ShouldContain(found => found.Path == "hostile.yaml" && found.Severity == Severity.Error);
        if (name is not "50 MB" and not "a bomb of aliases")
        {
            reading.Diagnostics.Count(found => found.Path == "hostile.yaml").ShouldBe(1);
            reading.Diagnostics.ShouldContain(found => found.Code == "DHR015" && found.Path == "pack.yaml");
        }
    }

    [Fact]
    public void A_file_of_the_largest_size_full_of_mistakes_is_told_in_a_thousand_lines()
    {
        var text = new StringBuilder("pack: a\ntimescales:\n");
        for (var i = 0; text.Length < 1_000_000; i++)
        {
            text.Append("  - id: A").Append(i).Append('\n');
        }

        var reading = RulebookReader.Read(SmallSet.With("pack.yaml", text.ToString()));

        reading.Rulebook.ShouldBeNull();
        reading.Diagnostics.Count(found => found.Path == "pack.yaml").ShouldBeLessThanOrEqualTo(1001);
        reading.Diagnostics.ShouldContain(found => found.Code == "DHR061");
    }

    [Fact]
    public void Thirty_two_levels_are_read_and_thirty_three_are_not()
    {
        static string Nested(int levels) => SmallSet.Pack.Replace(
            "      other-review: no\n", $"      {string.Concat(Enumerable.Repeat("{not: ", levels))}nobody-to-ask{new string('}', levels)}\n", StringComparison.Ordinal);

        RulebookReader.Read(SmallSet.With("pack.yaml", Nested(29))).Diagnostics.ShouldNotContain(found => found.Code == "DHR009");
        RulebookReader.Read(SmallSet.With("pack.yaml", Nested(30))).Diagnostics.ShouldContain(found => found.Code == "DHR009");
    }

    [Fact]
    public void A_mark_of_UTF8_at_the_beginning_says_nothing()
    {
        var files = SmallSet.With("pack.yaml", "\uFEFF" + SmallSet.Pack.Replace("\n", "\r\n", StringComparison.Ordinal));

        RulebookReader.Read(files).Rulebook.ShouldNotBeNull();
    }

    [Fact]
    public void A_chain_of_words_as_long_as_a_file_is_followed()
    {
        var words = new StringBuilder(SmallSet.Words.Replace("items:\n", "", StringComparison.Ordinal).Split("events:")[0]).Append("events:\n");
        for (var i = 0; i < 10_000; i++)
        {
            words.Append("  - name: e").Append(i).Append("\n    implied-by: [e").Append(i + 1).Append("]\n");
        }

        words.Append("  - name: e10000\n");

        RulebookReader.Read([FilesOf.Text("words.yaml", words.ToString())]).Diagnostics.ShouldNotContain(found => found.Code == "DHR051");
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);
}

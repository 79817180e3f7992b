namespace DhrCompliance.Tests.Rulebooks.Reading;

/// <summary>What YAML refuses with words that do not help, and what it misreads in silence.</summary>
public sealed class BrokenYamlTests
{
    [Theory]
    // What it refuses.
    [InlineData("title: Decide\n", "title: Decide^^: now\n", "DHR006", "a second colon in this line")]
    [InlineData("title: Decide\n", "title: ^^\u201CDecide: now\u201D\n", "DHR006", "Use straight ones")]
    [InlineData("title: Decide\n", "title: ^^[proposal] Decide\n", "DHR006", "a value that begins with [ is a list")]
    [InlineData("title: Decide\n", "title: ^^{proposal} Decide\n", "DHR006", "a value that begins with { is a mapping")]
    [InlineData("owner: chair", "owner: ^^@chair", "DHR006", "a text cannot begin with @")]
    [InlineData("at: s.1", "at: ^^%50 of it", "DHR006", "a text cannot begin with %")]
    [InlineData("at: s.1", "at: ^^`s.1`", "DHR006", "a text cannot begin with `")]
    [InlineData("at: s.1", "at: ^^, s.1", "DHR006", "a text cannot begin with ,")]
    [InlineData("title: Decide\n", "title: ^^'the family's wish'\n", "DHR006", "ends at its apostrophe")]
    [InlineData("title: Decide\n", "title: ^^\"Decide\" now\n", "DHR006", "after its end stands more")]
    [InlineData("title: Decide\n", "title: ^^\"Decide\n", "DHR006", "the quotation mark opened here is not closed")]
    [InlineData("at: s.1", "at: ^^\"s\\q1\"", "DHR006", "a backslash begins a special character")]
    [InlineData("title: Decide\n", "title: ^^> 5 days\n", "DHR006", "a text cannot begin with >")]
    [InlineData("starts: [told]", "starts: ^^[told", "DHR006", "the bracket opened here is not closed")]
    [InlineData("starts: [told]", "starts: ^^{event: told", "DHR006", "the bracket opened here is not closed")]
    [InlineData("    owner: chair\n", "^^\towner: chair\n", "DHR005", "indented with a tab")]
    [InlineData("    owner: chair\n", "  ^^\u00A0 owner: chair\n", "DHR005", "indented with a no-break space")]
    [InlineData("owner: chair\n", "owner:^^\u00A0chair\n", "DHR005", "after ':' stands a no-break space")]
    [InlineData("    owner: chair\n", "     ^^owner: chair\n", "DHR006", "indent")]
    [InlineData("    owner: chair\n", "   ^^owner: chair\n", "DHR006", "indented like none above it")]
    [InlineData("    owner: chair\n", "    ^^owner:chair\n", "DHR006", "after a colon stands a space")]
    [InlineData("    owner: chair\n", "    ^^the chair decides\n", "DHR006", "neither 'key: value' nor an item")]
    [InlineData("        - written\n", "        ^^-written\n", "DHR026", "After the dash of an item stands a space")]
    [InlineData("title: Decide\n", "title: Decide # whether\n      ^^to hold one\n", "DHR006", "ended at ' #'")]
    [InlineData("    applies-when:\n", "    applies-when^^\n", "DHR006", "a colon is missing at the end of this line")]
    [InlineData("age: at least 16", "age: ^^>= 16", "DHR006", "'at least 16', 'more than 16'")]
    [InlineData("      age: at least 16\n", "      ^^- age: at least 16\n", "DHR006", "an item of a list stands here among keys")]
    [InlineData("      - source: act\n        at: s.1\n", "      - source: act\n      ^^at: s.1\n", "DHR006", "a key stands here among the items of a list")]
    [InlineData("pack: first\n", "^^pack first\n", "DHR006", "After a key stands a colon")]
    [InlineData("starts: [letter, told]", "starts: [letter ^^{told}]", "DHR006", "a comma or the closing bracket is missing")]
    // What it allows, and a rule file does not.
    [InlineData("owner: chair\n", "owner: chair\n    ^^owner: office\n", "DHR010", "the key 'owner' stands here twice; it is in line 29 already")]
    [InlineData("owner: chair\n", "owner: ^^&who chair\n", "DHR008", "an anchor (&)")]
    [InlineData("owner: chair\n", "owner: ^^*who\n", "DHR008", "an alias (*)")]
    [InlineData("owner: chair\n", "owner: ^^!role chair\n", "DHR008", "a tag (!)")]
    [InlineData("owner: chair\n", "owner: chair\n    ^^<<: {force: local}\n", "DHR008", "a merge key (<<)")]
    [InlineData("title: Decide\n", "title: Decide\n    ? ^^[a, b]\n    : c\n", "DHR026", "a key is a word")]
    [InlineData("pack: first\n", "^^%YAML 1.2\n---\npack: first\n", "DHR008", "directives are not read")]
    // What it misreads in silence.
    [InlineData("other-review: no", "{ other-review: no, ^^unless }", "DHR024", "YAML reads 'unless' as a key without a value")]
    [InlineData("      other-review: no", "      { ^^other-review:no }", "DHR024", "After a colon stands a space: other-review: no")]
    [InlineData("    met-by: decided\n", "    ^^met-by:\n", "DHR024", "'met-by' has no value")]
    [InlineData("title: Decide\n", "^^title: #1 priority\n", "DHR024", "what follows # is a comment")]
    [InlineData("        - written\n", "        -^^ \n        - written\n", "DHR024", "an item of this list is empty")]
    [InlineData("title: Decide\n", "title: Decide ^^#1\n", "DHR025", "the text ends before it")]
    [InlineData("quote: the words of the Act", "quote: the words ^^# of the Act", "DHR025", "put the text in quotes")]
    [InlineData("title: Decide\n", "title: ^^\u201CDecide\u201D\n", "DHR006", "Use straight ones")]
    [InlineData("title: Decide\n", "^^\uFEFFtitle: Decide\n", "DHR004", "a byte-order mark (U+FEFF)")]
    [InlineData("title: Decide\n", "title: De^^\u200Bcide\n", "DHR004", "a space without width (U+200B)")]
    [InlineData("title: Decide\n", "title: De^^\u202Ecide\n", "DHR004", "a character that cannot be seen (U+202E)")]
    [InlineData("title: Decide\n", "title: De^^\u001Bcide\n", "DHR004", "a character that cannot be seen (U+001B)")]
    [InlineData("title: Decide\n", "title: ^^\"De\\x1bcide\"\n", "DHR004", "in this text stands a character that cannot be seen")]
    [InlineData("title: Decide\n", "title: ^^\"\"\n", "DHR024", "an empty text stands here")]
    [InlineData("ends-with: resumed\n", "ends-with: ^^resumed\n      - stopped\n", "DHR012", "YAML joins the lines to one text")]
    [InlineData("met-by: decided\n", "met-by: ^^decided\u00A0\n", "DHR012", "In it stands a no-break space")]
    public void A_slip_is_told_at_its_place_and_in_words_that_help(string find, string replacement, string code, string words) =>
        Broken.ShouldTell("pack.yaml", find, replacement, code, words, others: 0);

    [Fact]
    public void A_second_document_is_refused() =>
        Broken.ShouldTell("pack.yaml", "      has: done\n", "      has: done\n^^---\npack: second\n", "DHR007", "a second document begins here", others: 0);

    [Fact]
    public void A_list_in_braces_is_a_list_that_was_meant()
    {
        var (found, _, _) = Broken.Read("pack.yaml", "      event: decided\n      where:\n        outcome: go\n", "      event: decided\n      where: { outcome: one of go, ^^stop }\n");

        found.Select(one => one.Code).ShouldBe(["DHR018", "DHR024"]);
        found[1].Hint.ShouldBe("Several values are a list, in brackets: [one, other]. A text with a comma in braces needs quotes.");
    }

    [Fact]
    public void Key_and_value_on_the_same_level_are_told_as_an_empty_key_and_an_unknown_one()
    {
        var (found, _, _) = Broken.Read("pack.yaml", "    met-by: decided\n", "    ^^met-by:\n    event: decided\n");

        found.Select(one => one.Code).ShouldBe(["DHR024", "DHR011"]);
    }
}

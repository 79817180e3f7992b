using DhrCompliance.Service.Intake.Cells;
using FsCheck;
using FsCheck.Fluent;

namespace DhrCompliance.Service.Tests.Intake;

public sealed class CellTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+44", "'+44")]
    [InlineData("-5", "'-5")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "'\r=1")]
    [InlineData("＝1", "'＝1")]
    [InlineData("'=1", "''=1")]
    [InlineData("unknown", "'unknown")]
    [InlineData("'tis the season", "'tis the season")]
    [InlineData("a=b", "a=b")]
    public void Text_that_a_spreadsheet_would_run_gets_an_apostrophe_and_comes_back_as_it_was(string text, string cell)
    {
        CellText.Write(text).ShouldBe(cell);
        CellText.Read(cell, out var empties).ShouldBe(text);
        empties.ShouldBeFalse();
    }

    [Fact]
    public void No_cell_that_is_written_begins_as_a_formula_and_every_text_comes_back()
    {
        var texts = ArbMap.Default.ArbFor<string>().Generator
            .SelectMany(text => Gen.Elements("", "=", "'", "''=", "-", "unknown", " ", "\t").Select(start => (start + text)?.TrimEnd() ?? ""))
            .Where(text => text.Length > 0);

        Prop.ForAll(Arb.From(texts), text =>
        {
            var cell = CellText.Write(text);
            return !"=+-@\t\r\n ＝＋－＠".Contains(cell[0], StringComparison.Ordinal) && CellText.Read(cell, out var empties) == text && !empties;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("BEX-2026-01", true)]
    [InlineData("DHR 12.a_b", true)]
    [InlineData("7", true)]
    [InlineData("a  b", false)]
    [InlineData(" a", false)]
    [InlineData("-a", false)]
    [InlineData("a.", false)]
    [InlineData("..", false)]
    [InlineData("a/b", false)]
    [InlineData("a\\b", false)]
    [InlineData("a\n", false)]
    [InlineData("a|b", false)]
    [InlineData("é", false)]
    [InlineData("", false)]
    public void An_identifier_is_plain(string text, bool isOne) => Identifier.Is(text).ShouldBe(isOne);

    [Fact]
    public void An_identifier_has_at_most_64_characters()
    {
        Identifier.Is(new string('a', 64)).ShouldBeTrue();
        Identifier.Is(new string('a', 65)).ShouldBeFalse();
    }

    [Theory]
    [InlineData("team@example.gov.uk", true)]
    [InlineData("first.last+dhr@localhost", true)]
    [InlineData("o'brien@example.org", true)]
    [InlineData("Team <team@example.org>", false)]
    [InlineData("team@example.org;other@example.org", false)]
    [InlineData("team@example.org\r\nBcc: x@example.org", false)]
    [InlineData("\"a b\"@example.org", false)]
    [InlineData("=cmd@example.org", false)]
    [InlineData("team@", false)]
    [InlineData("@example.org", false)]
    [InlineData("team@@example.org", false)]
    [InlineData("team@example..org", false)]
    [InlineData("team.@example.org", false)]
    public void An_address_is_one_and_plain(string text, bool isOne) => EmailAddress.Is(text).ShouldBe(isOne);

    [Theory]
    [InlineData("desicion", "decision")]
    [InlineData("Decision ", "decision")]
    [InlineData("submited", "submitted")]
    [InlineData("published", null)]
    [InlineData("", null)]
    public void The_nearest_word_is_offered_and_a_far_one_is_not(string text, string? word) =>
        Nearest.Of(text, ["decision", "submitted", "death"]).ShouldBe(word);
}

using DhrCompliance.Rulebooks.Reading;

namespace DhrCompliance.Tests.Rulebooks.Reading;

public sealed class DiagnosticTextTests
{
    private static readonly Diagnostic Example = new()
    {
        Severity = Severity.Error,
        Code = "DHR012",
        Path = "rules/national/guidance-2016.yaml",
        Line = 41,
        Column = 14,
        Message = "unknown event 'submited'",
        Suggestion = "submitted",
        SourceLine = "    met-by:  submited",
    };

    [Fact]
    public void A_diagnostic_shows_its_place_its_line_and_a_caret() => DiagnosticText.Of(Example).ShouldBe(
        """
        rules/national/guidance-2016.yaml:41:14: DHR012: unknown event 'submited'; did you mean 'submitted'?
              met-by:  submited
                       ^
        """.ReplaceLineEndings("\n"));

    [Fact]
    public void A_hint_stands_below_the_caret() =>
        DiagnosticText.Of(Example with { Hint = "Write it so." }).ShouldEndWith("^\n  Write it so.");

    [Fact]
    public void The_caret_stands_under_its_character_behind_tabs_too() =>
        DiagnosticText.Of(Example with { SourceLine = "\tmet-by: x", Column = 10 }).ShouldEndWith("\n  \tmet-by: x\n  \t        ^");

    [Theory]
    [InlineData(Severity.Warning, "rules/national/guidance-2016.yaml:41:14: warning DHR012: unknown event")]
    [InlineData(Severity.Information, "rules/national/guidance-2016.yaml:41:14: note DHR012: unknown event")]
    public void What_is_no_error_says_so(Severity severity, string words) =>
        DiagnosticText.Headline(Example with { Severity = severity }).ShouldStartWith(words);

    [Fact]
    public void What_is_about_a_file_or_about_all_of_them_has_no_line()
    {
        DiagnosticText.Of(Example with { Line = 0, Column = 0 }).ShouldStartWith("rules/national/guidance-2016.yaml: DHR012: ");
        DiagnosticText.Of(Example with { Path = "", Line = 0, Column = 0 }).ShouldStartWith("DHR012: ");
    }

    [Fact]
    public void What_would_steer_a_terminal_is_shown_as_a_mark()
    {
        var text = DiagnosticText.Of(Example with { Path = "a\u001B[2J.yaml", Message = "a\u202Eb", SourceLine = "c\u001B[31md" });

        text.ShouldNotContain("\u001B");
        text.ShouldNotContain("\u202E");
    }
}

using DhrCompliance.Rulebooks.Reading;

namespace DhrCompliance.Tests.Rulebooks.Reading;

/// <summary>One place of the small set broken. In the replacement ^^ marks the place where the mistake is expected to be told.</summary>
internal static class Broken
{
    private const string Mark = "^^";

    public static (IReadOnlyList<Diagnostic> Found, int Line, int Column) Read(string path, string find, string replacement)
    {
        var text = SmallSet.Of(path);
        var first = text.IndexOf(find, StringComparison.Ordinal);
        first.ShouldBeGreaterThanOrEqualTo(0, $"'{find}' is not in {path}");
        text = text[..first] + replacement + text[(first + find.Length)..];
        var mark = text.IndexOf(Mark, StringComparison.Ordinal);
        mark.ShouldBeGreaterThanOrEqualTo(0, "the replacement has no mark");
        text = text.Remove(mark, Mark.Length);
        var before = text[..mark];
        var reading = RulebookReader.Read(SmallSet.With(path, text));
        return (
            [.. reading.Diagnostics.Where(found => found.Severity != Severity.Information)],
            before.Count(letter => letter == '\n') + 1,
            mark - before.LastIndexOf('\n'));
    }

    public static void ShouldTell(string path, string find, string replacement, string code, string words, int others)
    {
        var (found, line, column) = Read(path, find, replacement);
        var all = string.Join('\n', found.Select(DiagnosticText.Of));
        found.ShouldContain(one => one.Code == code && one.Path == path && one.Line == line && one.Column == column, $"expected {code} at {line}:{column}\n{all}");
        DiagnosticText.Of(found.First(one => one.Code == code && one.Line == line && one.Column == column)).ShouldContain(words);
        found.Count.ShouldBe(1 + others, all);
    }
}

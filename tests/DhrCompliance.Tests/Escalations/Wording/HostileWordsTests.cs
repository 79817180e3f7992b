using DhrCompliance.Escalations.Wording;
using static DhrCompliance.Tests.Escalations.Ground;
using static DhrCompliance.Tests.Escalations.Wording.Mails;

namespace DhrCompliance.Tests.Escalations.Wording;

/// <summary>References, items, roles and titles are text of unknown origin.</summary>
public sealed class HostileWordsTests
{
    public static TheoryData<string> Hostile { get; } =
    [
        "X\r\nBcc: all@example.org",
        "X\nContent-Type: text/html\n\n<script>",
        "X\u0000\u0007\u001b[31m",
        "X\u2028Bcc: a@example.org\u2029\u0085",
        "X\u202egnp.exe\u202c\u200b\u2066",
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "<a href=\"https://example.org\">here</a>",
        "</table></td><style>*{display:none}</style>",
        "=?utf-8?q?=0D=0ABcc:_a@example.org?=",
        "\ud800 half a letter",
        "&lt;b&gt; & ' \"",
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_words_stay_words_wherever_they_stand(string hostile)
    {
        var vocabulary = Rules.Vocabulary with
        {
            Roles = [.. Rules.Vocabulary.Roles.Select(role => role with { Title = hostile })],
            Events = [.. Rules.Vocabulary.Events.Select(kind => kind with { Title = hostile })],
        };
        var report = Report with { Title = hostile, Cite = [Report.Cite[0] with { Quote = hostile, At = hostile }] };
        var rules = Rules with
        {
            Vocabulary = vocabulary,
            Packs = [Rules.Packs[0] with { Timescales = [report], Names = Rules.Packs[0].Names.SetItem("short", hostile) }, .. Rules.Packs.Skip(1)],
        };
        var row = Late with { Rule = report, Item = hostile, Instance = hostile };

        var mail = First(On(Today, row) with { Reference = hostile }, rules);

        mail.Subject.ShouldNotContain(letter => char.IsControl(letter));
        mail.Subject.Length.ShouldBeLessThanOrEqualTo(Mail.SubjectLength);
        mail.Subject.IndexOfAny(['\u202e', '\u2066', '\u200b', '\u2028', '\ud800']).ShouldBe(-1);
        mail.Text.ShouldNotContain(letter => char.IsControl(letter) && letter != '\n');
        mail.Text.Split('\n').ShouldNotContain(line => line.StartsWith("Bcc:", StringComparison.Ordinal));
        foreach (var tag in new[] { "<script", "<img", "<a ", "<style", "onerror=alert(1)>", "http://", "src=\"", "url(" })
        {
            mail.Html.ShouldNotContain(tag, Case.Insensitive);
        }

        // As many tags as an ordinary mail of the same shape has: nothing closed or opened one.
        Tags(mail.Html).ShouldBe(Tags(First(On(Today, Late with { Item = "A1" })).Html));
    }

    [Theory]
    [InlineData("  a \t b\r\n c ", "a b c")]
    [InlineData("a\u0000b", "a b")]
    [InlineData("\r\n", "")]
    [InlineData(null, "")]
    public void One_line_is_made_of_many(string? text, string line) => OneLine.Of(text).ShouldBe(line);

    [Fact]
    public void A_cut_never_splits_a_letter_in_two()
    {
        OneLine.Of("abcdef", 6).ShouldBe("abcdef");
        OneLine.Of("abcdefg", 6).ShouldBe("abcde…");
        OneLine.Of("abcd😀fg", 6).ShouldBe("abcd…");
    }

    private static int Tags(string html) => html.Count(letter => letter == '<');
}

using DhrCompliance.Assessments;
using DhrCompliance.Escalations;
using DhrCompliance.Escalations.Wording;
using static DhrCompliance.Tests.Escalations.Ground;
using static DhrCompliance.Tests.Escalations.Wording.Mails;

namespace DhrCompliance.Tests.Escalations.Wording;

public sealed class DigestWriterTests
{
    private const string Id = "0f3a5c7d9e1b2c4d6f8a0b1c";

    private static readonly Assessment Whole = On(Today, Late, Row(Today, Day("2026-11-29"), Tell)) with { Checks = [Failing] };

    [Fact]
    public void A_digest_reads_as_the_example_does()
    {
        var mail = DigestWriter.Write(Parts([.. Entries(Whole), .. Entries(On(Today, Row(TimescaleState.CannotTell)) with { Reference = "DEV-2026-04" }, "Devon Safety Partnership")]));

        mail.Subject.ShouldBe("[DHR] 1 overdue, 1 not as it should be, 1 due soon, 1 question");
        Golden.Check("digest.txt", mail.Text, "1 overdue, 1 not as it should be, 1 due soon, 1 question");
        Golden.Check("digest.html", mail.Html, "<title>[DHR] 1 overdue, 1 not as it should be, 1 due soon, 1 question</title>");
    }

    [Fact]
    public void The_gravest_comes_first_and_what_belongs_together_stands_together()
    {
        DigestEntry[] entries =
        [
            .. Entries(On(Today, Row(Today, Day("2026-11-29"))) with { Reference = "A-1" }, "Alpha"),
            .. Entries(On(Today, Row(Today, Day("2026-11-10"))) with { Reference = "B-1" }, "Beta"),
            .. Entries(On(Today, Row(Today, Day("2026-10-10"))) with { Reference = "A-2" }, "Alpha"),
            .. Entries(On(Today, Row(Today, Day("2026-11-12"))) with { Reference = "B-2" }, "Beta"),
        ];

        DigestWriter.InOrder(entries).Select(entry => entry.Entry.Reference).ShouldBe(["A-2", "A-1", "B-1", "B-2"]);
        DigestWriter.InOrder(entries.Reverse()).Select(entry => entry.Entry.Reference).ShouldBe(["A-2", "A-1", "B-1", "B-2"]);
    }

    [Fact]
    public void Each_is_marked_new_or_again_and_is_acknowledged_by_its_number()
    {
        var entries = Entries(Whole).ToArray();
        var mail = DigestWriter.Write(Parts([entries[0], entries[1] with { IsAgain = true }]));

        mail.Text.ShouldContain("1. NEW. Overdue: complete the overview report (51 days)");
        mail.Text.ShouldContain($"dhr ack {Id}/1 --until");
        mail.Text.ShouldContain("2. AGAIN. ");
        mail.Text.ShouldContain($"dhr ack {Id}/2 --until");
        mail.Html.ShouldContain(">AGAIN</span>");
    }

    [Fact]
    public void What_would_make_the_mail_too_long_is_told_in_a_line_and_then_counted()
    {
        var entries = Enumerable.Range(0, DigestWriter.Named + 2)
            .SelectMany(number => Entries(On(Today, Late) with { Reference = $"BEX-{number:000}" }))
            .Select((entry, i) => i < DigestWriter.InFull ? entry : entry with { Entry = entry.Entry.Shortened() });

        var mail = DigestWriter.Write(Parts([.. entries]));

        mail.Subject.ShouldBe("[DHR] 302 overdue");
        mail.Text.Split("How this came about:").Length.ShouldBe(DigestWriter.InFull + 1);
        mail.Text.ShouldContain("300. NEW. Overdue: complete the overview report (51 days)");
        mail.Text.ShouldNotContain("301. NEW");
        mail.Text.ShouldContain("- Complete the overview report: 2");
    }

    [Fact]
    public void What_was_told_before_has_a_line_each_and_the_rest_is_counted()
    {
        var mail = DigestWriter.Write(Parts([.. Entries(Whole).Take(1)]) with
        {
            Standing = [new DigestStanding("BEX-2025-02", "Overdue: tell the family (12 days)", Day("2026-11-08"))],
            StandingBeyond = 7,
        });

        mail.Text.ShouldContain("TOLD BEFORE, AND STILL SO");
        string.Join(' ', mail.Text.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)).ShouldContain("- BEX-2025-02: Overdue: tell the family (12 days). In the mail of 8 Nov 2026.");
        mail.Text.ShouldContain("And 7 more that you were told of before.");
        mail.Html.ShouldContain("BEX-2025-02: Overdue: tell the family (12 days). In the mail of 8 Nov 2026.");
    }

    [Theory]
    [MemberData(nameof(HostileWordsTests.Hostile), MemberType = typeof(HostileWordsTests))]
    public void Hostile_words_stay_words(string hostile)
    {
        var mail = DigestWriter.Write(Parts([.. Entries(On(Today, Late) with { Reference = hostile }, hostile), .. Entries(On(Today, Late))]) with
        {
            Standing = [new DigestStanding(hostile, "Overdue: tell the family (12 days)", Day("2026-11-08"))],
        });

        mail.Subject.ShouldNotContain(letter => char.IsControl(letter));
        mail.Text.ShouldNotContain(letter => char.IsControl(letter) && letter != '\n');
        mail.Text.Split('\n').ShouldNotContain(line => line.StartsWith("Bcc:", StringComparison.Ordinal));
        var plain = DigestWriter.Write(Parts([.. Entries(On(Today, Late) with { Reference = "A" }, "B"), .. Entries(On(Today, Late))]) with
        {
            Standing = [new DigestStanding("A", "Overdue: tell the family (12 days)", Day("2026-11-08"))],
        });
        mail.Html.Count(letter => letter == '<').ShouldBe(plain.Html.Count(letter => letter == '<'));
    }

    private static DigestParts Parts(IEnumerable<DigestEntry> entries) => new() { AsOf = Today, Delivery = Id, Rulebook = Rules, New = DigestWriter.InOrder(entries) };

    /// <summary>What the team is told.</summary>
    private static IEnumerable<DigestEntry> Entries(Assessment assessment, string partnership = "Bexley Community Safety Partnership")
    {
        var writer = new NoticeWriter(Rules).For(assessment);
        return new NoticePlanner(Rules).Plan(assessment, SentNotices.None, "england").Notices
            .Where(notice => notice.Key.Role == "team").Select(notice => new DigestEntry(partnership, writer.Entry(notice)));
    }
}

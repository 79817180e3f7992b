using System.Text.RegularExpressions;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Escalations;
using DhrCompliance.Escalations.Reach;
using DhrCompliance.Escalations.Wording;
using DhrCompliance.Rulebooks;
using DhrCompliance.Rulebooks.Texts;
using static DhrCompliance.Tests.Escalations.Ground;
using static DhrCompliance.Tests.Escalations.Wording.Mails;

namespace DhrCompliance.Tests.Escalations.Wording;

/// <summary>What the mail of a day, the summary and the mail of the week say, is what the rule files say.</summary>
public sealed partial class WordsOfManyThingsTests
{
    private const string Dardr = "domestic abuse related death review";

    private static readonly WeekReport Calm = new() { Partnership = "Bexley", Reviews = 1, RulesOf = Day("2026-03-02"), RulesHash = "sha256:abc", HolidaysKnownUntil = Day("2027-12-28"), ChainEnd = (1, "0f3a") };

    private static readonly WeekReport Busy = Calm with
    {
        Partnership = "Devon",
        Reviews = 12,
        Standing = Calm.Standing.Add(NoticeKind.Overdue, 3).Add(NoticeKind.CheckFails, 1).Add(NoticeKind.Outstanding, 2).Add(NoticeKind.Reminder, 4).Add(NoticeKind.Question, 5),
        Explained = 2,
        Failed = 1,
        GoodPractice = 6,
        Held = 2,
        HeldSince = Day("2026-11-02"),
        Vacant = ["chair"],
        Ending = [("ministry", Day("2026-12-01"))],
        HolidaysKnownUntil = null,
        ChainEnd = (78, "9e1b"),
    };

    [Fact]
    public void A_summary_reads_as_the_example_does()
    {
        var mail = Backlog(Rules, Mixed(Rules));

        mail.Subject.ShouldBe("[DHR] Backlog of Bexley Community Safety Partnership: 2 overdue, 1 not as it should be, 1 question");
        Golden.Check("backlog.txt", mail.Text, "Backlog: 2 overdue, 1 not as it should be, 1 question");
    }

    [Fact]
    public void The_mail_of_the_week_reads_as_the_example_does()
    {
        var mail = WeekWriter.Write(Today, [Calm, Busy], Rules);

        mail.Subject.ShouldBe("[DHR] This week: 13 reviews, 3 overdue, 1 not as it should be, 1 not assessed");
        Golden.Check("week.txt", mail.Text, "THIS WEEK: BEXLEY");
    }

    [Fact]
    public void Nothing_is_said_that_the_rule_files_do_not_say()
    {
        var rules = Rules.WithNothingBut("§");
        string[] filledIn = ["Bexley", "Community", "Safety", "Partnership", "Devon", "the", "chair", "of", "partnership", "Home", "Office", "Dec", "sha", "abc", "e", "b", "f", "a", "BEX"];

        Words(WeekWriter.Write(Today, [Calm, Busy], rules)).Except(filledIn, StringComparer.OrdinalIgnoreCase).ShouldBeEmpty();
        Words(Backlog(rules, Mixed(rules))).Except([.. filledIn, "complete", "overview", "report", "family", "saw", "first", .. "dhr audit --partnership --as-of --format list".Split([' ', '-'])], StringComparer.OrdinalIgnoreCase)
            .ShouldBeEmpty();
        var digest = Digest(rules, Entries(rules, On(Today, Late)));
        foreach (var shipped in Rules.Texts.Phrases())
        {
            digest.Text.ReplaceLineEndings(" ").ShouldNotContain(shipped);
            digest.Html.ShouldNotContain(shipped);
        }
    }

    [Fact]
    public void A_changed_sentence_of_the_day_stands_in_the_text_and_on_the_page()
    {
        var rules = Rules.With(DigestTextIds.Lead, "Good morning, it is {today} & time.");

        var mail = Digest(rules, Entries(rules, Whole));

        mail.Text.ShouldContain("Good morning, it is Friday 20 November 2026 & time.");
        mail.Html.ShouldContain("Good morning, it is Friday 20 November 2026 &amp; time.");
    }

    [Fact]
    public void A_changed_mark_is_words_on_the_page_too()
    {
        var rules = Rules.With(DigestTextIds.MarkNew, "R & D");

        Digest(rules, Entries(rules, Whole)).Html.ShouldContain(">R &amp; D</span>");
    }

    [Fact]
    public void Labels_may_be_changed_and_the_headings_of_the_day_still_stand_for_the_same()
    {
        var rules = Rules.With(FactTextIds.ReferenceLabel, "Case number").With(FactTextIds.WhatLabel, "Matter").With(FactTextIds.OwnerLabel, "Reference");

        var alone = First(On(Today, Late), rules).Text;
        alone.ShouldContain("Case number:");
        alone.ShouldContain("Matter:");
        var text = Digest(rules, Entries(rules, Whole)).Text;
        text.ShouldNotContain("Case number:");
        text.ShouldNotContain("Matter:");
        text.ShouldContain("Reference:      The chair of the review");
    }

    [Theory]
    [InlineData(1, "a single thing waits")]
    [InlineData(2, "2 things wait")]
    public void One_and_many_are_said_each_as_it_is_written(int howMany, string said)
    {
        var rules = Rules.With(CountTextIds.Overdue, "{count} things wait", "a single thing waits");

        Digest(rules, Enumerable.Range(1, howMany).SelectMany(i => Entries(rules, On(Today, Late) with { Reference = $"BEX-{i}" }))).Subject.ShouldBe($"[DHR] {said}");
    }

    [Fact]
    public void Mails_of_many_things_speak_in_the_names_of_their_editions()
    {
        var rules = Rules.Named("edition-2", Dardr, "DARDR")
            .With(DigestTextIds.Lead, "Of each {review} ({short}).").With(BacklogTextIds.Lead, "Of each {review} ({short}).").With(WeekTextIds.Always, "Of each {review} ({short}).");
        var later = On(Today, Late with { Rule = rules.Packs.Single(pack => pack.Id == "edition-2").Timescales[0] }) with { Reference = "BEX-2028-01" };

        Said(Digest(rules, Entries(rules, later))).ShouldBe(("[DARDR] 1 overdue", $"Of each {Dardr} (DARDR)."));
        Said(Digest(rules, Entries(rules, later).Concat(Entries(rules, On(Today, Late))))).ShouldBe(("[DARDR/DHR] 2 overdue", $"Of each {Dardr} (DARDR/DHR)."));
        Said(Backlog(rules, Lines(rules, later))).ShouldBe(("[DARDR] Backlog of Bexley Community Safety Partnership: 1 overdue", $"Of each {Dardr} (DARDR)."));
        Said(WeekWriter.Write(Today, [Calm with { Names = [new ReviewName(Dardr, "DARDR")] }], rules)).ShouldBe(("[DARDR] This week: 1 review, nothing overdue", $"Of each {Dardr} (DARDR)."));
        Said(WeekWriter.Write(Today, [Calm], rules)).ShouldBe(("[DHR] This week: 1 review, nothing overdue", "Of each review (DHR)."));

        static (string, string) Said(Mail mail) => (mail.Subject, OfEach().Match(mail.Text.ReplaceLineEndings(" ")).Value);
    }

    [Fact]
    public void A_subject_is_never_too_long_whatever_the_text() =>
        Digest(Rules.With(DigestTextIds.Subject, $"{new string('x', 300)} {{counts}}"), Entries(Rules.With(DigestTextIds.Subject, $"{new string('x', 300)} {{counts}}"), Whole))
            .Subject.Length.ShouldBe(Mail.SubjectLength);

    [Theory]
    [InlineData(Unreached.Vacant, "The Home Office, a role that nobody holds. It is sent to you instead.")]
    [InlineData(Unreached.NotAllowed, "The Home Office, to whose address no mail may go. It is sent to you instead.")]
    [InlineData(Unreached.Failed, "The Home Office, to whom the mail could not be delivered. It is sent to you instead.")]
    public void Whoever_is_told_in_the_place_of_another_reads_why(Unreached because, string said)
    {
        var assessment = On(Today, Late);
        var notice = new NoticePlanner(Rules).Plan(assessment, SentNotices.None, "england").Notices[0];

        Said(Rules).ShouldContain(said);
        Said(Rules.With(FactTextIds.MeantForVacant, "{role} sits empty").With(FactTextIds.MeantForNotAllowed, "{role} sits empty").With(FactTextIds.MeantForUndelivered, "{role} sits empty"))
            .ShouldContain("The Home Office sits empty");

        string Said(Rulebook rules) => new NoticeWriter(rules).For(assessment).Entry(notice, ["team"], [new InPlaceOf("ministry", because)]).Alone(null).Html;
    }

    private static Assessment Whole => On(Today, Late, Row(Today, Day("2026-11-29"), Tell)) with { Checks = [Failing] };

    private static List<BacklogLine> Mixed(Rulebook rules) =>
    [
        .. Lines(rules, On(Today, Late) with { Checks = [Failing] }),
        .. Lines(rules, On(Today, Row(Today, Day("2026-11-01"))) with { Reference = "BEX-2026-02" }),
        .. Lines(rules, On(Today, Row(TimescaleState.CannotTell)) with { Reference = "BEX-2026-03" }),
    ];

    private static IEnumerable<BacklogLine> Lines(Rulebook rules, Assessment assessment)
    {
        var writer = new NoticeWriter(rules).For(assessment);
        return new NoticePlanner(rules).Plan(assessment, SentNotices.None, "england").Notices.Where(notice => notice.Key.Role == "team").Select(writer.Backlog);
    }

    private static Mail Backlog(Rulebook rules, IEnumerable<BacklogLine> lines) =>
        BacklogWriter.Write(Today, "Bexley Community Safety Partnership", "bexley", [.. lines], 14, rules.Texts);

    private static Mail Digest(Rulebook rules, IEnumerable<DigestEntry> entries) =>
        DigestWriter.Write(new DigestParts { AsOf = Today, Delivery = "0f3a5c7d9e1b2c4d6f8a0b1c", Rulebook = rules, New = DigestWriter.InOrder(entries) });

    private static IEnumerable<DigestEntry> Entries(Rulebook rules, Assessment assessment)
    {
        var writer = new NoticeWriter(rules).For(assessment);
        return new NoticePlanner(rules).Plan(assessment, SentNotices.None, "england").Notices
            .Where(notice => notice.Key.Role == "team").Select(notice => new DigestEntry("Bexley Community Safety Partnership", writer.Entry(notice)));
    }

    private static IEnumerable<string> Words(Mail mail) => Word().Matches(mail.Subject + "\n" + mail.Text).Select(match => match.Value);

    [GeneratedRegex("[A-Za-z]+")]
    private static partial Regex Word();

    [GeneratedRegex(@"Of each [^.]*\.")]
    private static partial Regex OfEach();
}

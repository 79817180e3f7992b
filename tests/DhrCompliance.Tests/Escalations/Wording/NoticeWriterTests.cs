using DhrCompliance.Assessments;
using DhrCompliance.Escalations;
using DhrCompliance.Escalations.Wording;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;
using static DhrCompliance.Tests.Escalations.Ground;
using static DhrCompliance.Tests.Escalations.Wording.Mails;

namespace DhrCompliance.Tests.Escalations.Wording;

public sealed class NoticeWriterTests
{
    [Fact]
    public void An_overdue_report_reads_as_the_example_does()
    {
        var mail = First(On(Today, Late));

        mail.Subject.ShouldBe("[DHR BEX-2026-01] Overdue: complete the overview report (51 days)");
        Golden.Check("overdue.txt", mail.Text, "Overdue: complete the overview report (51 days)");
        Golden.Check("overdue.html", mail.Html, "<h1 style=\"margin:0 0 12px 0;font-size:20px;line-height:1.3;font-family:Arial,Helvetica,sans-serif;"
            + "color:#1d2433;\">Overdue: complete the overview report (51 days)</h1>");
    }

    [Fact]
    public void A_reminder_reads_as_the_example_does()
    {
        var due = Row(Today, Day("2026-11-29")) with { Target = Day("2026-11-27"), Because = [new Reason(ReasonTemplate.DueIn, Number: 9, Number2: 9)] };

        Golden.Check("reminder.txt", First(On(Today, due)).Text, "Due soon: complete the overview report (in 9 days)");
    }

    [Fact]
    public void A_failing_check_reads_as_the_example_does() =>
        Golden.Check("check.txt", First(On(Today) with { Checks = [Failing] }).Text, "Not as it should be: the family saw the report first");

    [Fact]
    public void A_question_reads_as_the_example_does()
    {
        var unclear = Row(TimescaleState.CannotTell) with
        {
            Because = [new Reason(ReasonTemplate.NotRecorded, "written"), new Reason(ReasonTemplate.SettledByDateOf, "written")],
            Missing = ["written"],
        };

        Golden.Check("question.txt", First(On(Today, unclear)).Text, "Cannot be told: complete the overview report");
    }

    [Fact]
    public void What_no_longer_stands_reads_as_the_example_does()
    {
        var key = new NoticeKey("BEX-2026-01", "report", "once", "overdue", 0, "chair", 0);
        var sent = new SentNotices([new SentNotice(key, NoticeKind.Overdue, Day("2026-10-01"), SentState.Told)]);
        var met = Row(TimescaleState.MetLate) with
        {
            Due = On("2026-09-30"),
            MetOn = On("2026-11-18"),
            Because = [new Reason(ReasonTemplate.MetBy, "written", null, On("2026-11-18")), new Reason(ReasonTemplate.Late, Number: 49, Number2: 49)],
        };

        Golden.Check("no-longer-stands.txt", First(On(Today, met), sent: sent).Text, "No longer overdue: complete the overview report");
    }

    [Fact]
    public void An_outstanding_duty_is_asked_for_and_not_called_late()
    {
        var mail = First(On(Today, Row(TimescaleState.Outstanding) with { Started = On("2026-10-16"), AskedFor = On("2026-11-13") }));

        mail.Subject.ShouldBe("[DHR BEX-2026-01] Asked for: complete the overview report (35 days so far)");
        mail.Text.ShouldContain("gives no limit, so it is not late");
        mail.Text.ShouldNotContain("verdue");
    }

    [Fact]
    public void Where_nobody_has_set_a_date_yet_the_date_is_asked_for_too()
    {
        var rule = Report with { Limit = new ByDate([new DateSource(null, "by")], null) };
        var row = Row(TimescaleState.Outstanding, rule) with { Started = On("2026-10-16"), AskedFor = On("2026-10-16") };

        var rules = Rules with { Packs = [Rules.Packs[0] with { Timescales = [rule] }, .. Rules.Packs.Skip(1)] };

        First(On(Today, row), rules).Text.ReplaceLineEndings(" ").ShouldContain("Nobody has set a date for it, so it is not late; it is asked for now, and so is a date.");
    }

    [Fact]
    public void A_duty_due_today_says_so() =>
        First(On(Day("2026-09-30"), Row(Day("2026-09-30"), Day("2026-09-30")))).Subject
            .ShouldBe("[DHR BEX-2026-01] Due soon: complete the overview report (today)");

    [Fact]
    public void An_uncertain_lateness_is_told_as_a_range_and_never_as_a_day() =>
        First(On(Today, Late with { DaysLateAtLeast = 12, DaysLateAtMost = 43 })).Subject.ShouldEndWith("(between 12 and 43 days)");

    [Fact]
    public void An_edition_that_is_not_verified_is_told_as_such()
    {
        var mail = First(On(Today, Late with { Rule = ReportOfTheNext }) with { Editions = ["edition-2"] });

        mail.Text.ReplaceLineEndings(" ").ShouldContain("guidance, stated by the source, not verified");
        mail.Subject.ShouldStartWith("[BEX-2026-01] Overdue");
    }

    [Fact]
    public void A_rule_that_rests_on_a_sensitive_fact_is_not_named()
    {
        var secret = Report with { AppliesWhen = new FactTest { Fact = "secret", Comparison = Comparison.OneOf, Values = ["yes"] } };
        var rules = Rules with { Packs = [Rules.Packs[0] with { Timescales = [secret] }, .. Rules.Packs.Skip(1)] };
        var row = Late with { Rule = secret, Because = [new Reason(ReasonTemplate.FactIs, "secret", "yes"), .. Late.Because] };

        var mail = First(On(Today, row), rules);

        mail.Subject.ShouldBe("[DHR BEX-2026-01] Overdue: a duty that is not named in mail (51 days)");
        foreach (var part in new[] { mail.Text, mail.Html })
        {
            part.ShouldNotContain("overview report");
            part.ShouldNotContain("private");
            part.ShouldNotContain("handbook");
        }
    }

    [Fact]
    public void A_reason_that_tells_a_sensitive_fact_is_left_out_and_the_rest_stays()
    {
        var mail = First(On(Today, Late with { Because = [new Reason(ReasonTemplate.FactIs, "secret", "yes"), .. Late.Because] }));

        mail.Text.ShouldNotContain("private");
        mail.Text.ShouldContain("The clock started with the commission");
    }

    [Theory]
    [InlineData(ReasonTemplate.PausedFor)]
    [InlineData(ReasonTemplate.PauseTooLate)]
    [InlineData(ReasonTemplate.PauseMayRun)]
    [InlineData(ReasonTemplate.ExtendedTo)]
    [InlineData(ReasonTemplate.ExtendedLate)]
    public void What_somebody_typed_into_the_register_never_enters_a_mail(ReasonTemplate template)
    {
        var typed = new Reason(template, "Jane Doe is ill", "Jane Doe agreed", On("2026-05-01"), On("2026-06-01"), 1, 1);

        var mail = First(On(Today, Late with { Because = [typed] }));

        mail.Text.ShouldNotContain("Jane");
        mail.Html.ShouldNotContain("Jane");
    }

    [Fact]
    public void A_title_too_long_is_cut_and_the_days_are_not()
    {
        var wordy = Report with { Title = "Complete " + new string('x', 500) };
        var rules = Rules with { Packs = [Rules.Packs[0] with { Timescales = [wordy] }, .. Rules.Packs.Skip(1)] };

        var subject = First(On(Today, Late with { Rule = wordy }) with { Reference = new string('R', 300) }, rules).Subject;

        subject.Length.ShouldBeLessThanOrEqualTo(Mail.SubjectLength);
        subject.ShouldEndWith("… (51 days)");
    }
}

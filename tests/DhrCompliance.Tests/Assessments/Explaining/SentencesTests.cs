using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Calendars;
using static DhrCompliance.Tests.Assessments.Explaining.Sample;

namespace DhrCompliance.Tests.Assessments.Explaining;

public sealed class SentencesTests
{
    public static TheoryData<ReasonTemplate> Templates { get; } = [.. Enum.GetValues<ReasonTemplate>()];

    [Theory]
    [MemberData(nameof(Templates))]
    public void Every_template_has_a_sentence_whatever_is_left_out(ReasonTemplate template)
    {
        Reason[] reasons =
        [
            new(template),
            new(template, "decision", "told", On("2013-05-29"), On("2013-07-11"), 1, 12),
            new(template, "decision:A3", "csp", DateInterval.Unknown, By("2013-07-11"), 12, 12),
            new(template, "no-such-word", "6 months", Between("2013-07-01", "2013-07-31"), DateInterval.From(Day("2014-01-01")), 0, 3),
        ];
        foreach (var reason in reasons)
        {
            var sentence = Sentences.Of(reason, TheWords);

            sentence.Length.ShouldBeGreaterThan(8);
            char.IsLower(sentence[0]).ShouldBeFalse(sentence);
            ".?”".ShouldContain(sentence[^1], sentence);
            sentence.ShouldNotContain("  ");
            sentence.ShouldNotContain("0001");
            sentence.ShouldNotContain("9999");
        }
    }

    [Fact]
    public void A_template_or_a_version_that_is_not_known_is_refused_by_name()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Sentences.Of(new Reason((ReasonTemplate)9999), TheWords)).Message.ShouldContain("9999");
        Should.Throw<ArgumentOutOfRangeException>(() => Sentences.Of(new Reason(ReasonTemplate.Late), TheWords, version: 2))
            .Message.ShouldContain("versions 1 to 1");
    }

    [Fact]
    public void The_start_is_told_with_its_title_and_its_day() =>
        Say(new Reason(ReasonTemplate.StartedBy, "notified", First: On("2013-05-29")))
            .ShouldBe("The clock started with the notification of the partnership, on Wednesday 29 May 2013.");

    [Fact]
    public void An_unknown_word_is_shown_as_it_is() =>
        Say(new Reason(ReasonTemplate.StartedBy, "no-such-word", First: On("2013-05-29")))
            .ShouldBe("The clock started with no-such-word, on Wednesday 29 May 2013.");

    [Fact]
    public void An_implied_start_names_what_implies_it() =>
        Say(new Reason(ReasonTemplate.StartedByImplied, "decision", "told", By("2013-07-11"), On("2013-07-11")))
            .ShouldBe(
                "The clock started with the decision whether to hold a review, which is not recorded; since the notification of the "
                + "decision to the Home Office was on Thursday 11 July 2013, it happened by Thursday 11 July 2013.");

    [Fact]
    public void A_due_date_says_how_it_was_counted()
    {
        Say(new Reason(ReasonTemplate.DueFrom, Other: "1 month", First: On("2013-05-29"), Second: On("2013-06-29")))
            .ShouldBe("That makes it due by Saturday 29 June 2013: one month, the same date in the next month.");
        Say(new Reason(ReasonTemplate.DueClamped, Other: "1 month", First: On("2025-01-31"), Second: On("2025-02-28")))
            .ShouldBe("That makes it due by Friday 28 February 2025: one month, and February 2025 has no day 31, so its last day stands.");
        Say(new Reason(ReasonTemplate.DueFrom, Other: "10 working days", First: On("2025-01-31"), Second: On("2025-02-14")))
            .ShouldBe("That makes it due by Friday 14 February 2025: ten working days, bank holidays and weekends left out.");
    }

    [Fact]
    public void A_pause_that_has_not_ended_is_told_apart_from_one_that_has()
    {
        Say(new Reason(ReasonTemplate.PausedFor, "other-review", First: On("2025-01-31")))
            .ShouldBe("It is paused (other review); the pause began on Friday 31 January 2025 and no end of it is recorded.");
        Say(new Reason(ReasonTemplate.PausedFor, "inquest", First: On("2025-01-31"), Second: DateInterval.From(Day("2025-02-01"))))
            .ShouldContain("no end of it is recorded");
        Say(new Reason(ReasonTemplate.PausedFor, "inquest", First: On("2025-01-31"), Second: Between("2025-03-01", "2025-03-31")))
            .ShouldBe("It was paused (inquest); the pause began on Friday 31 January 2025 and ended in March 2025.");
        Say(new Reason(ReasonTemplate.PausedFor, "inquest", First: On("2025-01-31"), Second: DateInterval.Unknown))
            .ShouldEndWith("ended on a day that is not recorded.");
    }

    [Theory]
    [InlineData(1, 0, "Late by 1 day.")]
    [InlineData(12, 12, "Late by 12 days.")]
    [InlineData(190, 333, "Late by between 190 and 333 days.")]
    public void Days_are_singular_plural_or_a_range(int fewest, int most, string sentence) =>
        Say(new Reason(ReasonTemplate.Late, Number: fewest, Number2: most)).ShouldBe(sentence);

    [Fact]
    public void The_last_day_is_in_time()
    {
        Say(new Reason(ReasonTemplate.InTime)).ShouldBe("In time, on the last day.");
        Say(new Reason(ReasonTemplate.InTime, Number: 1, Number2: 1)).ShouldBe("In time, with 1 day to spare.");
    }

    [Fact]
    public void A_pause_of_which_no_day_is_known_says_so_once() =>
        Say(new Reason(ReasonTemplate.PausedFor, "inquest", First: Between("2025-01-02", "2026-01-31"), Second: Between("2025-01-02", "2026-01-31")))
            .ShouldBe("It was paused (inquest), from and until a day that is not recorded, both between Thursday 2 January 2025 and Saturday 31 January 2026.");

    [Fact]
    public void What_is_missing_altogether_is_asked_for_as_a_record()
    {
        Say(new Reason(ReasonTemplate.AskFact, "told")).ShouldBe("What is known of the notification of the decision to the Home Office? Nothing is recorded.");
        Say(new Reason(ReasonTemplate.SettledByFact, "told")).ShouldBe("To settle it: a record of the notification of the decision to the Home Office.");
        Say(new Reason(ReasonTemplate.SettledByFact, "parallel"))
            .ShouldBe("To settle it: the answer to “Is another review of this death under way?”");
    }

    [Fact]
    public void A_fact_is_told_as_its_question_and_a_condition_by_its_title()
    {
        Say(new Reason(ReasonTemplate.FactIs, "parallel", "yes")).ShouldBe("Is another review of this death under way? Yes.");
        Say(new Reason(ReasonTemplate.FactIs, "declined", "no")).ShouldBe("Every family contact declined: no.");
        Say(new Reason(ReasonTemplate.AskFact, "parallel", "S1")).ShouldBe("S1: Is another review of this death under way?");
    }

    [Fact]
    public void What_a_pause_lacks_is_asked_for_in_words() =>
        Say(new Reason(ReasonTemplate.AskPauseTerms, "inquest", "agreed-by,review-by", On("2025-01-31"))).ShouldBe(
            "The pause (inquest) that began on Friday 31 January 2025 has no record of who agreed it and when it will be looked at again; "
            + "what was agreed?");

    private static string Say(in Reason reason) => Sentences.Of(reason, TheWords);
}

using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Tests.RealTimelines;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Tests.Assessments.Explaining;

/// <summary>Rounds counted, and whose time each was, by the vocabulary that ships.</summary>
public sealed class ReportRoundTests
{
    private static readonly Vocabulary Words = RuleFiles.Read().Vocabulary;

    private static readonly DateOnly AsOf = new(2026, 11, 20);

    [Fact]
    public void Nothing_that_was_sent_gives_no_round() => Rounds().ShouldBeEmpty();

    [Fact]
    public void A_round_that_waits_for_its_answer_is_the_answerers_time_until_today()
    {
        var round = Rounds(On("submitted", "2026-11-01")).ShouldHaveSingleItem();

        (round.Number, round.Awaited, round.HeldNow).ShouldBe((1, "qa-outcome", "home-office"));
        Held(round).ShouldBe("home-office 19");
    }

    [Fact]
    public void The_time_is_the_answerers_until_the_letter_was_received_and_the_teams_from_that_day()
    {
        var rounds = Rounds(On("submitted", "2026-01-10"), Answered("2026-03-04", "resubmit", "2026-03-20"), On("submitted", "2026-04-01"));

        rounds.Select(round => round.Number).ShouldBe([1, 2]);
        Held(rounds[0]).ShouldBe("csp-team 12, home-office 69");
        rounds[0].Awaited.ShouldBeNull();
        rounds[0].LearnedOn.ShouldBe(DateInterval.On(new(2026, 3, 20)));
        rounds[1].HeldNow.ShouldBe("home-office");
    }

    [Theory]
    [InlineData("resubmit", "submitted", "csp-team")]
    [InlineData("approved", null, null)]
    [InlineData("approved-with-changes", null, null)]
    public void After_an_answer_another_round_is_awaited_only_where_the_vocabulary_lets_one_follow(string outcome, string? awaited, string? holder)
    {
        var round = Rounds(On("submitted", "2026-01-10"), Answered("2026-03-04", outcome, null)).ShouldHaveSingleItem();

        (round.Awaited, round.HeldNow).ShouldBe((awaited, holder));
    }

    [Fact]
    public void A_case_that_is_closed_awaits_nothing_and_nobodys_time_is_counted_until_today()
    {
        var round = ReportRound.Of(File(On("submitted", "2026-01-10")), Words, AsOf, isLive: false).ShouldHaveSingleItem();

        (round.Awaited, round.Held).ShouldBe((null, null));
    }

    [Fact]
    public void An_answer_without_a_sending_is_a_round_whose_time_cannot_be_told()
    {
        var round = Rounds(Answered("2026-03-04", "resubmit", null)).ShouldHaveSingleItem();

        (round.Sent, round.Held, round.HeldNow).ShouldBe((null, null, "csp-team"));
    }

    [Fact]
    public void What_happens_after_the_day_is_not_there_yet()
    {
        Rounds(On("submitted", "2026-11-21")).ShouldBeEmpty();
        Rounds(On("submitted", "2026-11-20")).ShouldHaveSingleItem();
        Rounds(On("submitted", "2026-11-19")).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_pause_is_nobodys_time_and_what_else_happens_in_between_divides_nothing()
    {
        var rounds = Rounds(
            On("submitted", "2026-01-10"), On("family-updated", "2026-02-01"), Answered("2026-03-04", "resubmit", null),
            On("pause-started", "2026-03-14", ("reason", "dispute")), On("pause-ended", "2026-03-24", ("reason", "dispute")), On("submitted", "2026-04-03"));

        Held(rounds[0]).ShouldBe("csp-team 20, home-office 53, dispute 10");
    }

    private static string Held(ReportRound round)
    {
        round.Held.ShouldNotBeNull();
        round.Held.Unexplained.ShouldBe(0);
        return string.Join(", ", round.Held.Parts.Select(part => $"{part.Who} {part.Days}"));
    }

    private static ImmutableArray<ReportRound> Rounds(params CaseEvent[] events) => ReportRound.Of(File(events), Words, AsOf, isLive: true);

    private static CaseFile File(params CaseEvent[] events) => new()
    {
        Reference = "C1",
        Partnership = "bexley",
        Jurisdiction = "england",
        Events = [.. events.Select((one, i) => one with { Id = $"E{i}" })],
    };

    private static CaseEvent Answered(string day, string outcome, string? received) => received is null
        ? On("qa-outcome", day, ("outcome", outcome))
        : On("qa-outcome", day, ("outcome", outcome), ("letter-received", received));

    private static CaseEvent On(string word, string day, params (string Key, string Value)[] with) => new()
    {
        Id = "",
        Event = word,
        Date = DateInterval.On(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        Attributes = with.ToImmutableDictionary(pair => pair.Key, pair => pair.Value),
    };
}

using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Vocabularies;
using FsCheck;
using FsCheck.Fluent;
using static DhrCompliance.Tests.Assessments.Explaining.Sample;

namespace DhrCompliance.Tests.Assessments.Explaining;

public sealed class HeldTimeTests
{
    private static readonly CaseFile File = SampleRules.TheFile;

    [Fact]
    public void Each_day_goes_to_whoever_holds_the_next_event_and_the_parts_sum_to_the_whole()
    {
        var held = Held(File, "2025-12-01", "2026-11-20", awaited: "report");

        held.Parts.ShouldBe([new("chair", false, 314), new("csp", false, 40)]);
        held.Total.ShouldBe(354);
        held.Unexplained.ShouldBe(0);
    }

    [Fact]
    public void Days_after_the_last_event_are_nobodys_where_nothing_is_awaited()
    {
        var held = Held(File, "2025-12-01", "2026-11-20");

        held.Parts.ShouldBe([new("csp", false, 40)]);
        held.Unexplained.ShouldBe(314);
    }

    [Theory]
    [InlineData("2026-02-01", 22, 59)]
    [InlineData("2026-01-10", 0, 81)]
    [InlineData(null, 0, 81)]
    public void Until_the_partnership_was_told_of_it_the_time_is_that_of_whoever_held_it(string? told, int csp, int chair)
    {
        var words = TheWords with
        {
            Events = [.. TheWords.Events.Select(kind => kind.Name == "decision"
                ? kind with { Attributes = [new AttributeType { Name = "letter", Type = ValueKind.Date, Means = AttributeMeaning.Told }] }
                : kind)],
        };
        var file = File with { Events = [.. File.Events.Select(one => one.Event == "decision" && told is not null ? one with { Attributes = one.Attributes.SetItem("letter", told) } : one)] };

        var held = HeldTime.Of(file, words, On("2026-01-10"), On("2026-04-01"), "report").ShouldNotBeNull();

        (held.Parts.Where(part => part.Who == "csp").Sum(part => part.Days), held.Parts.Where(part => part.Who == "chair").Sum(part => part.Days)).ShouldBe((csp, chair));
    }

    [Fact]
    public void Paused_days_go_to_the_reason_of_the_pause()
    {
        var paused = With(Pause("stopped", On("2026-02-01"), "inquest"), Pause("resumed", On("2026-03-01"), null));

        Held(paused, "2026-01-10", "2026-04-01", awaited: "report").Parts
            .ShouldBe([new("chair", false, 22 + 31), new("inquest", true, 28)]);
        Held(paused, "2026-01-10", "2026-04-01", awaited: "report").Spans.ShouldBe(
        [
            new("chair", false, Day("2026-01-10"), Day("2026-02-01")), new("inquest", true, Day("2026-02-01"), Day("2026-03-01")),
            new("chair", false, Day("2026-03-01"), Day("2026-04-01")),
        ]);
    }

    [Fact]
    public void A_pause_without_an_end_runs_on() =>
        Held(With(Pause("stopped", On("2026-02-01"), "inquest")), "2026-01-10", "2026-04-01", awaited: "report").Parts
            .ShouldBe([new("chair", false, 22), new("inquest", true, 59)]);

    [Fact]
    public void Days_that_may_have_been_paused_are_nobodys()
    {
        var held = Held(
            With(Pause("stopped", Between("2026-02-01", "2026-02-10"), "inquest"), Pause("resumed", On("2026-03-01"), "inquest")),
            "2026-01-10", "2026-04-01", awaited: "report");

        held.Parts.ShouldBe([new("chair", false, 22 + 31), new("inquest", true, 19)]);
        held.Unexplained.ShouldBe(9);
    }

    [Fact]
    public void Days_before_an_event_known_in_part_that_another_held_are_nobodys()
    {
        var file = File with { Events = [File.Events[0], new CaseEvent { Id = "E", Event = "decision", Date = Between("2026-01-01", "2026-01-31") }] };

        var held = Held(file, "2025-12-01", "2026-06-01", awaited: "report");

        held.Parts.ShouldBe([new("chair", false, 121)]);
        held.Unexplained.ShouldBe(61);
    }

    [Fact]
    public void An_end_that_is_not_known_to_the_day_gives_nothing()
    {
        HeldTime.Of(File, TheWords, Between("2026-01-01", "2026-01-02"), On("2026-02-01")).ShouldBeNull();
        HeldTime.Of(File, TheWords, On("2026-01-01"), DateInterval.Unknown).ShouldBeNull();
        HeldTime.Of(File, TheWords, On("2026-01-02"), On("2026-01-01")).ShouldBeNull();
        HeldTime.Of(File, TheWords, On("2026-01-02"), On("2026-01-02"))!.Total.ShouldBe(0);
    }

    [Fact]
    public void Parts_and_the_unexplained_always_sum_to_the_whole_and_agree_with_a_count_day_by_day() =>
        Check.QuickThrowOnFailure(Prop.ForAll(Files.ToArbitrary(), file =>
        {
            var (start, end) = (Day("2026-01-01"), Day("2026-03-01"));
            var whole = Held(file, "2026-01-01", "2026-03-01", awaited: "report");
            var byDay = Enumerable.Range(start.DayNumber, end.DayNumber - start.DayNumber)
                .Select(day => HeldTime.Of(
                    file, TheWords, DateInterval.On(DateOnly.FromDayNumber(day)), DateInterval.On(DateOnly.FromDayNumber(day + 1)),
                    file.Events.Any(e => e.Event is "report") ? null : "report"))
                .ToList();

            whole.Unexplained.ShouldBeGreaterThanOrEqualTo(0);
            (whole.Parts.Sum(part => part.Days) + whole.Unexplained).ShouldBe(59);
            byDay.Count.ShouldBe(whole.Total);
            whole.Parts.Where(part => part.IsPause).Sum(part => part.Days)
                .ShouldBe(byDay.Sum(day => day!.Parts.Where(part => part.IsPause).Sum(part => part.Days)));
        }));

    private static Gen<CaseFile> Files =>
        from events in (
            from word in Gen.Elements("notified", "decision", "told", "stopped", "resumed")
            from day in Gen.Choose(0, 70)
            from width in Gen.Choose(0, 12)
            select Pause(word, new DateInterval(Day("2025-12-25").AddDays(day), Day("2025-12-25").AddDays(day + width)), "inquest"))
            .ListOf()
        select File with { Events = [.. events.Select((e, i) => e with { Id = $"E{i}" })] };

    private static HeldTime Held(CaseFile file, string from, string until, string? awaited = null)
    {
        var held = HeldTime.Of(file, TheWords, On(from), On(until), awaited).ShouldNotBeNull();
        (held.Parts.Sum(part => part.Days) + held.Unexplained).ShouldBe(held.Total);
        foreach (var part in held.Parts)
        {
            held.Spans.Where(span => span.Who == part.Who && span.IsPause == part.IsPause).Sum(span => span.Until.DayNumber - span.From.DayNumber).ShouldBe(part.Days);
        }

        held.Spans.Zip(held.Spans.Skip(1)).ShouldAllBe(pair => pair.First.Until <= pair.Second.From);
        return held;
    }

    private static CaseFile With(params CaseEvent[] events) => File with { Events = [.. File.Events, .. events] };

    private static CaseEvent Pause(string word, DateInterval date, string? reason) => new()
    {
        Id = word + date,
        Event = word,
        Date = date,
        Attributes = reason is null ? ImmutableDictionary<string, string>.Empty : ImmutableDictionary<string, string>.Empty.Add("reason", reason),
    };
}

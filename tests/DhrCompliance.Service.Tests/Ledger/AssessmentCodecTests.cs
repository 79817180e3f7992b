using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Vocabularies;
using FsCheck;
using FsCheck.Fluent;

namespace DhrCompliance.Service.Tests.Ledger;

public sealed class AssessmentCodecTests
{
    private static readonly Criterion Criterion = new() { Pack = "p", Id = "criterion", Title = "t", When = new AllOf([]) };

    private static readonly Timescale Timescale = new()
    {
        Pack = "p",
        Id = "timescale",
        Title = "t",
        Limit = new Promptly(default!),
        MetBy = new MetByEvent(new EventPattern { Event = "e" }),
    };

    private static readonly DhrCompliance.Rulebooks.Check Check = new() { Pack = "p", Id = "check", Title = "t" };

    private static readonly Rulebook Rulebook = new()
    {
        Vocabulary = new Vocabulary(),
        Packs = [new Pack { Id = "p", Title = "P", Criteria = [Criterion], Timescales = [Timescale], Checks = [Check] }],
        Paths = [],
        Calendars = ImmutableDictionary<string, HolidayCalendar>.Empty,
        Hash = "sha256:x",
    };

    [Fact]
    public void Every_assessment_comes_back_as_it_was()
    {
        using var codec = new AssessmentCodec();
        var reader = new AssessmentReader(Rulebook);
        FsCheck.Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(200),
            Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
            {
                var assessment = Some(new Random(seed));
                var back = reader.Read(codec.Encode(assessment).Payload);
                Text(back).ShouldBe(Text(assessment));
            }));
    }

    [Fact]
    public void What_follows_from_the_day_alone_is_stored_and_is_no_change()
    {
        var today = Overdue(51) with { AsOf = new DateOnly(2026, 11, 20), NextChangeOn = new DateOnly(2026, 12, 1) };
        var tomorrow = Overdue(52) with { AsOf = new DateOnly(2026, 11, 21), NextChangeOn = new DateOnly(2026, 12, 2) };

        using var codec = new AssessmentCodec();
        var first = codec.Encode(today);
        var second = codec.Encode(tomorrow);

        second.Digest.ShouldBe(first.Digest);
        new AssessmentReader(Rulebook).Read(second.Payload).Timescales.Single().Because.Single().Number.ShouldBe(52);
    }

    [Fact]
    public void Every_change_of_a_conclusion_is_a_change()
    {
        var row = Overdue(51).Timescales.Single();
        Assessment With(TimescaleResult changed) => Overdue(51) with { Timescales = [changed] };
        Assessment[] changed =
        [
            With(row with { State = TimescaleState.Met }),
            With(row with { Possible = row.Possible.With(TimescaleState.Met) }),
            With(row with { Instance = "E2" }),
            With(row with { Due = DateInterval.On(new DateOnly(2026, 1, 1)) }),
            With(row with { MetOn = DateInterval.Unknown }),
            With(row with { Provisional = true }),
            With(row with { Missing = ["decision"] }),
            With(row with { Because = [new Reason(ReasonTemplate.OverdueBy, Word: "w", Number: 51, Number2: 51)] }),
            With(row with { Because = [new Reason(ReasonTemplate.MovedByPauses, Number: 51, Number2: 51)] }),
            With(row with { Because = [new Reason(ReasonTemplate.MovedByPauses, Number: 51, Number2: 52)] }),
            Overdue(51) with { Live = true },
            Overdue(51) with { Editions = ["other"] },
            Overdue(51) with { ReopenedOn = DateInterval.Unknown },
            Overdue(51) with { Failures = [new RuleFailure("p/x", "broke")] },
            Overdue(51) with { Questions = [new Question("w", new Reason(ReasonTemplate.AskDate), 2)] },
            Overdue(51) with { Milestones = [new Milestone("a", "b", 1, 2)] },
        ];

        using var codec = new AssessmentCodec();
        changed.Select(each => codec.Encode(each).Digest).Append(codec.Encode(Overdue(51)).Digest).Distinct().Count()
            .ShouldBe(changed.Length + 1);
    }

    [Fact]
    public void An_interval_nobody_knows_is_told_apart_from_none()
    {
        var assessment = Overdue(1) with
        {
            Questions = [new Question("w", new Reason(ReasonTemplate.AskDate, "w", null, DateInterval.Unknown), 0)],
        };
        using var codec = new AssessmentCodec();

        var back = new AssessmentReader(Rulebook).Read(codec.Encode(assessment).Payload);

        back.Questions.Single().Reason.First.ShouldBe(DateInterval.Unknown);
        back.Questions.Single().Reason.Second.ShouldBe(default);
    }

    [Fact]
    public void A_damaged_payload_or_one_of_another_rulebook_is_told()
    {
        using var codec = new AssessmentCodec();
        var payload = codec.Encode(Overdue(51)).Payload.ToArray();
        var reader = new AssessmentReader(Rulebook);

        Should.Throw<InvalidDataException>(() => reader.Read(Array.Empty<byte>()));
        Should.Throw<InvalidDataException>(() => reader.Read(payload.AsMemory(0, payload.Length - 5)));
        Should.Throw<InvalidDataException>(() => reader.Read(new byte[] { 1, 0x7f, 0xff, 0xff, 0xff, 0 }));
        Should.Throw<InvalidDataException>(() => new AssessmentReader(Rulebook with { Packs = [] }).Read(payload))
            .Message.ShouldContain("p/timescale");
    }

    private static Assessment Overdue(int days) => new()
    {
        Reference = "BEX-1",
        AsOf = new DateOnly(2026, 11, 20),
        Live = false,
        Editions = [],
        Criteria = [],
        Checks = [],
        Milestones = [],
        Questions = [],
        Failures = [],
        NextChangeOn = null,
        Timescales =
        [
            new TimescaleResult
            {
                Rule = Timescale,
                Instance = "once",
                State = TimescaleState.Overdue,
                Possible = StateSet.Of(TimescaleState.Overdue),
                DaysLateAtLeast = days,
                DaysLateAtMost = days,
                DaysLateAgainstOriginalAtLeast = days,
                DaysLateAgainstOriginalAtMost = days,
                Because = [new Reason(ReasonTemplate.OverdueBy, Number: days, Number2: days)],
            },
        ],
    };

    private static Assessment Some(Random random) => new()
    {
        Reference = Word(random),
        AsOf = Day(random),
        Live = Maybe(random),
        Editions = Many(random, Word),
        Criteria = Many(random, r => new CriterionResult(Criterion, One<Answer>(r), Many(r, Word), Many(r, Reason))),
        Timescales = Many(random, SomeTimescale),
        Checks = Many(random, r => new CheckResult
        {
            Rule = Check,
            Instance = Word(r),
            Item = Maybe(r) ? Word(r) : null,
            State = One<CheckState>(r),
            At = Perhaps(r),
            Missing = Many(r, Word),
            Because = Many(r, Reason),
        }),
        Milestones = Many(random, r => new Milestone(Word(r), Word(r), r.Next(100), r.Next(1000))),
        ReopenedOn = Perhaps(random),
        Questions = Many(random, r => new Question(Word(r), Reason(r), r.Next(5))),
        Failures = Many(random, r => new RuleFailure(Word(r), Word(r))),
        NextChangeOn = Maybe(random) ? Day(random) : null,
    };

    private static TimescaleResult SomeTimescale(Random random) => new()
    {
        Rule = Timescale,
        Instance = Word(random),
        Item = Maybe(random) ? Word(random) : null,
        State = One<TimescaleState>(random),
        Possible = new StateSet(random.Next(1, 1 << 12)),
        Started = Perhaps(random),
        OriginalDue = Perhaps(random),
        Due = Perhaps(random),
        Target = Maybe(random) ? Day(random) : null,
        AskedFor = Perhaps(random),
        MetOn = Perhaps(random),
        DaysLateAtLeast = random.Next(100),
        DaysLateAtMost = random.Next(1000),
        DaysLateAgainstOriginalAtLeast = random.Next(100),
        DaysLateAgainstOriginalAtMost = random.Next(1000),
        Provisional = Maybe(random),
        Missing = Many(random, Word),
        Because = Many(random, Reason),
    };

    private static Reason Reason(Random random) => new(
        One<ReasonTemplate>(random),
        Maybe(random) ? Word(random) : null,
        Maybe(random) ? Word(random) : null,
        Perhaps(random) ?? default,
        Perhaps(random) ?? default,
        Maybe(random) ? random.Next(-5, 500) : 0,
        Maybe(random) ? random.Next(-5, 500) : 0);

    private static DateInterval? Perhaps(Random random) => random.Next(5) switch
    {
        0 => null,
        1 => DateInterval.On(Day(random)),
        2 => DateInterval.UpTo(Day(random)),
        3 => DateInterval.From(Day(random)),
        _ => DateInterval.Unknown,
    };

    private static DateOnly Day(Random random) => new DateOnly(2010, 1, 1).AddDays(random.Next(9000));

    private static bool Maybe(Random random) => random.Next(2) == 0;

    private static string Word(Random random) => new[] { "decision", "ŵ \"quoted\" <b>", "𝒫/x", "a\nb", "" }[random.Next(5)];

    private static T One<T>(Random random)
        where T : struct, Enum => Enum.GetValues<T>()[random.Next(Enum.GetValues<T>().Length)];

    private static ImmutableArray<T> Many<T>(Random random, Func<Random, T> one) =>
        [.. Enumerable.Range(0, random.Next(4)).Select(_ => one(random))];

    /// <summary>Records do not compare what is in their arrays.</summary>
    private static string Text(Assessment assessment) => string.Join('\n',
    [
        $"{assessment.Reference} {assessment.AsOf:o} {assessment.Live} {assessment.ReopenedOn} {assessment.NextChangeOn:o} {string.Join(',', assessment.Editions)}",
        .. assessment.Criteria.Select(each => $"{each.Rule.FullName} {each.Answer} {string.Join(',', each.Missing)} {string.Join(';', each.Because)}"),
        .. assessment.Timescales.Select(each => each with { Missing = [], Because = [] }).Select(each => each.ToString()),
        .. assessment.Timescales.Select(each => $"{string.Join(',', each.Missing)} {string.Join(';', each.Because)}"),
        .. assessment.Checks.Select(each => $"{each.Instance} {each.Item} {each.State} {each.At} {string.Join(',', each.Missing)} {string.Join(';', each.Because)}"),
        .. assessment.Milestones.Select(each => each.ToString()),
        .. assessment.Questions.Select(each => each.ToString()),
        .. assessment.Failures.Select(each => each.ToString()),
    ]);
}

using DhrCompliance.Escalations;
using DhrCompliance.Rulebooks;
using static DhrCompliance.Tests.Escalations.Ground;

namespace DhrCompliance.Tests.Escalations;

public sealed class GravityTests
{
    private static readonly DateOnly Due = Day("2026-07-10");
    private static readonly DateOnly Now = Due.AddDays(30);

    /// <summary>Each is more serious than the next, and by that alone.</summary>
    private static readonly Gravity[] Falling =
    [
        new(NoticeKind.Overdue, Force.Statute, Basis.Stated, 2),
        new(NoticeKind.Overdue, Force.Statute, Basis.Stated, 1),
        new(NoticeKind.Overdue, Force.Statute, Basis.Read, 9),
        new(NoticeKind.Overdue, Force.Statute, Basis.Proposed, 99),
        new(NoticeKind.Overdue, Force.Guidance, Basis.Stated, 999),
        new(NoticeKind.Overdue, Force.Local, Basis.Stated, 999),
        new(NoticeKind.Overdue, Force.GoodPractice, Basis.Stated, 999),
        new(NoticeKind.CheckFails, Force.Statute, Basis.Stated, 999),
        new(NoticeKind.Outstanding, Force.Statute, Basis.Stated, 999),
        new(NoticeKind.Reminder, Force.Statute, Basis.Stated, -1),
        new(NoticeKind.Reminder, Force.Statute, Basis.Stated, -14),
        new(NoticeKind.Question, Force.Statute, Basis.Stated, 0),
        new(NoticeKind.NoLongerStands, Force.Statute, Basis.Stated, 0),
    ];

    [Fact]
    public void The_most_serious_comes_first()
    {
        Falling.Reverse().Order().ShouldBe(Falling);
        foreach (var (one, other) in Falling.Zip(Falling.Skip(1)))
        {
            (one < other, one <= other, one > other, one >= other, other > one).ShouldBe((true, true, false, false, true));
        }
    }

    [Fact]
    public void The_days_late_are_those_that_are_certain() =>
        Gravity.Of(Overdue(Report), Now).ShouldBe(new Gravity(NoticeKind.Overdue, Force.Guidance, Basis.Stated, 30));

    [Fact]
    public void Notices_as_serious_as_each_other_come_by_name()
    {
        var (one, other) = (Overdue(Report), Overdue(Tell));

        new[] { one, other }.Order(Gravity.GravestFirst(Now)).ShouldBe([other, one]);
        new[] { other, one }.Order(Gravity.GravestFirst(Now)).ShouldBe([other, one]);
        new[] { other, one with { Rule = Report with { Force = Force.Statute } } }.Order(Gravity.GravestFirst(Now)).First().Key.ShouldBe(one.Key);
    }

    private static Notice Overdue(Timescale rule) => new NoticePlanner(Rules)
        .Plan(On(Now, Row(Now, Due, rule)), SentNotices.None, "england").Notices.First(notice => notice.Key.Role == "team");
}

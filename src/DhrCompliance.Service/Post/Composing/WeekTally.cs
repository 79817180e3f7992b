using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Escalations;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Service.Post.Composing;

/// <summary>What stands of the cases of one partnership.</summary>
internal sealed class WeekTally
{
    private readonly Dictionary<NoticeKind, int> _standing = [];
    private readonly HashSet<ReviewName> _names = [];

    public int Reviews { get; private set; }

    public int Explained { get; private set; }

    public int GoodPractice { get; private set; }

    public int Failed { get; private set; }

    public ImmutableDictionary<NoticeKind, int> Standing => _standing.ToImmutableDictionary();

    /// <summary>What its live reviews are called.</summary>
    public ImmutableArray<ReviewName> Names => [.. _names];

    public void Add(Assessment assessment, bool isReview, Rulebook rulebook)
    {
        if (!assessment.Failures.IsDefaultOrEmpty)
        {
            Failed++;
        }

        if (!assessment.Live)
        {
            return;
        }

        Reviews += isReview ? 1 : 0;
        _names.UnionWith(ReviewName.Of(assessment, rulebook));

        // Where several editions could govern there is a row for each; the duty is one.
        foreach (var row in assessment.Timescales.DistinctBy(row => (row.Rule.Id, row.Instance)))
        {
            Add(row.Rule, KindOf(row.State), row.Because);
        }

        foreach (var row in assessment.Checks.DistinctBy(row => (row.Rule.Id, row.Instance)))
        {
            Add(row.Rule, row.State == CheckState.Fails ? NoticeKind.CheckFails : row.State == CheckState.CannotTell ? NoticeKind.Question : null, row.Because);
        }
    }

    public void AddFailed() => Failed++;

    private void Add(Rule rule, NoticeKind? kind, ImmutableArray<Reason> because)
    {
        if (kind is not { } stands)
        {
            return;
        }

        if (rule.Force == Force.GoodPractice)
        {
            GoodPractice += stands is NoticeKind.Overdue or NoticeKind.Outstanding or NoticeKind.CheckFails ? 1 : 0;
            return;
        }

        _standing[stands] = _standing.GetValueOrDefault(stands) + 1;
        Explained += stands == NoticeKind.Overdue && because.Any(reason => reason.Template == ReasonTemplate.ExplainedUntil) ? 1 : 0;
    }

    private static NoticeKind? KindOf(TimescaleState state) => state switch
    {
        TimescaleState.Overdue => NoticeKind.Overdue,
        TimescaleState.Outstanding => NoticeKind.Outstanding,
        TimescaleState.DueSoon => NoticeKind.Reminder,
        TimescaleState.CannotTell => NoticeKind.Question,
        _ => null,
    };
}

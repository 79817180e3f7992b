namespace DhrCompliance.Benchmarks.HandWritten;

/// <summary>Days from each milestone to the next that has come.</summary>
internal static class HandMilestones
{
    public static void Add(HandCase review, DateOnly asOf, List<int> milestones)
    {
        var last = review.Death;
        if (last > asOf)
        {
            return;
        }

        Add(review.Notified, asOf, ref last, milestones);
        Add(review.Decided, asOf, ref last, milestones);
        Add(First(review.ReportCompleted), asOf, ref last, milestones);
        Add(First(review.Submitted), asOf, ref last, milestones);
        Add(review.Outcomes.Length > 0 ? review.Outcomes[0].On : HandCase.Never, asOf, ref last, milestones);
        Add(review.Published, asOf, ref last, milestones);
        Add(review.Closed, asOf, ref last, milestones);
    }

    private static DateOnly First(DateOnly[] days) => days.Length > 0 ? days[0] : HandCase.Never;

    private static void Add(DateOnly day, DateOnly asOf, ref DateOnly last, List<int> milestones)
    {
        if (day <= asOf)
        {
            milestones.Add(Math.Max(0, day.DayNumber - last.DayNumber));
            last = day;
        }
    }
}

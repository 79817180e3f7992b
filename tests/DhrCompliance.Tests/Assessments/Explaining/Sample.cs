using DhrCompliance.Calendars;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Tests.Assessments.Explaining;

/// <summary>A small vocabulary for sentences.</summary>
internal static class Sample
{
    public static Vocabulary TheWords { get; } = new()
    {
        Events =
        [
            new EventKind { Name = "notified", Title = "the notification of the partnership", Milestone = true },
            new EventKind { Name = "decision", Title = "the decision whether to hold a review", HeldBy = "csp", Milestone = true },
            new EventKind { Name = "told", Title = "the notification of the decision to the Home Office" },
            new EventKind
            {
                Name = "stopped",
                Title = "the start of a pause",
                Means = EventMeaning.PauseStart,
                Attributes =
                [
                    new AttributeType { Name = "reason", Type = ValueKind.Choice, Means = AttributeMeaning.Reason },
                    new AttributeType { Name = "agreed-by", Type = ValueKind.Text, Means = AttributeMeaning.AgreedBy },
                    new AttributeType { Name = "review-by", Type = ValueKind.Date, Means = AttributeMeaning.ReviewBy },
                ],
            },
            new EventKind
            {
                Name = "resumed",
                Title = "the end of the pause",
                Means = EventMeaning.PauseEnd,
                Attributes = [new AttributeType { Name = "reason", Type = ValueKind.Choice, Means = AttributeMeaning.Reason }],
            },
            new EventKind { Name = "report", Title = "the completion of the report", HeldBy = "chair", Milestone = true },
        ],
        Facts =
        [
            new FactType { Name = "parallel", Question = "Is another review of this death under way?", Type = ValueKind.YesNo },
            new FactType { Name = "private", Question = "Is this private?", Type = ValueKind.YesNo, Sensitive = true },
        ],
        Roles =
        [
            new RoleType { Name = "csp", Title = "the community safety partnership", BoundTo = RoleBinding.Partnership },
            new RoleType { Name = "chair", Title = "the chair of the review", BoundTo = RoleBinding.Case },
        ],
        Conditions = [new NamedCondition { Name = "declined", Title = "every family contact declined", When = new AllOf([]) }],
    };

    public static DateInterval On(string day) => DateInterval.On(Day(day));

    public static DateInterval Between(string earliest, string latest) => new(Day(earliest), Day(latest));

    public static DateInterval By(string latest) => DateInterval.UpTo(Day(latest));

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

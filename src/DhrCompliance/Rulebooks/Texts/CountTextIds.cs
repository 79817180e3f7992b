using System.Collections.Immutable;

namespace DhrCompliance.Rulebooks.Texts;

/// <summary>The texts of how things are counted.</summary>
public static class CountTextIds
{
    /// <summary>Overdue.</summary>
    public static TextId Overdue { get; } = new("counts", "overdue", "A part of {counts} in a subject or a heading: overdue.", "count") { Needs = ["count"] };

    /// <summary>Not as it should be.</summary>
    public static TextId CheckFails { get; } = new("counts", "check-fails", "The same: checks that fail.", "count") { Needs = ["count"] };

    /// <summary>Asked for.</summary>
    public static TextId Outstanding { get; } = new("counts", "outstanding", "The same: asked for, without a limit.", "count") { Needs = ["count"] };

    /// <summary>Due soon.</summary>
    public static TextId Reminder { get; } = new("counts", "reminder", "The same: due soon.", "count") { Needs = ["count"] };

    /// <summary>Questions.</summary>
    public static TextId Question { get; } = new("counts", "question", "The same: what cannot be told.", "count") { Needs = ["count"] };

    /// <summary>No longer so.</summary>
    public static TextId NoLongerStands { get; } = new("counts", "no-longer-stands", "The same: what no longer stands.", "count") { Needs = ["count"] };

    /// <summary>Reviews.</summary>
    public static TextId Reviews { get; } = new("counts", "reviews", "Stands for {reviews} in the summary and the mail of the week.", "count") { Needs = ["count"] };

    /// <summary>All of them, as they are listed to people.</summary>
    public static ImmutableArray<TextId> All { get; } =
    [
        Overdue, CheckFails, Outstanding, Reminder, Question, NoLongerStands, Reviews,
    ];
}

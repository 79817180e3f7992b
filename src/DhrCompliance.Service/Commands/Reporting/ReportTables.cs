using DhrCompliance.Service.Reports.Data;

namespace DhrCompliance.Service.Commands.Reporting;

/// <summary>The ids of a report's tables, for help and completion; a test holds them to what the report has.</summary>
/// <param name="Fixed">Those that are there under any vocabulary.</param>
/// <param name="HasItems">True: there is one more for each kind of item that the vocabulary says the report tells of.</param>
internal sealed record ReportTables(IReadOnlyList<string> Fixed, bool HasItems)
{
    public static ReportTables Overview { get; } = new(
        ["reviews", "milestones", "planned", "held", "standings", "due-soon", "overdue", "questions", "failures", ReportData.About], HasItems: false);

    public static ReportTables Board { get; } = new(
        [
            "reviews", "milestones", "planned", "held", "standings", "changes", "completions", "due-soon", "overdue",
            "events", "due-dates", "pauses", "review-remarks", "partnerships", ReportData.About,
        ],
        HasItems: true);

    public static ReportTables Case { get; } = new(
        [
            "rules", "events", "due-dates", "pauses", "review-remarks", "partnerships", "recorded", "to-and-fro", "notices",
            "between-milestones", "rounds", "questions", "failures", ReportData.About,
        ],
        HasItems: true);

    public static ReportTables Family { get; } = new(["owed", "recorded", "past", "checks", ReportData.About], HasItems: true);

    /// <summary>With what stands for the kinds of item.</summary>
    public IEnumerable<string> All => HasItems ? Fixed.Append("items-KIND") : Fixed;
}

using DhrCompliance.Assessments;

namespace DhrCompliance.Escalations.Planning;

/// <summary>A row of an assessment whose rule has a path.</summary>
internal sealed record DutyRow(Ladder Ladder, string Instance, Standing Standing, TimescaleResult? Timescale, CheckResult? Check)
{
    public static DutyRow Of(Ladder ladder, TimescaleResult row) => new(ladder, row.Instance, Standing.Of(row), row, null);

    public static DutyRow Of(Ladder ladder, CheckResult row) => new(ladder, row.Instance, Standing.Of(row), null, row);
}

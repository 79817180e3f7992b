using DhrCompliance.Assessments;
using DhrCompliance.Calendars;

namespace DhrCompliance.Service.Tests.Sweeps.ByChange;

/// <summary>
/// What an assessment concludes, a line each, and nothing that moves with the day by itself: how late something is, and until when
/// what nobody recorded may have happened.
/// </summary>
internal static class Conclusions
{
    public static IReadOnlyList<string> Of(Assessment assessment) =>
    [
        $"live {assessment.Live}, {string.Join(' ', assessment.Editions)}, reopened {Earliest(assessment.ReopenedOn)}",
        .. assessment.Criteria.Select(row => $"{row.Rule.FullName} {row.Answer}"),
        .. assessment.Timescales.Select(row => $"{row.Rule.FullName} {row.Instance} {row.State} {(row.State == TimescaleState.CannotTell ? "" : Dates(row))}"),
        .. assessment.Checks.Select(row => $"{row.Rule.FullName} {row.Instance} {row.State}"),
        .. assessment.Failures.Select(failure => $"{failure.Rule} {failure.Error}"),
    ];

    private static string Dates(TimescaleResult row) =>
        $"from {Earliest(row.Started)}, due {Earliest(row.OriginalDue)} {Earliest(row.Due)}, met {Earliest(row.MetOn)}";

    private static string Earliest(DateInterval? days) => days is { } known ? $"{known.Earliest:yyyy-MM-dd}" : "never";
}

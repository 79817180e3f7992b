using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Service.Reports.Tables;

namespace DhrCompliance.Service.Reports.Pages.Audits;

/// <summary>How many rows are in each state, live cases and the others apart, what needs attention first.</summary>
internal static class AuditCounts
{
    private static readonly Dictionary<string, int> Ranks = Enum.GetValues<TimescaleState>().Select(state => (Word: Words.Of(state), Rank: Attention.Of(state)))
        .Concat(Enum.GetValues<CheckState>().Select(state => (Word: Words.Of(state), Rank: Attention.Of(state))))
        .DistinctBy(one => one.Word).ToDictionary(one => one.Word, one => one.Rank, StringComparer.Ordinal);

    public static Table Of(StateCounts counts) => new()
    {
        Title = $"Rows by state: {Total(counts.Live)} of live cases, {Total(counts.Historic)} of closed cases and loaded history",
        Columns = [new("State", ColumnKind.State), new("Live", ColumnKind.Number), new("Closed or loaded history", ColumnKind.Number)],
        Rows =
        [
            .. counts.Live.Keys.Union(counts.Historic.Keys).OrderBy(state => Ranks.GetValueOrDefault(state, int.MaxValue)).ThenBy(state => state, StringComparer.Ordinal)
                .Select(state => ImmutableArray.Create(state, Of(counts.Live, state), Of(counts.Historic, state))),
        ],
    };

    private static string Of(IReadOnlyDictionary<string, int> counts, string state) => EventWords.Number(counts.GetValueOrDefault(state));

    private static string Total(IReadOnlyDictionary<string, int> counts) => EventWords.Number(counts.Values.Sum());
}

using System.Collections.Immutable;
using DhrCompliance.Assessments;

namespace DhrCompliance.Escalations.Planning;

/// <summary>The rows of an assessment by duty and instance, in the assessment's order.</summary>
internal sealed class DutyGroups
{
    private readonly Dictionary<(string Duty, string Instance), DutyGroup> _groups = [];

    public DutyGroups(Assessment assessment, Ladders ladders)
    {
        foreach (var row in assessment.Timescales)
        {
            if (ladders.Of(row.Rule) is { } ladder)
            {
                Add(DutyRow.Of(ladder, row), assessment, ladders);
            }
        }

        foreach (var row in assessment.Checks)
        {
            if (ladders.Of(row.Rule) is { } ladder)
            {
                Add(DutyRow.Of(ladder, row), assessment, ladders);
            }
        }
    }

    public IEnumerable<DutyGroup> All => _groups.Values;

    public DutyGroup? Of(string duty, string instance) => _groups.GetValueOrDefault((duty, instance));

    private void Add(DutyRow row, Assessment assessment, Ladders ladders)
    {
        var key = (row.Ladder.Duty, row.Instance);
        ImmutableArray<DutyRow> rows = _groups.TryGetValue(key, out var group) ? group.Rows.Add(row) : [row];
        _groups[key] = new DutyGroup(rows, rows.Length >= ladders.CandidatesBeside(row.Ladder.Rule, assessment.Editions));
    }
}

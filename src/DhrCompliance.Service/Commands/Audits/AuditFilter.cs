using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Movements;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Service.Commands.Audits;

/// <summary>What an audit is cut to. Null: nothing is.</summary>
internal sealed record AuditFilter(string? Partnership, string? Rule, string? State)
{
    /// <summary>Whether a case is asked for.</summary>
    public bool Has(CaseFile file) => Subjects.IsOf(file, Partnership);

    /// <summary>The assessment with the rows that are asked for.</summary>
    public Assessment Cut(Assessment assessment) => Rule is null && State is null ? assessment : assessment with
    {
        Criteria = [.. assessment.Criteria.Where(row => Shows(row.Rule, Words.Of(row.Answer)))],
        Timescales = [.. assessment.Timescales.Where(row => Shows(row.Rule, Words.Of(row.State)))],
        Checks = [.. assessment.Checks.Where(row => Shows(row.Rule, Words.Of(row.State)))],
    };

    /// <summary>What moved, with the rows that are asked for: those in the state now, or in it before.</summary>
    public CaseMovement Cut(CaseMovement moved) => Rule is null && State is null ? moved : moved with
    {
        Rows = [.. moved.Rows.Where(one => Shows(one.Row.Rule, one.Row.StateNow) || Shows(one.Row.Rule, one.Row.StateBefore))],
        Recorded = [],
    };

    private bool Shows(Rule rule, string? state) =>
        (Rule is null || rule.Id == Rule || rule.FullName == Rule) && (State is null || State == state);
}

using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Rows;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Intake.Planning;

/// <summary>Other partnerships' parts in a review: known by case and partnership.</summary>
internal static class CasePartnershipPlan
{
    public static IEnumerable<Planned<CasePartnershipRow>> Of(Desk desk, RegisterRows existing)
    {
        var known = existing.CasePartnerships.ToDictionary(row => (row.Reference, row.Partnership));
        var rows = new RowsOfOneFile(desk);
        foreach (var draft in desk.Drafts(TableName.CasePartnerships))
        {
            var (reference, partnership) = (draft[TableColumns.Reference], draft[TableColumns.Partnership]);
            if (known.TryGetValue((reference ?? "", partnership ?? ""), out var old))
            {
                desk.LayOver(draft, RegisterForm.Values(old));
            }

            desk.Need(draft);
            rows.RefuseSecond(draft, reference, partnership);
            if (reference is not null && !desk.Subjects.IsCase(reference))
            {
                draft.Wrong(TableColumns.Reference, desk.Subjects.ExpectedCase(reference));
            }

            if (partnership is not null && !desk.Subjects.IsPartnership(partnership))
            {
                draft.Wrong(TableColumns.Partnership, desk.Subjects.ExpectedPartnership(partnership));
            }

            if (!draft.IsWrong && rows.Difference(draft, $"{partnership} in {reference}", reference) is { } change)
            {
                yield return new(RegisterForm.ToCasePartnership(draft.Values), change);
            }
        }
    }
}

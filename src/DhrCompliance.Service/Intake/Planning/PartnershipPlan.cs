using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Rows;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Intake.Planning;

/// <summary>Partnerships: known by their id.</summary>
internal static class PartnershipPlan
{
    public static IEnumerable<Planned<PartnershipRow>> Of(Desk desk, RegisterRows existing)
    {
        var known = existing.Partnerships.ToDictionary(row => row.Id, StringComparer.Ordinal);
        var rows = new RowsOfOneFile(desk);
        foreach (var draft in desk.Drafts(TableName.Partnerships))
        {
            var id = draft[TableColumns.Id];
            if (id is not null && known.TryGetValue(id, out var old))
            {
                desk.LayOver(draft, RegisterForm.Values(old));
            }

            desk.Need(draft);
            rows.RefuseSecond(draft, id);
            RefuseTaken(draft, desk.Subjects, id);
            if (draft.IsWrong)
            {
                desk.Subjects.Refuse(id, draft.Place);
                continue;
            }

            desk.Subjects.AddPartnership(id!);
            if (rows.Difference(draft, $"partnership {id}", id) is { } change)
            {
                yield return new(RegisterForm.ToPartnership(draft.Values), change);
            }
        }
    }

    private static void RefuseTaken(RowDraft draft, Subjects subjects, string? id)
    {
        if (id is not null && subjects.IsCase(id))
        {
            draft.Wrong(TableColumns.Id, "an id that no case has as its reference: cases and partnerships share one namespace");
        }
        else if (id is not null && draft.IsNew && subjects.OtherSpelling(id) is { } other)
        {
            draft.Wrong(TableColumns.Id, $"an id that differs from '{other}' in more than capitals");
        }
    }
}

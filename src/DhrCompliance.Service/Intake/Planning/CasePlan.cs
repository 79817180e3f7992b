using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Rows;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Intake.Planning;

/// <summary>Cases: known by their reference.</summary>
internal static class CasePlan
{
    public static IEnumerable<Planned<CaseRow>> Of(Desk desk, RegisterRows existing)
    {
        var known = existing.Cases.ToDictionary(row => row.Reference, StringComparer.Ordinal);
        var rows = new RowsOfOneFile(desk);
        foreach (var draft in desk.Drafts(TableName.Cases))
        {
            draft.Take(desk.Facts(null));
            var reference = draft[TableColumns.Reference];
            if (reference is not null && known.TryGetValue(reference, out var old))
            {
                desk.LayOver(draft, RegisterForm.Values(old));
            }

            desk.Need(draft);
            rows.RefuseSecond(draft, reference);
            RefuseTaken(draft, desk.Subjects, reference);
            if (draft[TableColumns.Partnership] is { } partnership && !desk.Subjects.IsPartnership(partnership))
            {
                draft.Wrong(TableColumns.Partnership, desk.Subjects.ExpectedPartnership(partnership));
            }

            if (draft.IsWrong)
            {
                desk.Subjects.Refuse(reference, draft.Place);
                continue;
            }

            desk.Subjects.AddCase(reference!, draft[TableColumns.Partnership]!);
            if (rows.Difference(draft, $"case {reference}", reference) is { } change)
            {
                yield return new(RegisterForm.ToCase(draft.Values, desk.Columns(TableName.Cases)), change);
            }
        }
    }

    private static void RefuseTaken(RowDraft draft, Subjects subjects, string? reference)
    {
        if (reference is not null && subjects.IsPartnership(reference))
        {
            draft.Wrong(TableColumns.Reference, "a reference that no partnership has as its id: cases and partnerships share one namespace");
        }
        else if (reference is not null && draft.IsNew && subjects.OtherSpelling(reference) is { } other)
        {
            draft.Wrong(TableColumns.Reference, $"a reference that differs from '{other}' in more than capitals");
        }
    }
}

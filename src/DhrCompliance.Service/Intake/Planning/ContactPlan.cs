using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Rows;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Intake.Planning;

/// <summary>Who holds a role: known by everything but the last day.</summary>
internal static class ContactPlan
{
    public static IEnumerable<Planned<ContactRow>> Of(Desk desk, RegisterRows existing)
    {
        var known = existing.Contacts.ToDictionary(
            row => (row.Partnership ?? "", row.Case ?? "", row.Agency ?? "", row.Role, row.Email, row.From ?? ""));
        var rows = new RowsOfOneFile(desk);
        foreach (var draft in desk.Drafts(TableName.Contacts))
        {
            var (partnership, reference, agency) = (draft[TableColumns.Partnership], draft[TableColumns.Case], draft[TableColumns.Agency]);
            var (role, email, from) = (draft[TableColumns.Role], draft[TableColumns.Email], draft[TableColumns.From]);
            if (known.TryGetValue((partnership ?? "", reference ?? "", agency ?? "", role ?? "", email ?? "", from ?? ""), out var old))
            {
                desk.LayOver(draft, RegisterForm.Values(old));
            }

            desk.Need(draft);
            rows.RefuseSecond(draft, partnership, reference, agency, role, email, from);
            if (partnership is not null && !desk.Subjects.IsPartnership(partnership))
            {
                draft.Wrong(TableColumns.Partnership, desk.Subjects.ExpectedPartnership(partnership));
            }

            if (reference is not null && !desk.Subjects.IsCase(reference))
            {
                draft.Wrong(TableColumns.Case, desk.Subjects.ExpectedCase(reference));
            }

            var of = reference ?? partnership;
            if (!draft.IsWrong && rows.Difference(draft, $"contact {role} of {of ?? "everywhere"}", of) is { } change)
            {
                yield return new(RegisterForm.ToContact(draft.Values), change);
            }
        }
    }
}

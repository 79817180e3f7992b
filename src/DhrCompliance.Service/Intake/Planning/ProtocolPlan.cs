using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Rows;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Intake.Planning;

/// <summary>Adopted local packs: known by partnership, pack and first day.</summary>
internal static class ProtocolPlan
{
    public static IEnumerable<Planned<ProtocolRow>> Of(Desk desk, RegisterRows existing)
    {
        var known = existing.Protocols.ToDictionary(row => (row.Partnership, row.Pack, row.From ?? ""));
        var rows = new RowsOfOneFile(desk);
        foreach (var draft in desk.Drafts(TableName.Protocols))
        {
            var (partnership, pack, from) = (draft[TableColumns.Partnership], draft[TableColumns.Pack], draft[TableColumns.From]);
            if (known.TryGetValue((partnership ?? "", pack ?? "", from ?? ""), out var old))
            {
                desk.LayOver(draft, RegisterForm.Values(old));
            }

            desk.Need(draft);
            rows.RefuseSecond(draft, partnership, pack, from);
            if (partnership is not null && !desk.Subjects.IsPartnership(partnership))
            {
                draft.Wrong(TableColumns.Partnership, desk.Subjects.ExpectedPartnership(partnership));
            }

            if (!draft.IsWrong && rows.Difference(draft, $"{pack} of {partnership}", partnership) is { } change)
            {
                yield return new(RegisterForm.ToProtocol(draft.Values), change);
            }
        }
    }
}

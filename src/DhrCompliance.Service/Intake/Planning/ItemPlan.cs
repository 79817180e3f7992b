using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Rows;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Intake.Planning;

/// <summary>Items: known by their id; without one, the same as an identical item of a file, or new. A command always adds one.</summary>
internal static class ItemPlan
{
    public static IEnumerable<Planned<ItemRow>> Of(Desk desk, RegisterRows existing)
    {
        var known = existing.Items.ToDictionary(row => row.Id, StringComparer.Ordinal);
        var byCase = existing.Items.ToLookup(row => (row.Reference, row.Kind));
        var rows = new RowsOfOneFile(desk);
        foreach (var draft in desk.Drafts(TableName.Items))
        {
            SayKindByName(draft);
            var id = draft[TableColumns.Id];
            var old = id is not null ? known.GetValueOrDefault(id) : null;
            if (old is not null)
            {
                RefuseMove(draft, old);
                desk.LayOver(draft, RegisterForm.Values(old));
            }

            var (reference, kind) = (draft[TableColumns.Reference], draft[TableColumns.Kind]);
            if (kind is not null)
            {
                var facts = desk.Facts(kind);
                draft.Take(facts);
                desk.RefuseForeign(draft, kind, facts);
            }

            desk.Need(draft);
            if (id is not null)
            {
                rows.RefuseSecond(draft, id);
            }
            else
            {
                rows.RefuseSecond(draft, [null, .. draft.Content()]);
            }

            if (reference is not null && !desk.Subjects.IsCase(reference))
            {
                draft.Wrong(TableColumns.Reference, desk.Subjects.ExpectedCase(reference));
            }

            if (draft.IsWrong)
            {
                desk.Subjects.Refuse(id, draft.Place);
            }
            else if (id is null && draft.Row.Number is not null && byCase[(reference!, kind!)].Any(row => draft.IsSameAs(RegisterForm.Values(row), except: TableColumns.Id)))
            {
                desk.Unchanged++;
            }
            else
            {
                if (id is not null)
                {
                    desk.Subjects.AddItem(id, reference!, kind!);
                }

                if (rows.Difference(draft, $"{kind} of {reference}", reference, id) is { } change)
                {
                    yield return new(RegisterForm.ToItem(draft.Values, desk.Columns(TableName.Items)), change);
                }
            }
        }
    }

    private static void SayKindByName(RowDraft draft)
    {
        if (draft.Sheet.ItemKind is not { } kind)
        {
            return;
        }

        if (draft[TableColumns.Kind] is { } said && said != kind)
        {
            draft.Wrong(TableColumns.Kind, $"'{kind}', as the file's name says");
        }

        draft.Set(TableColumns.Kind, kind);
    }

    private static void RefuseMove(RowDraft draft, ItemRow old)
    {
        if (draft[TableColumns.Reference] is { } reference && reference != old.Reference)
        {
            draft.Wrong(TableColumns.Reference, $"'{old.Reference}', to which {old.Id} belongs: an id keeps its case");
        }

        if (draft[TableColumns.Kind] is { } kind && kind != old.Kind)
        {
            draft.Wrong(TableColumns.Kind, $"'{old.Kind}', which {old.Id} is: an id keeps its kind");
        }
    }
}

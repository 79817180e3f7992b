using System.Collections.Immutable;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Intake.Planning;

/// <summary>Appends a plan to the register, within the caller's transaction.</summary>
internal static class PlanWriting
{
    /// <summary>
    /// Appends it. Nothing is appended where the plan has mistakes and not a part was asked for. The caller commits where
    /// <see cref="ImportOutcome.IsToCommit"/> says so, and otherwise lets go of the writer.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="writer">The transaction.</param>
    /// <param name="isPartial">True: rows without a mistake are imported beside others that are not.</param>
    public static ImportOutcome Apply(this ImportPlan plan, LedgerWriter writer, bool isPartial = false)
    {
        var made = ImmutableArray.CreateBuilder<Change>();
        var refused = ImmutableArray.CreateBuilder<Mistake>();
        refused.AddRange(plan.Mistakes);
        if (plan.Mistakes.IsEmpty || isPartial)
        {
            var pen = new Pen(made, refused);
            pen.Write(plan.Partnerships, writer.Append);
            pen.Write(plan.Protocols, writer.Append);
            pen.Write(plan.Cases, writer.Append);
            pen.Write(plan.CasePartnerships, writer.Append);
            pen.Write(plan.Contacts, writer.Append);

            // Rows that bring their own id come first, so that no new id is one of theirs.
            pen.Write(plan.Items.Where(planned => planned.Row.Id.Length > 0), writer.Append);
            pen.Write(plan.Items.Where(planned => planned.Row.Id.Length == 0).Select(planned => Numbered(planned, writer)), writer.Append);
            pen.Write(plan.Events.Where(planned => planned.Row.Id.Length > 0), writer.Append);
            pen.Write(plan.Events.Where(planned => planned.Row.Id.Length == 0).Select(planned => Numbered(planned, writer)), writer.Append);
        }

        return new ImportOutcome
        {
            Made = made.ToImmutable(),
            Refused = refused.ToImmutable(),
            Unchanged = plan.Unchanged,
            IsToCommit = made.Count > 0 && (refused.Count == 0 || isPartial),
        };
    }

    private static Planned<ItemRow> Numbered(Planned<ItemRow> planned, LedgerWriter writer)
    {
        var id = writer.NewItemId(planned.Row.Reference, planned.Row.Kind);
        return new(planned.Row with { Id = id }, planned.Change with { Id = id });
    }

    private static Planned<EventRow> Numbered(Planned<EventRow> planned, LedgerWriter writer)
    {
        var id = writer.NewEventId(planned.Row.Reference);
        return new(planned.Row with { Id = id }, planned.Change with { Id = id });
    }

    private sealed class Pen(ImmutableArray<Change>.Builder made, ImmutableArray<Mistake>.Builder refused)
    {
        public void Write<TRow>(IEnumerable<Planned<TRow>> rows, Action<TRow> append)
        {
            foreach (var (row, change) in rows)
            {
                try
                {
                    append(row);
                    made.Add(change);
                }
                catch (RowRefusedException exception)
                {
                    var file = change.File.Length > 0 ? change.File : SheetNames.Of(change.Table);
                    refused.Add(new Mistake(file, change.Row, null, exception.Key, $"what the register takes: {exception.Because}") { Sheet = change.Sheet });
                }
            }
        }
    }
}

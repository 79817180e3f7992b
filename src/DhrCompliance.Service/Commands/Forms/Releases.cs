using DhrCompliance.Service.Intake;
using DhrCompliance.Service.Intake.Forms;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;

namespace DhrCompliance.Service.Commands.Forms;

/// <summary>The sheet on which held mails are released: as <c>dhr outbox approve</c> does it, by the person who is named in the row.</summary>
internal sealed class Releases(LedgerDatabase ledger, Releasing releasing, string host)
{
    /// <summary>Takes the filled rows.</summary>
    /// <param name="form">The form.</param>
    /// <param name="writer">The act that is open in the register; null: nothing is written.</param>
    /// <param name="result">Takes what was done.</param>
    /// <param name="mistakes">Takes what was refused.</param>
    public void Take(Form form, LedgerWriter? writer, FormResult result, ICollection<Mistake> mistakes)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in FormSheets.Filled(form, mistakes))
        {
            var id = row.Text(FormColumns.Delivery);
            var by = row.Person(FormColumns.By, "releases it");
            var note = row.Line(FormColumns.Note, Intake.Columns.CellKind.Text);
            var delivery = id.Length == 0 ? null : ledger.Delivery(id);
            if (delivery is null)
            {
                row.Wrong(FormColumns.Delivery, id, "a mail that the register has: export the workbook again");
            }
            else if (!seen.Add(id))
            {
                row.Wrong(FormColumns.Delivery, id, "each mail once");
            }

            if (!row.IsWrong)
            {
                Take(row, delivery!, by!, string.IsNullOrEmpty(note) ? null : note, writer, result);
            }
        }
    }

    private void Take(FormRow row, DeliveryRow delivery, string by, string? note, LedgerWriter? writer, FormResult result)
    {
        if (WasReleased(delivery, by))
        {
            result.Unchanged++;
            return;
        }

        writer?.Continue(new Act("outbox approve", by, host, Invocation.Version));
        var decided = writer is null ? releasing.Rehearse(delivery) : releasing.Release(writer, delivery, note);
        if (decided.IsDone)
        {
            result.Done.Add($"released by {by}: {decided.Words}");
        }
        else
        {
            row.Wrong(FormColumns.Delivery, delivery.Id, $"a mail that can be released: {decided.Words}");
        }
    }

    /// <summary>Whether this person released it before: the same workbook was handed in again.</summary>
    private bool WasReleased(DeliveryRow delivery, string by)
    {
        var states = ledger.HistoriesOf([delivery.Id])[0].States;
        return states[^1].State != DeliveryState.Held && states.Any(state => state.By == by
            && (state.State == DeliveryState.Planned || (state.State == DeliveryState.Discarded && state.Answer?.StartsWith(Releasing.ReleasedAs, StringComparison.Ordinal) == true)));
    }
}

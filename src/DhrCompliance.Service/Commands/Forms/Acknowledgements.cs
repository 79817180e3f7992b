using DhrCompliance.Assessments;
using DhrCompliance.Calendars;
using DhrCompliance.Escalations;
using DhrCompliance.Service.Intake;
using DhrCompliance.Service.Intake.Forms;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Sweeps;

namespace DhrCompliance.Service.Commands.Forms;

/// <summary>The sheet on which notices are acknowledged: as <c>dhr ack</c> does it, by the person who is named in the row.</summary>
internal sealed class Acknowledgements(LedgerDatabase ledger, CompiledRulebook compiled, DateOnly today, string host)
{
    private const string NotHeld = "none";

    private readonly Acknowledging _acknowledging = new(ledger, compiled);

    /// <summary>What an exported row says of how the notice stood then.</summary>
    public static string Version(PlannedNotice notice) => notice.AcknowledgedUntil is { } until ? Invocation.Text(until) : NotHeld;

    /// <summary>Takes the filled rows.</summary>
    /// <param name="form">The form.</param>
    /// <param name="days">How days are written.</param>
    /// <param name="writer">The act that is open in the register; null: nothing is written.</param>
    /// <param name="result">Takes what was done.</param>
    /// <param name="mistakes">Takes what was refused.</param>
    public void Take(Form form, DayFormat days, LedgerWriter? writer, FormResult result, ICollection<Mistake> mistakes)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in FormSheets.Filled(form, mistakes))
        {
            var key = row.Text(FormColumns.Notice);
            var by = row.Person(FormColumns.By, "acknowledges it");
            var until = row.Day(FormColumns.Until, days, $"the last day on which its repeats are held back, such as {Invocation.Text(today.AddDays(14))}");
            var why = row.Reason(FormColumns.Why, "why its repeats are held back; it is kept beside the acknowledgement");
            if (!seen.Add(key))
            {
                row.Wrong(FormColumns.Notice, key, "each notice once");
            }

            if (!row.IsWrong)
            {
                Take(row, new Acknowledged(key, by!, until!.Value, why!), writer, result);
            }
        }
    }

    private void Take(FormRow row, Acknowledged one, LedgerWriter? writer, FormResult result)
    {
        var now = Planned(one.Key);
        if (now?.AcknowledgedUntil == one.Until)
        {
            result.Unchanged++;
            return;
        }

        if (now is not null && row.Row.AsExported is { } version && version != Version(now))
        {
            row.Wrong(FormColumns.Until, Invocation.Text(one.Until), now.AcknowledgedUntil is { } other
                ? $"'{Invocation.Text(other)}', until which somebody holds its repeats back since this workbook was exported; export it again"
                : "a workbook that was exported since: the notice stood otherwise then");
            return;
        }

        try
        {
            var (notice, place) = _acknowledging.Of(one.Key, one.Until, today)[0];
            if (writer is not null)
            {
                writer.Continue(new Act("ack", one.By, host, Invocation.Version));
                writer.Acknowledge(notice.Key, one.Until, one.Why);
            }

            result.Done.Add($"acknowledged: {notice.Subject} '{notice.Step}' ({place.Rule.FullName}) to {notice.Role}, until {Invocation.Text(one.Until)}, by {one.By}");
        }
        catch (AcknowledgementRefusedException refused) when (refused.IsOfDay)
        {
            row.Wrong(FormColumns.Until, row.Raw(FormColumns.Until), $"a day until which its repeats can be held back: {refused.Message}");
        }
        catch (AcknowledgementRefusedException refused)
        {
            row.Wrong(FormColumns.Notice, one.Key, $"a notice that can be acknowledged so: {refused.Message}");
        }
    }

    private PlannedNotice? Planned(string key)
    {
        try
        {
            var subject = NoticeKey.Parse(key).Subject;
            return ledger.PlannedNotices([subject]).GetValueOrDefault(subject)?.FirstOrDefault(notice => notice.Key == key);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private sealed record Acknowledged(string Key, string By, DateOnly Until, string Why);
}

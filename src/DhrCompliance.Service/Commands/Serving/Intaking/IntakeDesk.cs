using System.Globalization;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Intake;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations;
using DhrCompliance.Service.Settings;

namespace DhrCompliance.Service.Commands.Serving.Intaking;

/// <summary>
/// Takes one unit of the intake folder into the register, as <c>dhr import --partial</c> would, once: that it was taken is recorded in the act that writes its rows, so
/// that a unit which is found again, whenever the service ended, is only put away. Not for several threads at once.
/// </summary>
internal sealed class IntakeDesk(ServiceSettings settings, IntakeFolder folder, Act act, TimeProvider clock)
{
    private const string Attempts = ".attempts";
    private const int MostAttempts = 3;

    /// <summary>Takes it, answers and puts it away; what it is taken for. Throws where the register or the folder cannot be used now: it is tried again.</summary>
    public IntakeRow Take(string unit, LedgerDatabase ledger, Rulebook rulebook, CancellationToken stop)
    {
        var row = ledger.Intake(unit);
        if (row is null)
        {
            row = Fresh(unit, ledger, rulebook, stop);
        }
        else
        {
            IntakeAnswer.Write(folder.Of(unit), row);
        }

        File.Delete(Path.Combine(folder.Of(unit), Attempts));
        folder.Finish(unit, row.Refused > 0);
        return row;
    }

    private IntakeRow Fresh(string unit, LedgerDatabase ledger, Rulebook rulebook, CancellationToken stop)
    {
        // What ends the whole process while it is read would end it again.
        if (Attempt(unit) > MostAttempts)
        {
            return Unread(unit, ledger, "It could not be read: the service ended each time it tried. Save it anew as an Excel workbook (.xlsx), without pictures, and put it into the folder again.", stop);
        }

        try
        {
            return Read(unit, ledger, rulebook, stop);
        }
        catch (Exception error) when (error is OperationCanceledException or LedgerException)
        {
            File.Delete(Path.Combine(folder.Of(unit), Attempts));
            throw;
        }
        catch (Exception error) when (error is not (IOException or UnauthorizedAccessException or OutOfMemoryException))
        {
            return Unread(unit, ledger, Crash.Line(error), stop);
        }
    }

    private IntakeRow Read(string unit, LedgerDatabase ledger, Rulebook rulebook, CancellationToken stop)
    {
        var handIn = new HandIn(settings, rulebook, Instants.LondonDay(clock.GetUtcNow()), act.Host);
        var reading = new IntakeReading(folder, handIn.Words);
        var files = reading.Files(unit);
        var hash = IntakeReading.HashOf(files);
        var (incoming, mapping) = reading.Read(unit, files);
        IntakeRow row;
        HandInOutcome outcome;
        using (var writer = ledger.Write(act with { Command = "intake" }, stop))
        {
            outcome = handIn.Take(incoming, ledger, writer, isPartial: true, mapping?.Days);
            row = new IntakeRow
            {
                Unit = unit,
                Hash = hash,
                Partnership = IntakeOwner.Of(incoming, outcome.Mistakes, ledger.Rows()),
                Made = outcome.Made.Length + outcome.Done.Length,
                Refused = outcome.Mistakes.Length,
                Detail = new MistakeBrief(handIn.Words).Of(outcome.Mistakes),
                At = writer.At,
            };
            writer.Continue(act with { Command = "intake" });
            writer.AppendIntake(row);
            writer.Commit();
        }

        IntakeAnswer.Write(folder.Of(unit), row, outcome, incoming, mapping is not null, handIn.Words);
        return row;
    }

    private IntakeRow Unread(string unit, LedgerDatabase ledger, string why, CancellationToken stop)
    {
        IntakeRow row;
        using (var writer = ledger.Write(act with { Command = "intake" }, stop))
        {
            row = new IntakeRow { Unit = unit, Hash = "", Partnership = "", Made = 0, Refused = 1, Detail = "the file: expected a file that can be read", At = writer.At };
            writer.AppendIntake(row);
            writer.Commit();
        }

        IntakeAnswer.Refuse(folder.Of(unit), why);
        return row;
    }

    private int Attempt(string unit)
    {
        var path = Path.Combine(folder.Of(unit), Attempts);
        var attempt = File.Exists(path) && int.TryParse(File.ReadAllText(path), NumberStyles.None, CultureInfo.InvariantCulture, out var before) ? before + 1 : 1;
        File.WriteAllText(path, attempt.ToString(CultureInfo.InvariantCulture));
        return attempt;
    }
}

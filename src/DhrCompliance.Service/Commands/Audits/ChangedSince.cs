using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Movements;
using DhrCompliance.Cases;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations;
using DhrCompliance.Service.Reports;
using DhrCompliance.Service.Reports.Json;
using DhrCompliance.Service.Reports.Movements;
using DhrCompliance.Service.Reports.Tables;
using DhrCompliance.Service.Sweeps;

namespace DhrCompliance.Service.Commands.Audits;

/// <summary><c>dhr audit --changed-since</c>: what moved since a day, and why.</summary>
internal sealed class ChangedSince(Invocation invocation, LedgerDatabase ledger, CompiledRulebook now, AuditFilter filter)
{
    private readonly List<AuditFailure> _failures = [];
    private readonly StateCounts _counts = new();
    private int _quiet;
    private int _untouched;

    /// <summary>The register once more, to be read while it is read from; null: days are taken to have come before what was recorded.</summary>
    public LedgerDatabase? Past { get; init; }

    /// <summary>The moment up to which the register is known; null: now.</summary>
    public DateTimeOffset? Known { get; init; }

    /// <summary>Throws <see cref="UsageException"/> where the day lies after the day assessed, or there is no such form of what moved.</summary>
    public static void Require(DateOnly since, DateOnly asOf, string format)
    {
        if (format == "html")
        {
            throw new UsageException("--changed-since has no page: choose table, list, csv, json or xlsx.");
        }

        if (since > asOf)
        {
            throw new UsageException($"--changed-since {Invocation.Text(since)} lies after {Invocation.Text(asOf)}, the day assessed: give an earlier day, or a later --as-of.");
        }
    }

    /// <summary>The rules that were in force at the end of a day; those of now, and a word about it, where the register keeps none or they cannot be read.</summary>
    public CompiledRulebook RulesAt(DateOnly day)
    {
        var hash = ledger.RulebookInForceAt(Instants.EndOf(day));
        if (hash is null || hash == now.Rulebook.Hash)
        {
            return now;
        }

        try
        {
            return CompiledRulebook.Compile(RulesFolder.Read(ledger, hash));
        }
        catch (RulesException error)
        {
            invocation.Complain($"dhr: {error.Message}{Environment.NewLine}The rules of now stand in for them: what those rules moved is not shown.");
            return now;
        }
    }

    /// <summary>Writes what moved. The exit code is that of the audit: 1 where a live case is in breach now.</summary>
    public int Run(IEnumerable<CaseFile> before, Func<IEnumerable<CaseFile>> files, CompiledRulebook then, (DateOnly Since, DateOnly AsOf) days, AuditOptions.Output output)
    {
        var movements = new CaseMovements(then, now, days.Since, days.AsOf);
        var known = before.ToDictionary(file => file.Reference, StringComparer.Ordinal);
        var report = new MovementReport
        {
            Since = days.Since,
            AsOf = days.AsOf,
            RulesThen = then.Rulebook,
            RulesNow = now.Rulebook,
            Cases = Moved(movements, known, files(), days),
            Failures = new LateFailures(() => [.. _failures, .. ledger.Unreadable.Select(row => new AuditFailure(row.Reference, null, row.ToString()))]),
        };
        Write(report, output);
        foreach (var failure in report.Failures)
        {
            invocation.Complain($"dhr: {failure.Case}: {failure.Error}");
        }

        return report.Failures.Count > 0 ? ExitCode.Partly : _counts.Breaches > 0 ? ExitCode.Found : ExitCode.Done;
    }

    private IEnumerable<CaseMovement> Moved(CaseMovements movements, Dictionary<string, CaseFile> known, IEnumerable<CaseFile> files, (DateOnly Since, DateOnly AsOf) days)
    {
        var unknown = new UnknownWords(now.Rulebook.Vocabulary);
        foreach (var file in files.Where(filter.Has).Where(now.Concerns))
        {
            CaseMovement moved;
            try
            {
                moved = movements.Of(known.GetValueOrDefault(file.Reference), file, (before, after) => History(before, after, days));
            }
            catch (Exception error) when (error is not OutOfMemoryException)
            {
                _failures.Add(new AuditFailure(file.Reference, null, $"could not be assessed: {error.Message}"));
                continue;
            }

            _failures.AddRange(unknown.Of(now.Current(file)).Select(sentence => new AuditFailure(file.Reference, null, sentence)));
            _failures.AddRange(moved.Now.Failures.Select(failure => new AuditFailure(file.Reference, failure.Rule, $"{failure.Rule} could not be assessed: {failure.Error}")));
            _counts.Add(filter.Cut(moved.Now));
            var cut = filter.Cut(moved);
            if (!cut.Moved)
            {
                continue;
            }

            _quiet += cut.IsNew ? 0 : cut.Rows.Count(MovementTables.IsQuiet);
            _untouched += cut.Rows.IsEmpty ? 1 : 0;
            yield return cut;
        }
    }

    /// <summary>
    /// What the register said of a case at the end of each day between two on which it came to say something else. Days between which
    /// nothing differs are not looked at.
    /// </summary>
    private IEnumerable<(DateOnly Day, CaseFile File)> History(CaseFile before, CaseFile after, (DateOnly Since, DateOnly AsOf) days)
    {
        if (RecordChanges.Between(before, after, now.Rulebook.Vocabulary).IsEmpty)
        {
            return [];
        }

        if (days.AsOf.DayNumber - days.Since.DayNumber <= 1)
        {
            return [(days.AsOf, after)];
        }

        var middle = days.Since.AddDays((days.AsOf.DayNumber - days.Since.DayNumber) / 2);
        return Past?.CaseFiles([after.Reference], Known < Instants.EndOf(middle) ? Known : Instants.EndOf(middle)).FirstOrDefault() is { } then
            ? History(before, then, (days.Since, middle)).Concat(History(then, after, (middle, days.AsOf)))
            : [(days.AsOf, after)];
    }

    private void Write(MovementReport report, AuditOptions.Output output)
    {
        if (output.Format == "json")
        {
            Documents.Write(output.Path, invocation, stream => MovementJson.Write(stream, report));
            if (output.Path is null)
            {
                invocation.Show();
            }

            return;
        }

        if (!TableForms.Write(invocation, output.Path, output.Format, MovementTables.Whole(report)))
        {
            Documents.WriteText(output.Path, invocation, text => WritePage(
                text, output.IsAll ? MovementTables.Whole(report) : MovementTables.Brief(report), output.Path is null ? Looks.Of(invocation) : TerminalLook.Plain, output.IsAll));
        }
    }

    private void WritePage(TextWriter text, Table table, TerminalLook look, bool isAll)
    {
        var rows = table with { Rows = [.. table.Rows] };
        if (rows.Rows.Any())
        {
            TerminalTable.Write(text, rows, look);
        }
        else
        {
            text.WriteLine($"{table.Title}: nothing that is asked for.");
        }

        if (!isAll && _quiet > 0)
        {
            text.WriteLine($"Left out: {Recorded.Counted(_quiet, "row")} of which nothing was asked and nothing is, such as rules that have not started. Add --all to see them here; --format list has every row.");
        }

        if (_untouched > 0)
        {
            text.WriteLine($"In {Recorded.Counted(_untouched, "case")} something was recorded that moved no row; --format json has it.");
        }
    }
}

using System.Collections.Immutable;
using System.CommandLine;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Commands.Adoption;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Reports.Board;
using DhrCompliance.Service.Reports.Data;
using DhrCompliance.Service.Reports.Pages;
using DhrCompliance.Service.Reports.Tables;
using DhrCompliance.Service.Sweeps;
using DhrCompliance.Service.Workbooks;

namespace DhrCompliance.Service.Commands.Reporting;

/// <summary>What every page is made from: the register, the rules, the day, and the names of the partnerships.</summary>
internal sealed class ReportDesk : IDisposable
{
    private readonly Invocation _invocation;
    private readonly List<CaseFailure> _failures = [];
    private readonly bool _isShareSafe;
    private readonly string? _knownAt;
    private readonly PostTerms _terms = PostTerms.Anyone;
    private Forecast? _forecast;

    public ReportDesk(Invocation invocation, Shared shared, ReportOptions options, ParseResult parsed)
    {
        _invocation = invocation;
        var settings = shared.Settings(parsed, invocation);
        AsOf = Shared.Day(parsed.GetValue(options.AsOf), invocation);
        _knownAt = parsed.GetValue(options.KnownAt);
        KnownAt = Shared.Moment(parsed.GetValue(options.KnownAt), "--known-at");
        _isShareSafe = parsed.CommandResult.Command.Options.Contains(options.ShareSafe) && parsed.GetValue(options.ShareSafe);
        _terms = PostTerms.Of(settings.Post);
        Ledger = LedgerDatabase.Open(settings.Ledger.Path, OpenMode.ReadOnly, invocation.Clock);
        try
        {
            Compiled = CompiledRulebook.Compile(RulesInUse.For(settings, Ledger, invocation));
            Names = Ledger.Rows().Partnerships.ToDictionary(row => row.Id, row => row.Name, StringComparer.Ordinal);
        }
        catch
        {
            Ledger.Dispose();
            throw;
        }
    }

    /// <summary>For a register that is open already; it is not closed by this.</summary>
    public ReportDesk(Invocation invocation, LedgerDatabase ledger, CompiledRulebook compiled, DateOnly asOf)
    {
        (_invocation, Ledger, Compiled, AsOf) = (invocation, ledger, compiled, asOf);
        Names = Ledger.Rows().Partnerships.ToDictionary(row => row.Id, row => row.Name, StringComparer.Ordinal);
    }

    public DateOnly AsOf { get; }

    public DateTimeOffset? KnownAt { get; }

    public LedgerDatabase Ledger { get; }

    public CompiledRulebook Compiled { get; }

    public Rulebook Rulebook => Compiled.Rulebook;

    /// <summary>Partnerships' names by id.</summary>
    public IReadOnlyDictionary<string, string> Names { get; }

    /// <summary>The case files of a partnership, or of all, with their assessments.</summary>
    public IReadOnlyList<(CaseFile File, Assessment Assessment)> Assess(string? partnership) => Assess(partnership, AsOf, KnownAt);

    /// <summary>As the other, as of another day with what was known at another moment.</summary>
    public IReadOnlyList<(CaseFile File, Assessment Assessment)> Assess(string? partnership, DateOnly day, DateTimeOffset? knownAt)
    {
        Subjects.RequirePartnership(Ledger, partnership);
        var assessed = CaseAssessor.Assess(Ledger.CaseFiles(knownAt).Where(file => Subjects.IsOf(file, partnership)), Compiled, day, _failures).ToList();
        _failures.AddRange(Ledger.Unreadable.Select(row => new CaseFailure(row.Reference, null, row.ToString())));
        return _isShareSafe ? new ShareSafe(Rulebook.Vocabulary).Of(assessed) : assessed;
    }

    /// <summary>The one case with this reference. Throws <see cref="UsageException"/> where there is none.</summary>
    public (CaseFile File, Assessment Assessment) AssessCase(string reference)
    {
        var files = Subjects.Files(Ledger, [reference], KnownAt);
        _failures.AddRange(Ledger.Unreadable.Where(row => row.Reference == reference).Select(row => new CaseFailure(row.Reference, null, row.ToString())));
        var assessed = CaseAssessor.Assess(files, Compiled, AsOf, _failures).ToList();
        return assessed is [var one, ..] ? one : throw new UsageException($"'{reference}' cannot be shown: {_failures.LastOrDefault()?.Error ?? "nothing of it can be assessed."}");
    }

    /// <summary>What comes next of itself, without what would tell a sensitive fact.</summary>
    public string Comes(CaseFile file, Assessment assessment, IReadOnlyList<PlannedNotice>? planned) =>
        (_forecast ??= new Forecast(Ledger, Compiled, _terms, AsOf)).Of(file, assessment, planned, rule => Sensitivity.Tells(rule, Rulebook.Vocabulary));

    /// <summary>Reviews of which something could not be assessed, so far; what it was is told to whoever runs the program.</summary>
    public IEnumerable<string> Unwell => _failures.Select(failure => failure.Case).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>What the page says of itself.</summary>
    public PageTerms Terms(string kind, string heading, string? partnership, string? marking) => new()
    {
        Kind = kind,
        Heading = heading,
        Where = partnership is null ? "" : Names.GetValueOrDefault(partnership, partnership),
        AsOf = AsOf,
        IsDemo = Ledger.IsDemo,
        Marking = _isShareSafe && marking is not null ? $"Edition for other boards: no notes, nothing sensitive, of a death only the month. {marking}" : marking,
        Provenance = [.. BoardReportMaker.Provenance(Rulebook, new BoardTerms("", AsOf, false, ImmutableDictionary<string, string>.Empty))],
    };

    /// <summary>What a report is about, for programs.</summary>
    public ReportScope Scope(string report, string? partnership, string? reference = null) => new(report, partnership, reference, null, _knownAt, _isShareSafe);

    /// <summary>As the other, for a page of tables that can be had as data, too.</summary>
    public int WriteList(ParseResult parsed, ReportOptions options, ListReport report)
    {
        var path = parsed.GetValue(options.Output);
        var form = TableForms.Of(parsed, options.Format, path, ReportOptions.Formats);

        // Non-breaking spaces are for the page.
        var tables = report.Parts.SelectMany(part => part.Tables)
            .Select(table => table with { Rows = [.. table.Rows.Select(row => ImmutableArray.CreateRange(row, cell => cell.Replace('\u00A0', ' ')))] })
            .ToList();
        switch (form)
        {
            case "json":
                return Write(path, () => Task.FromResult(TableJson.Of(tables) + "\n"));
            case "html":
                return Write(path, () => HousePages.RenderAsync(report));
            default:
                return WriteTable(path, form, tables.Single());
        }
    }

    /// <summary>As the other, for one table as CSV or as a workbook.</summary>
    public int WriteTable(string? path, string form, Table table)
    {
        TableForms.Write(_invocation, path, form, table);
        return Conclude(path);
    }

    /// <summary>As the other, for sheets; throws <see cref="UsageException"/> where no file is named.</summary>
    public int WriteBook(string? path, Func<IReadOnlyList<WorkbookSheet>> sheets)
    {
        TableForms.WriteBook(_invocation, path, sheets);
        return Conclude(path);
    }

    /// <summary>Writes the page, tells what could not be assessed, and gives the exit code.</summary>
    public int Write(string? path, Func<Task<string>> page)
    {
        Documents.WriteText(path, _invocation, text => text.Write(page().GetAwaiter().GetResult()));
        return Conclude(path);
    }

    /// <summary>As the other, for a workbook.</summary>
    public int Write(string path, Workbook book)
    {
        Documents.Write(path, _invocation, stream => WorkbookWriter.Write(book, stream));
        return Conclude(path);
    }

    public void Dispose() => Ledger.Dispose();

    private int Conclude(string? path)
    {
        if (path is not null)
        {
            _invocation.Say($"Written: {path}");
        }

        foreach (var failure in _failures.Distinct())
        {
            _invocation.Complain($"dhr: {failure.Case}: {failure.Error}");
        }

        return _failures.Count > 0 ? ExitCode.Partly : ExitCode.Done;
    }
}

using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Cases;
using DhrCompliance.Service.Reports.Board;
using DhrCompliance.Service.Reports.Json;
using DhrCompliance.Service.Reports.Tables;
using Microsoft.AspNetCore.Components;

namespace DhrCompliance.Service.Reports.Pages.Audits;

/// <summary>
/// Makes the audit's page: case by case, what is gravest first. As on every page, what would tell a sensitive fact is left out, and how much
/// that is is said. Some dozens of cases are laid out at a time and then forgotten.
/// </summary>
internal sealed class AuditPages(AuditHeader header, PageTerms terms, AuditAsked asked, IReadOnlyDictionary<string, string> names)
{
    /// <summary>As many cases are found by looking down the page.</summary>
    public const int Handful = 5;

    private const int Together = 32;

    private readonly SafeView _safe = new(header.Rulebook);
    private readonly AuditRows _rows = new(header.Rulebook, header.AsOf, asked.IsAll);
    private readonly AuditTally _tally = new(header.Rulebook.Vocabulary);
    private readonly List<ImmutableArray<string>> _contents = [];
    private readonly List<ImmutableArray<string>> _failures = [];
    private readonly List<string> _empty = [];
    private int _hidden;

    /// <summary>The page.</summary>
    /// <param name="cases">Each case with its assessment; read once.</param>
    /// <param name="counts">How many rows are in each state; complete once the cases were read.</param>
    /// <param name="unwell">Cases that could not be assessed, or not with all that is recorded; complete then, too.</param>
    public async Task<AuditReport> Of(IEnumerable<(CaseFile File, Assessment Assessment)> cases, StateCounts counts, IEnumerable<string> unwell)
    {
        var laidOut = ImmutableArray.CreateBuilder<MarkupString>();
        foreach (var some in cases.Select(Case).OfType<AuditCase>().Chunk(Together))
        {
            laidOut.Add(new MarkupString(await BoardHtml.RenderAsync<AuditCases>(new Dictionary<string, object?> { [nameof(AuditCases.Cases)] = some })));
        }

        var words = new AskedWords(asked, header, names);
        _failures.AddRange(unwell.Distinct(StringComparer.Ordinal).Select(one => ImmutableArray.Create(one, "", "Not all of it could be assessed: 'dhr audit' on a terminal says what, and what to mend.")));
        return new()
        {
            Terms = terms,
            Headline = AuditHeadline.Of(_tally, asked),
            Part = words.Part(),
            Remarks =
            [
                .. _failures.Count > 0 ? ["Something could not be assessed: it is listed below, and is in no number."] : Array.Empty<string>(),
                .. BoardReportMaker.Remarks(_tally.Explained, _tally.Historic, _hidden),
            ],
            Asked = [.. words.All()],
            Counts = AuditCounts.Of(counts),
            Failures = new() { Title = "What could not be assessed", Columns = [new("Case"), new("Rule"), new("What went wrong")], Rows = [.. _failures] },
            Contents = _contents.Count > Handful ? Contents() : null,
            Cases = laidOut.ToImmutable(),
            Empty = [.. _empty],
            Rules = _rows.Rules.Used,
        };
    }

    private AuditCase? Case((CaseFile File, Assessment Assessment) one)
    {
        var (file, whole) = one;
        var (shown, hidden) = _safe.Of(whole);
        _hidden += hidden;
        _tally.Add(file, whole);
        _failures.AddRange(whole.Failures.Select(failure => ImmutableArray.Create(whole.Reference, failure.Rule, failure.Error)));
        var (rows, leftOut) = _rows.Of(file, shown);
        if (rows.IsEmpty)
        {
            _empty.Add(whole.Reference);
            return null;
        }

        // Of what is shown: a number beside one case could tell what is left out.
        var tally = CaseTally.Of(shown);
        var where = string.Join(", ", new[] { file.Partnership }.Concat(file.OtherPartnerships.Select(other => other.Partnership)).Distinct(StringComparer.Ordinal).Select(id => names.GetValueOrDefault(id, id)));
        _contents.Add([whole.Reference, where, whole.Live ? "live" : file.KeptSince is null ? "loaded history" : "finished", Count(tally.Overdue), Count(tally.Fails), Count(tally.DueSoon), Count(tally.CannotTell), EventWords.Number(rows.Length)]);
        return new()
        {
            Reference = whole.Reference,
            Where = where,
            Kind = AskedWords.Plain(Words.Of(file.Kind)),
            Standing = string.Join(' ', CaseStanding.Of(file, shown, header.Rulebook)),
            Rows = rows,
            LeftOut = leftOut.Count > 0 ? $"Left out as nothing is asked yet: {AskedWords.Plain(StateSummary.Of(leftOut))}." : "",
        };
    }

    private Table Contents() => new()
    {
        Title = "The cases at a glance",
        Columns =
        [
            new("Case"), new("Partnership"), new("Live or not"), new("Overdue", ColumnKind.Number), new("Checks that fail", ColumnKind.Number), new("Due soon", ColumnKind.Number),
            new("Cannot tell", ColumnKind.Number), new("Rows shown", ColumnKind.Number),
        ],
        Rows = [.. _contents],
    };

    // What is not there is easier to see than a nought.
    private static string Count(int count) => count == 0 ? "" : EventWords.Number(count);
}

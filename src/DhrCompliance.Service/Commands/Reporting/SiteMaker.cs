using System.Collections.Immutable;
using System.Text;
using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Diaries;
using DhrCompliance.Service.Reports.Diaries;
using DhrCompliance.Service.Reports.Pages;
using DhrCompliance.Service.Reports.Pages.Boards;
using DhrCompliance.Service.Reports.Pages.Cases;
using DhrCompliance.Service.Reports.Pages.Families;
using DhrCompliance.Service.Reports.Pages.Libraries;
using DhrCompliance.Service.Reports.Pages.Overviews;
using DhrCompliance.Service.Workbooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Commands.Reporting;

/// <summary>The pages of one partnership, as files that lead to one another.</summary>
internal sealed class SiteMaker(ReportDesk desk, string partnership)
{
    private static readonly ImmutableArray<(string Label, string Href)> Pages =
    [
        ("Overview", "index.html"), ("Report to the board", "board.html"), ("Families", "families.html"), ("Library", "library.html"), ("Calendar file", "calendar.ics"),
        ("Register, to read", "register.xlsx"),
    ];

    /// <summary>The files, made as they are read.</summary>
    public IEnumerable<(string Path, ReadOnlyMemory<byte> Content)> Files()
    {
        var cases = desk.Assess(partnership);
        var reviews = cases.Where(entry => entry.File.Kind is SubjectKind.Review).ToList();
        yield return ("index.html", Html(OverviewMaker.Of(cases, desk.Rulebook, Terms("overview", "All reviews"), Case, desk.Unwell)));
        yield return ("board.html", Html(Board()));
        yield return ("families.html", Html(FamilyMaker.Longest(cases, desk.Rulebook, Terms("families", "What is owed to families"), Family)));
        yield return ("library.html", Html(LibraryMaker.Of(cases, desk.Rulebook, Terms("library", "The library of reviews"), Case)));
        yield return ("register.xlsx", Register(cases));
        yield return ("calendar.ics", Bytes(DiaryText.Of(new DiaryMaker(desk.Rulebook).Of($"Reviews of {desk.Names.GetValueOrDefault(partnership, partnership)}", desk.AsOf, cases))));
        var notices = CaseVerb.Notices(desk.Ledger, [.. reviews.Select(entry => entry.File.Reference)]);
        foreach (var (file, assessment) in reviews)
        {
            var (whole, family) = (Of(file, assessment, notices), FamilyMaker.Of(file, assessment, desk.Rulebook, Below(desk.Terms("what is owed to the family", file.Reference, partnership, ReportCommand.Restricted), file)));
            yield return (Case(file.Reference), Html(whole));
            yield return (Family(file.Reference), Html(family));
        }
    }

    private CaseReport Of(CaseFile file, Assessment assessment, IReadOnlyDictionary<string, IReadOnlyList<Ledger.PlannedNotice>> notices)
    {
        var report = CaseVerb.Report(desk, file, assessment, notices);
        return report with { Terms = Below(report.Terms, file) };
    }

    private QuarterReport Board()
    {
        var report = BoardVerb.Report(desk, partnership, Quarter.Of(desk.AsOf));
        return report with { Terms = report.Terms with { Beside = Pages } };
    }

    private PageTerms Terms(string kind, string heading) => desk.Terms(kind, heading, partnership, ReportCommand.Restricted) with { Beside = Pages };

    private static PageTerms Below(PageTerms terms, CaseFile file) => terms with
    {
        Beside =
        [
            .. Pages.Select(page => (page.Label, $"../{page.Href}")),
            ($"{file.Reference}: the whole story", Name(file.Reference)), ($"{file.Reference}: the family", Name($"{file.Reference}-family")),
        ],
    };

    private static string Case(string reference) => $"cases/{Name(reference)}";

    private static string Family(string reference) => $"cases/{Name($"{reference}-family")}";

    // References lead out of no folder (the register sees to it); a space is written as in an address.
    private static string Name(string reference) => $"{Uri.EscapeDataString(reference).Replace("%20", "_", StringComparison.Ordinal)}.html";

    private byte[] Register(IEnumerable<(CaseFile File, Assessment Assessment)> cases)
    {
        using var stream = new MemoryStream();
        WorkbookWriter.Write(RegisterVerb.Book(desk, partnership, cases), stream);
        return stream.ToArray();
    }

    private static byte[] Html(object page) => Bytes(HousePages.RenderAsync(page).GetAwaiter().GetResult());

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}

using System.CommandLine;

namespace DhrCompliance.Service.Commands.Reporting;

/// <summary><c>dhr report</c>: pages for people, each one file of HTML that needs nothing else.</summary>
internal static class ReportCommand
{
    /// <summary>Who may read a page that shows reviews under way.</summary>
    public const string Restricted = "Restricted until Home Office approval: for members of the partnership and those who act for it. Not for publication.";

    public static Command Create(Invocation invocation, Shared shared) => new("report", """
        Pages for people: each is one file of HTML that needs nothing else, no script and nothing from anywhere; and the register as a workbook to
        read. They hold no names, no notes and nothing that the vocabulary calls sensitive. All that a page shows is to be had
        as data, too (--format json, csv or xlsx). Exit code 5 when something could not be assessed; the page says so, too.

        Examples:
          dhr report overview --partnership bexley --out overview.html
          dhr report overview --partnership bexley --out overview.json
          dhr report case BEX-2026-01 --out BEX-2026-01.html
          dhr report board --partnership bexley --quarter 2026-Q3 --out board.html
          dhr report families --partnership bexley --out families.html
          dhr report library --partnership bexley --out library.html
          dhr report register --partnership bexley --share-safe --out register-for-others.xlsx
        """)
    {
        OverviewVerb.Create(invocation, shared),
        CaseVerb.Create(invocation, shared),
        BoardVerb.Create(invocation, shared),
        CaseVerb.CreateFamily(invocation, shared),
        ListVerbs.CreateFamilies(invocation, shared),
        ListVerbs.CreateLibrary(invocation, shared),
        RegisterVerb.Create(invocation, shared),
    };
}

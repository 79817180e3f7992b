using System.CommandLine;
using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Service.Reports.Register;
using DhrCompliance.Service.Workbooks;

namespace DhrCompliance.Service.Commands.Reporting;

/// <summary><c>dhr report register</c>: the register as a workbook to read.</summary>
internal static class RegisterVerb
{
    public static Command Create(Invocation invocation, Shared shared)
    {
        var options = new ReportOptions();
        var command = options.On(new Command("register", """
            The register as a workbook to read: how each review stands, the day of each thing that happens once, and what is open. No notes, and
            nothing that would tell a sensitive fact. It cannot be imported: to work in, use 'dhr export register.xlsx'.

            Examples:
              dhr report register --partnership bexley --out bexley.xlsx
              dhr report register --share-safe --out register-for-others.xlsx
            """), withShareSafe: true);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(options.Output) is not { } path || !path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
            {
                throw new UsageException("A workbook is written to a file: give --out FILE.xlsx.");
            }

            using var desk = new ReportDesk(invocation, shared, options, parsed);
            var partnership = parsed.GetValue(options.Partnership);
            return desk.Write(path, Book(desk, partnership, desk.Assess(partnership)));
        });
        return command;
    }

    /// <summary>Of the cases of a partnership, or of all.</summary>
    public static Workbook Book(ReportDesk desk, string? partnership, IEnumerable<(CaseFile File, Assessment Assessment)> cases) =>
        ReadingBook.Of(cases, desk.Rulebook, desk.Terms("register", "The register of reviews, to read", partnership, ReportCommand.Restricted));
}

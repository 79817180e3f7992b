using System.CommandLine;
using DhrCompliance.Service.Reports.Pages.Families;
using DhrCompliance.Service.Reports.Pages.Libraries;

namespace DhrCompliance.Service.Commands.Reporting;

/// <summary><c>dhr report library</c> and <c>dhr report families</c>: lists over all reviews.</summary>
internal static class ListVerbs
{
    public static Command CreateLibrary(Invocation invocation, Shared shared)
    {
        var options = new ReportOptions();
        var command = options.On(new Command("library", """
            Every review there ever was, loaded history too: what became of its report, and where it can be read.

            Examples:
              dhr report library --partnership bexley --out library.html
              dhr report library --out library.csv
            """), withShareSafe: true, withForms: true);
        command.SetAction(parsed =>
        {
            using var desk = new ReportDesk(invocation, shared, options, parsed);
            var partnership = parsed.GetValue(options.Partnership);
            var report = LibraryMaker.Of(desk.Assess(partnership), desk.Rulebook, desk.Terms("library", "The library of reviews", partnership, ReportCommand.Restricted));
            return desk.WriteList(parsed, options, report);
        });
        return command;
    }

    public static Command CreateFamilies(Invocation invocation, Shared shared)
    {
        var options = new ReportOptions();
        var command = options.On(new Command("families", """
            Which families have been longest without being told: the live reviews in which something is owed to them, with what comes next.

            Examples:
              dhr report families --partnership bexley --out families.html
              dhr report families --format json
            """), withForms: true);
        command.SetAction(parsed =>
        {
            using var desk = new ReportDesk(invocation, shared, options, parsed);
            var partnership = parsed.GetValue(options.Partnership);
            var report = FamilyMaker.Longest(desk.Assess(partnership), desk.Rulebook, desk.Terms("families", "What is owed to families", partnership, ReportCommand.Restricted));
            return desk.WriteList(parsed, options, report);
        });
        return command;
    }
}

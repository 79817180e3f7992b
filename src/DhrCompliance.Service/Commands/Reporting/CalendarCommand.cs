using System.CommandLine;
using DhrCompliance.Diaries;
using DhrCompliance.Service.Reports.Diaries;

namespace DhrCompliance.Service.Commands.Reporting;

/// <summary><c>dhr calendar</c>: due dates and meetings for the calendar that people keep.</summary>
internal static class CalendarCommand
{
    public static Command Create(Invocation invocation, Shared shared)
    {
        var options = new ReportOptions();
        var command = options.On(new Command("calendar", """
            Due dates of live reviews and the meetings that are planned, as a calendar file (.ics). An entry keeps its name when its date moves, so that
            importing a later file moves it. No names, and nothing that the vocabulary calls sensitive.

            Examples:
              dhr calendar --partnership bexley --out bexley.ics
            """));
        command.SetAction(parsed =>
        {
            using var desk = new ReportDesk(invocation, shared, options, parsed);
            var partnership = parsed.GetValue(options.Partnership);
            var name = partnership is null ? "Reviews" : $"Reviews of {desk.Names.GetValueOrDefault(partnership, partnership)}";
            var diary = new DiaryMaker(desk.Rulebook).Of(name, desk.AsOf, desk.Assess(partnership));
            return desk.Write(parsed.GetValue(options.Output), () => Task.FromResult(DiaryText.Of(diary)));
        });
        return command;
    }
}

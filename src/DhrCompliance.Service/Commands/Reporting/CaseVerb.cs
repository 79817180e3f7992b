using System.CommandLine;
using DhrCompliance.Escalations;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Reports.Pages.Cases;
using DhrCompliance.Service.Reports.Pages.Families;

namespace DhrCompliance.Service.Commands.Reporting;

/// <summary><c>dhr report case</c> and <c>dhr report family</c>: one review.</summary>
internal static class CaseVerb
{
    public static Command Create(Invocation invocation, Shared shared)
    {
        var options = new ReportOptions();
        var reference = new Argument<string>("CASE") { Description = "The case reference" };
        var command = options.On(new Command("case", """
            The whole story of one review: over time, every rule with its reasons and sources, rounds with the Home Office, actions, notices sent.

            Examples:
              dhr report case BEX-2026-01 --out BEX-2026-01.html
              dhr report case BEX-2026-01 --format json
              dhr report case BEX-2026-01 --format csv --table recorded
            """)
        {
            reference,
        }, ReportTables.Case, withPartnership: false);
        command.SetAction(parsed =>
        {
            using var desk = new ReportDesk(invocation, shared, options, parsed);
            var (file, assessment) = desk.AssessCase(parsed.GetValue(reference)!);
            var report = Report(desk, file, assessment, Notices(desk.Ledger, [file.Reference]));
            return DataForms.Write(desk, parsed, options, report, () => new(desk.Scope("case", file.Partnership, file.Reference), report.Terms, report.Headline, report.Standing, [.. report.Data]));
        });
        return command;
    }

    public static Command CreateFamily(Invocation invocation, Shared shared)
    {
        var options = new ReportOptions();
        var reference = new Argument<string>("CASE") { Description = "The case reference" };
        var command = options.On(new Command("family", """
            What is owed to the family of one review: what comes next, what was done, what was due. No names: contacts are tokens.

            Examples:
              dhr report family BEX-2026-01 --out family.html
              dhr report family BEX-2026-01 --out family.xlsx
            """)
        {
            reference,
        }, ReportTables.Family, withPartnership: false);
        command.SetAction(parsed =>
        {
            using var desk = new ReportDesk(invocation, shared, options, parsed);
            var (file, assessment) = desk.AssessCase(parsed.GetValue(reference)!);
            var terms = desk.Terms("what is owed to the family", file.Reference, file.Partnership, ReportCommand.Restricted);
            var report = FamilyMaker.Of(file, assessment, desk.Rulebook, terms);
            return DataForms.Write(desk, parsed, options, report, () => new(desk.Scope("family", file.Partnership, file.Reference), terms, report.Headline, report.Remarks, [.. report.Data]));
        });
        return command;
    }

    public static CaseReport Report(ReportDesk desk, Cases.CaseFile file, Assessments.Assessment assessment, IReadOnlyDictionary<string, IReadOnlyList<PlannedNotice>> notices) =>
        CaseReportMaker.Of(file, assessment, desk.Rulebook, desk.Terms("one review", file.Reference, file.Partnership, ReportCommand.Restricted), desk.Names, Told(notices, file.Reference),
            desk.Comes(file, assessment, notices.GetValueOrDefault(file.Reference)));

    public static IReadOnlyDictionary<string, IReadOnlyList<PlannedNotice>> Notices(LedgerDatabase ledger, string[] references) => ledger.PlannedNotices(references);

    public static IEnumerable<CaseNotice> Told(IReadOnlyDictionary<string, IReadOnlyList<PlannedNotice>> notices, string reference) =>
        notices.GetValueOrDefault(reference, []).Select(notice => new CaseNotice(
            notice.PlannedOn, notice.Rule, Step(notice), notice.Role,
            notice.WithdrawnOn is not null ? notice.Told ? "told; no longer stands" : "no longer stood before it was sent" : notice.State));

    private static string Step(PlannedNotice notice) =>
        notice.Step is NoticeKey.CannotTell ? "asked for what is missing" : notice.Step is NoticeKey.NoLongerStands ? "no longer stands" : notice.Kind;
}

using System.Text;
using DhrCompliance.Assessments;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Tests.Architecture.Checks;

namespace DhrCompliance.Service.Tests.Sweeps.ByChange;

/// <summary>The shipped rules, and what a policy lead makes of them in two years.</summary>
internal static class Rules
{
    /// <summary>What the language can and no shipped rule does yet.</summary>
    private const string Beside = """
        pack: beside
        title: Rules of every other form
        status: in-force
        governs:
          adopted: yes
        sources:
          none:
            title: Nobody asks for this
        timescales:
          - id: tell-the-next-board
            title: Tell the next board of the decision
            owner: csp-team
            force: local
            basis: proposed
            starts: decision
            next: board-meeting
            met-by: sent-to-csp-board
            escalation: local
          - id: report-the-delay
            title: Report the delay
            owner: csp-chair
            force: local
            basis: proposed
            starts:
              - overdue: guidance-2016/complete-report
            within: 2 weeks
            met-by: delay-reported
            escalation: local
          - id: board-report
            title: Report to the board
            subject: partnership
            owner: csp-team
            force: local
            basis: proposed
            for-each:
              period: calendar-quarter
            within: 1 month
            met-by: board-report
            escalation: local
          - id: learning-event
            title: Hold a learning event
            subject: partnership
            owner: csp
            force: local
            basis: proposed
            for-each:
              period: year
            starts: first-day
            date: last-day
            met-by: learning-event
            escalation: guidance-timescale
        """;

    private static readonly RuleFile[] Shipped =
    [
        .. Repository.Files("rules", ".yaml", ".csv").Select(path => new RuleFile(path, File.ReadAllBytes(Path.Combine(Repository.Root, path)))),
        new RuleFile("rules/local/beside.yaml", Encoding.UTF8.GetBytes(Beside)),
    ];

    /// <summary>As shipped; a limit changed; another holiday; other steps; other words.</summary>
    public static IReadOnlyList<CompiledRulebook> Editions { get; } =
    [
        Changed("", "", ""),
        Changed("guidance-2016.yaml", "within: 6 months", "within: 7 months"),
        Changed("england-and-wales.csv", "2026-12-25,Christmas Day\n", "2026-12-24,Christmas Eve\n2026-12-25,Christmas Day\n"),
        Changed("paths.yaml", "when: 14 days before", "when: 9 days before"),
        Changed("guidance-2016.yaml", "title: Decide whether to hold a review", "title: Decide if there is to be a review"),
    ];

    private static CompiledRulebook Changed(string file, string from, string to)
    {
        var files = Shipped.Select(shipped => file.Length > 0 && shipped.Path.EndsWith(file, StringComparison.Ordinal)
            ? shipped with { Bytes = Encoding.UTF8.GetBytes(Replaced(Encoding.UTF8.GetString(shipped.Bytes.Span), from, to)) }
            : shipped);
        var reading = RulebookReader.Read([.. files]);
        return CompiledRulebook.Compile(reading.Rulebook ?? throw new InvalidOperationException(string.Join('\n', reading.Diagnostics)));
    }

    private static string Replaced(string text, string from, string to) => text.Contains(from, StringComparison.Ordinal)
        ? text.Replace(from, to, StringComparison.Ordinal)
        : throw new InvalidOperationException($"'{from}' is not in the rules any more.");
}

using System.Reflection;
using DhrCompliance.Service.Commands.Serving.Logs;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations.Health;
using Microsoft.Extensions.Logging;

namespace DhrCompliance.Service.Tests.Commands.Serving;

/// <summary>docs/operating.md names every event and every finding, and no other.</summary>
public sealed class OperatingDocumentTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Commands", "Serving", "operating.md"));

    [Fact]
    public void Every_event_of_the_log_stands_in_the_table_with_its_number_level_and_name()
    {
        var events = typeof(ServeLog).GetMethods(BindingFlags.Public | BindingFlags.Static)
            .Select(method => (method.Name, Event: method.GetCustomAttribute<LoggerMessageAttribute>()!))
            .Select(one => $"{one.Event.EventId} {one.Event.Level} {one.Name}")
            .ToList();

        events.Count.ShouldBeGreaterThan(10);
        Table("| event | level |").Select(row => $"{row[0]} {row[1]} {row[2]}").ShouldBe(events);
    }

    [Fact]
    public void Every_finding_stands_in_the_table()
    {
        var facts = new HealthFacts { GatheredAt = default, Ledger = new LedgerFacts(LedgerFault.Missing, null) };

        Table("| finding |").Select(row => row[0].Trim('`')).ShouldBe(HealthFindings.Of(facts, default).Select(finding => finding.Name));
    }

    private static IEnumerable<string[]> Table(string head) => Lines
        .SkipWhile(line => !line.StartsWith(head, StringComparison.Ordinal)).Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Split('|')[1..^1].Select(cell => cell.Trim()).ToArray());
}

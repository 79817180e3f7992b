using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Reports.Tables;

namespace DhrCompliance.Service.Commands;

/// <summary>Deliveries as a table.</summary>
internal static class OutboxTable
{
    private const int EnoughOfAnId = 8;

    public static Table Of(IEnumerable<OutboxLine> lines) => new()
    {
        Title = "Outbox",
        Columns = [new Column("delivery"), new Column("state", ColumnKind.State), new Column("planned", ColumnKind.Date), new Column("about"), new Column("to"), new Column("subject"), new Column("answer"), new Column("attempts", ColumnKind.Number), new Column("next attempt")],
        Rows = lines.Select(line => ImmutableArray.Create(line.Id, line.State, Invocation.Text(line.PlannedOn), line.About, line.Address, line.Subject, line.Answer ?? "", line.Attempts.ToString(CultureInfo.InvariantCulture), line.NextAttempt is { } next ? Invocation.Text(next) : "")),
    };

    /// <summary>For reading: as much of the id as <c>outbox show</c> needs, and the answers below, of those that did not go out.</summary>
    public static void WriteBrief(TextWriter output, IReadOnlyList<OutboxLine> lines, TerminalLook look)
    {
        if (lines.Count == 0)
        {
            output.WriteLine("Outbox: there is nothing to show.");
            return;
        }

        var id = Enumerable.Range(EnoughOfAnId, lines.Max(line => line.Id.Length)).First(length => lines.Select(line => Start(line, length)).Distinct(StringComparer.Ordinal).Count() == lines.Count);
        TerminalTable.Write(
            output,
            new Table
            {
                Title = "Outbox",
                Columns = [new Column("delivery"), new Column("state", ColumnKind.State), new Column("planned", ColumnKind.Date), new Column("to"), new Column("subject")],
                Rows = lines.Select(line => ImmutableArray.Create(Start(line, id), line.State, Invocation.Text(line.PlannedOn), line.Address, line.Subject)),
            },
            look);
        foreach (var line in lines.Where(line => line.Answer is not null && line.State != DeliveryState.Accepted))
        {
            var again = line.NextAttempt is { } next ? $" (attempt {line.Attempts}; the next one after {Invocation.Text(next)})" : "";
            output.WriteLine($"{Start(line, id)}: {Cells.OneLine(line.Answer!)}{again}");
        }

        output.WriteLine("Each in full: dhr outbox show DELIVERY");
    }

    private static string Start(OutboxLine line, int length) => line.Id[..Math.Min(length, line.Id.Length)];
}

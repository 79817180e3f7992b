using System.Collections.Immutable;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Reports.Tables;

namespace DhrCompliance.Service.Commands;

/// <summary>Deliveries as a table.</summary>
internal static class OutboxTable
{
    public static Table Of(IEnumerable<OutboxLine> lines) => new()
    {
        Title = "Outbox",
        Columns = [new Column("delivery"), new Column("state", ColumnKind.State), new Column("planned", ColumnKind.Date), new Column("about"), new Column("to"), new Column("subject"), new Column("answer")],
        Rows = lines.Select(line => ImmutableArray.Create(line.Id, line.State, Invocation.Text(line.PlannedOn), line.About, line.Address, line.Subject, line.Answer ?? "")),
    };
}

using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Service.Intake.Forms;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Sweeps;

namespace DhrCompliance.Service.Commands.Forms;

/// <summary>What a register has to acknowledge and to release.</summary>
internal static class FormLines
{
    public static IEnumerable<FormLine> ToAcknowledge(LedgerDatabase ledger, CompiledRulebook compiled, DateOnly today)
    {
        var partnerships = PartnershipsOf(ledger);
        return new Acknowledging(ledger, compiled).Standing(today).Select(one => new FormLine(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [FormColumns.Notice] = one.Notice.Key,
                [FormColumns.Partnership] = partnerships.GetValueOrDefault(one.Notice.Subject, ""),
                [FormColumns.Review] = one.Notice.Subject,
                [FormColumns.What] = one.Place.Rule.Title,
                [FormColumns.Level] = $"{(one.Notice.Kind == one.Notice.Step ? one.Notice.Step : $"{one.Notice.Kind}: {one.Notice.Step}")}{(one.Place.EveryDays is { } every ? $", repeated every {Recorded.Counted(every, "day")}" : "")}",
                [FormColumns.Role] = one.Notice.Role,
                [FormColumns.ToldOn] = Invocation.Text(one.Notice.PlannedOn),
                [FormColumns.AtMost] = Invocation.Text(today.AddDays(one.Place.Path.AcknowledgeAtMostDays!.Value)),
                [FormColumns.HeldBackUntil] = one.Notice.AcknowledgedUntil is { } until ? Invocation.Text(until) : "",
            },
            Acknowledgements.Version(one.Notice)));
    }

    public static IEnumerable<FormLine> ToRelease(LedgerDatabase ledger)
    {
        var partnerships = PartnershipsOf(ledger);
        var held = ledger.Deliveries(new DeliveryFilter { States = [DeliveryState.Held] });
        return OutboxLine.Of(held, ledger).Zip(held, (line, delivery) => new FormLine(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [FormColumns.Delivery] = line.Id,
            [FormColumns.Partnership] = delivery.Partnership,
            [FormColumns.Review] = line.About,
            [FormColumns.What] = line.Subject,
            [FormColumns.To] = line.Address,
            [FormColumns.HeldSince] = Invocation.Text(line.PlannedOn),
            [FormColumns.Why] = delivery.Kind is null or DeliveryKind.Held
                ? "a named person releases what goes to this role"
                : "one sweep would have sent more than Post:MaxPerSweep lets go by itself",
        }));
    }

    private static Dictionary<string, string> PartnershipsOf(LedgerDatabase ledger)
    {
        var rows = ledger.Rows();
        return rows.Cases.Select(row => (row.Reference, row.Partnership)).Concat(rows.Partnerships.Select(row => (Reference: row.Id, Partnership: row.Id)))
            .ToDictionary(one => one.Reference, one => one.Partnership, StringComparer.Ordinal);
    }
}

using System.Globalization;
using DhrCompliance.Escalations;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Post.Composing;

/// <summary>A mail, and how serious the most serious is that it tells.</summary>
internal readonly record struct Composed(DeliveryRow Row, Gravity Gravity);

/// <summary>A sweep that would send very many mails at once is likely a mistake in a rule or an import: the gravest go, the others wait for a person.</summary>
internal static class Breaker
{
    /// <param name="mails">The mails.</param>
    /// <param name="most">The most that go by themselves; 0: all do.</param>
    public static IEnumerable<DeliveryRow> Of(IReadOnlyList<Composed> mails, int most)
    {
        var counted = mails.Where(mail => mail.Row is { State: DeliveryState.Planned, Kind: not DeliveryKind.Weekly }).ToList();
        if (most == 0 || counted.Count <= most)
        {
            return mails.Select(mail => mail.Row);
        }

        var kept = counted.OrderBy(mail => mail.Gravity).ThenBy(mail => mail.Row.Id, StringComparer.Ordinal).Skip(most).Select(mail => mail.Row.Id).ToHashSet(StringComparer.Ordinal);
        var why = string.Create(CultureInfo.InvariantCulture,
            $"One sweep planned {counted.Count} mails, and Post:MaxPerSweep lets {most} go by themselves. Look whether it is meant, then release it: 'dhr outbox approve'.");
        return mails.Select(mail => kept.Contains(mail.Row.Id) ? mail.Row with { State = DeliveryState.Held, Answer = why } : mail.Row);
    }
}

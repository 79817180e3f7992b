using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;

namespace DhrCompliance.Service.Tests.Sweeps.ByChange;

/// <summary>A mail that a sweep planned.</summary>
internal sealed record PlannedDelivery(string Id, bool Held, ImmutableArray<string> Notices);

/// <summary>What becomes of mails: most are accepted by the next day, some late, some never; what is held is released later, if at all; some are acknowledged.</summary>
internal sealed class Afterwards(Func<int, Chance> chances)
{
    private readonly SortedDictionary<DateOnly, List<Action<LedgerDatabase, LedgerWriter>>> _waiting = [];

    public void Planned(PlannedDelivery mail, DateOnly day)
    {
        var chance = chances(int.Parse(mail.Id.AsSpan(0, 6), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
        if (mail.Held)
        {
            if (!chance.One(3))
            {
                Becomes(day.AddDays(chance.Number(1, 30)), mail.Id, DeliveryState.Planned, DeliveryState.Reserved, DeliveryState.Accepted);
            }
        }
        else if (chance.One(5))
        {
            Becomes(day.AddDays(1), mail.Id, DeliveryState.Reserved, DeliveryState.Failed);
            Becomes(day.AddDays(chance.Number(2, 30)), mail.Id, chance.One(3) ? [DeliveryState.Discarded] : [DeliveryState.Reserved, DeliveryState.Accepted]);
        }
        else
        {
            Becomes(day.AddDays(1), mail.Id, DeliveryState.Reserved, DeliveryState.Accepted);
        }

        while (chance.One(4))
        {
            day = day.AddDays(chance.Number(1, 25));
            var until = day.AddDays(chance.Number(0, 60));
            At(day, (_, writer) => mail.Notices.ToList().ForEach(key => writer.Acknowledge(key, until, "seen to")));
        }
    }

    /// <summary>What happened by the day and was not asked for yet.</summary>
    public IReadOnlyList<Action<LedgerDatabase, LedgerWriter>> Until(DateOnly day)
    {
        var due = _waiting.TakeWhile(one => one.Key <= day).ToList();
        due.ForEach(one => _waiting.Remove(one.Key));
        return [.. due.SelectMany(one => one.Value)];
    }

    private void Becomes(DateOnly day, string delivery, params string[] states) => At(day, (ledger, writer) =>
    {
        if (ledger.Delivery(delivery)!.State != DeliveryState.Discarded)
        {
            states.ToList().ForEach(state => writer.AppendDeliveryState(delivery, state, null));
        }
    });

    private void At(DateOnly day, Action<LedgerDatabase, LedgerWriter> write)
    {
        if (!_waiting.TryGetValue(day, out var there))
        {
            _waiting.Add(day, there = []);
        }

        there.Add(write);
    }
}

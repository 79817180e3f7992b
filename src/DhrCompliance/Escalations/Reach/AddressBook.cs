using System.Collections.Immutable;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Escalations.Reach;

/// <summary>
/// From a role to the addresses that are written to: those who hold it, or whom the path names for what reaches nobody. A step that needs approval
/// has no such others: whoever releases it knows whom it was meant for. Pure.
/// </summary>
/// <param name="contacts">Who holds which role.</param>
/// <param name="isAllowed">Whether mails may go to an address.</param>
/// <param name="operatorAddress">Where the person is told who runs the service; null: nowhere.</param>
public sealed class AddressBook(ContactBook contacts, Func<string, bool> isAllowed, string? operatorAddress)
{
    /// <summary>Where a notice of a role goes on a day. Each partnership is answered for by itself.</summary>
    /// <param name="role">The role it is meant for.</param>
    /// <param name="path">The path, which names who is told instead.</param>
    /// <param name="owner">The role whose duty the rule is; null: it has none.</param>
    /// <param name="isHeld">True: it waits for approval, and is told to nobody else.</param>
    /// <param name="concern">What it is about.</param>
    /// <param name="day">The day.</param>
    /// <param name="failed">Addresses that a mail of it could not be delivered to.</param>
    public Addressing Of(string role, EscalationPath path, string? owner, bool isHeld, Concern concern, DateOnly day, IReadOnlySet<string>? failed = null)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(concern);
        var told = new SortedDictionary<string, Addressee>(StringComparer.OrdinalIgnoreCase);
        var gaps = ImmutableArray.CreateBuilder<Gap>();
        foreach (var partnership in concern.Partnerships)
        {
            var holders = Holders.Of(role, concern, partnership, contacts, day);
            var reached = Reached(holders, failed);
            foreach (var address in reached)
            {
                told[address] = new Addressee(address, role);
            }

            if (reached.Count > 0)
            {
                continue;
            }

            var because = holders.Count == 0 ? Unreached.Vacant
                : holders.Any(holder => failed?.Contains(holder.Email) == true) ? Unreached.Failed
                : Unreached.NotAllowed;
            var (instead, others) = isHeld ? (role, []) : Instead(role, path, owner, concern, partnership, day, failed);
            foreach (var address in others)
            {
                told.TryAdd(address, new Addressee(address, instead, because));
            }

            gaps.Add(new Gap(role, concern.Reference, partnership, because, others.Count == 0));
        }

        return new Addressing([.. told.Values], gaps.ToImmutable());
    }

    /// <summary>The first of the path's roles for what reaches nobody that somebody holds who can be written to.</summary>
    private (string Role, IReadOnlyList<string> Addresses) Instead(
        string meant, EscalationPath path, string? owner, Concern concern, string partnership, DateOnly day, IReadOnlySet<string>? failed)
    {
        foreach (var named in path.Undeliverable)
        {
            var role = named == Recipients.Owner ? owner : named;
            List<string> addresses = role is null || role == meant ? []
                : role == Recipients.Operator ? operatorAddress is { } address && CanTake(address, failed) ? [address] : []
                : Reached(Holders.Of(role, concern, partnership, contacts, day), failed);
            if (addresses.Count > 0)
            {
                return (role!, addresses);
            }
        }

        return (meant, []);
    }

    private List<string> Reached(IReadOnlyList<Contact> holders, IReadOnlySet<string>? failed) =>
        [.. holders.Select(holder => holder.Email).Where(address => CanTake(address, failed))];

    private bool CanTake(string address, IReadOnlySet<string>? failed) => isAllowed(address) && failed?.Contains(address) != true;
}

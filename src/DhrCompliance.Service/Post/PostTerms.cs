using DhrCompliance.Escalations.Reach;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Settings;

namespace DhrCompliance.Service.Post;

/// <summary>Who may be written to and how much, as the settings say.</summary>
/// <param name="IsAllowed">Whether mail may go to an address.</param>
/// <param name="Operator">Where the person is told who runs the service; null: nowhere.</param>
/// <param name="MailsAtMost">The most mails of one sweep that go without a person's release; 0: no limit.</param>
public sealed record PostTerms(Func<string, bool> IsAllowed, string? Operator, int MailsAtMost = 0)
{
    /// <summary>Everybody may be written to, and there is no operator.</summary>
    public static PostTerms Anyone { get; } = new(_ => true, null);

    /// <summary>Those of the settings.</summary>
    public static PostTerms Of(PostSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new PostTerms(AllowedAddresses.Of(settings).Allows, settings.Operator, settings.MaxPerSweep);
    }

    /// <summary>From roles to addresses, by the contacts of a register.</summary>
    public AddressBook Book(LedgerDatabase ledger, CurrentNames names)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return new AddressBook(Outbox.Book(ledger.Contacts(), names), IsAllowed, Operator);
    }
}

using System.Security.Cryptography;
using System.Text;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Post.Journal;

/// <summary>Where the journal of a register lies, and whether its mails go to another address.</summary>
/// <param name="Path">The file.</param>
/// <param name="Redirect">The address that all mails go to in place of their own; null: each goes to its own.</param>
public sealed record JournalPlace(string Path, string? Redirect = null);

/// <summary>
/// What was sent, remembered apart from the register: so that a register that was restored from a backup tells nobody a second time, and a crash between
/// a mail's acceptance and its record in the register leaves nothing in doubt. It holds no address and no case, only hashes keyed with a salt of its
/// own; those of another register count for nothing. May be asked and written by several threads at once.
/// </summary>
internal sealed class SentJournal : IDisposable
{
    private const int HashBytes = 16;

    private const int Page = 500;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _told;
    private readonly JournalPlace _place;
    private readonly string _register;
    private readonly JournalFile _file;

    private SentJournal(JournalPlace place, string register, JournalFile file, Dictionary<string, DateTimeOffset> told) =>
        (_place, _register, _file, _told) = (place, register, file, told);

    /// <summary>
    /// Opens the journal of a register. Where there is none it is made, with what the register knows of. Throws <see cref="PostException"/>, saying what to
    /// do: who cannot see what was sent sends nothing.
    /// </summary>
    public static SentJournal Open(JournalPlace place, LedgerDatabase database)
    {
        var told = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        JournalFile? file = null;
        try
        {
            var isEmpty = true;
            file = JournalFile.Open(place.Path, line =>
            {
                isEmpty = false;
                Take(told, line);
            });
            var journal = new SentJournal(place, database.Identity, file, told);
            if (isEmpty)
            {
                journal.Fill(database);
            }

            return journal;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            file?.Dispose();
            throw Unusable(place, error);
        }
    }

    /// <summary>Since when all that a delivery tells is told to its address; null: something of it is not.</summary>
    public DateTimeOffset? ToldAt(DeliveryRow delivery)
    {
        lock (_lock)
        {
            DateTimeOffset? last = null;
            foreach (var notice in delivery.Notices)
            {
                if (!_told.TryGetValue(HashOf(notice, delivery.Address), out var at))
                {
                    return null;
                }

                last = last is null || at > last ? at : last;
            }

            return last;
        }
    }

    /// <summary>They were accepted. Throws <see cref="PostException"/> where that cannot be written.</summary>
    public void Sent(IEnumerable<DeliveryRow> deliveries, DateTimeOffset at) => Add([.. deliveries.Select(delivery => LineOf(delivery, true, at))]);

    /// <summary>It came back: what it told may be sent again. Throws <see cref="PostException"/> where that cannot be written.</summary>
    public void CameBack(DeliveryRow delivery, DateTimeOffset at) => Add([LineOf(delivery, false, at)]);

    public void Dispose() => _file.Dispose();

    private static void Take(Dictionary<string, DateTimeOffset> told, JournalLine line)
    {
        foreach (var notice in line.Notices)
        {
            if (line.IsSent)
            {
                told[notice] = line.At;
            }
            else
            {
                told.Remove(notice);
            }
        }
    }

    private static PostException Unusable(JournalPlace place, Exception error) => new(
        $"The journal of what was sent, {place.Path}, cannot be used: {error.Message.TrimEnd('.')}. Nothing is sent without it, since people could be told a second time. "
        + "See that this user may read and write it and that there is room; if it is damaged, put back a copy of it, or move it away if the register itself was not restored: "
        + "it is made anew from the register then. Post:Journal names another place.",
        error);

    /// <summary>What the register knows of, all at once: a crash leaves all of it or none.</summary>
    private void Fill(LedgerDatabase database)
    {
        var lines = new List<JournalLine>();
        string? after = null;
        while (database.Deliveries(new DeliveryFilter { States = [DeliveryState.Accepted], After = after, AtMost = Page }) is { Count: > 0 } page)
        {
            lines.AddRange(page.Where(delivery => !delivery.Notices.IsEmpty).Select(delivery => LineOf(delivery, true, delivery.At!.Value)));
            after = page[^1].Id;
        }

        Add(lines);
    }

    private void Add(List<JournalLine> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        lock (_lock)
        {
            try
            {
                _file.Add(lines);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw Unusable(_place, error);
            }

            foreach (var line in lines)
            {
                Take(_told, line);
            }
        }
    }

    private JournalLine LineOf(DeliveryRow delivery, bool isSent, DateTimeOffset at) => new(
        at, isSent, delivery.Id, delivery.MessageId, HashOf("", delivery.Address), [.. delivery.Notices.Select(notice => HashOf(notice, delivery.Address))]);

    /// <summary>A trial that sends all mails to one address tells those nothing whom they are for.</summary>
    private string HashOf(string notice, string address)
    {
        var text = string.Join('\n', _register, notice, address.ToLowerInvariant(), _place.Redirect?.ToLowerInvariant() ?? "");
        return Convert.ToHexStringLower(HMACSHA256.HashData(_file.Salt, Encoding.UTF8.GetBytes(text)).AsSpan(0, HashBytes));
    }
}

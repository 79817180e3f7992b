using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Post.Journal;

/// <summary>One line of the journal: that a delivery was accepted, or that it came back after all.</summary>
/// <param name="At">When.</param>
/// <param name="IsSent">False: what it told was not told after all, and may be sent again.</param>
/// <param name="Delivery">Its id.</param>
/// <param name="MessageId">By which a mail server's own log knows it.</param>
/// <param name="Address">A keyed hash of the address.</param>
/// <param name="Notices">A keyed hash for each of its notices, of its key and the address.</param>
internal sealed record JournalLine(DateTimeOffset At, bool IsSent, string Delivery, string MessageId, string Address, ImmutableArray<string> Notices)
{
    private const string Sent = "sent";

    private const string Back = "back";

    private const char Mark = '#';

    private const int CheckDigits = 8;

    /// <summary>The line with its check, without a line break.</summary>
    public string Write()
    {
        var text = string.Join(' ', Instants.Write(At), IsSent ? Sent : Back, Delivery, MessageId, Address, string.Join(',', Notices));
        return $"{text} {Mark}{CheckOf(text)}";
    }

    /// <summary>Null where it is not such a line, whole and as it was written.</summary>
    public static JournalLine? Read(string line)
    {
        var at = line.Length - CheckDigits - 2;
        if (at <= 0 || line[at] != ' ' || line[at + 1] != Mark || CheckOf(line[..at]) != line[(at + 2)..])
        {
            return null;
        }

        return line[..at].Split(' ') is [var moment, var what and (Sent or Back), var delivery, var messageId, var address, var notices]
            ? new JournalLine(Instants.Read(moment), what == Sent, delivery, messageId, address, [.. notices.Split(',')])
            : null;
    }

    private static string CheckOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, CheckDigits / 2));
}

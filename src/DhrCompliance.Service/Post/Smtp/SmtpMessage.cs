using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post.Mime;

namespace DhrCompliance.Service.Post.Smtp;

/// <summary>
/// A delivery as the framework's client sends it: the headers of <see cref="MailFile"/>, and its body octet by octet. The date alone is the
/// framework's: it writes the machine's time over whatever is given.
/// </summary>
internal static class SmtpMessage
{
    /// <summary>Throws <see cref="FormatException"/> or <see cref="ArgumentException"/> where the mail cannot be sent to anyone as it is.</summary>
    public static MailMessage Of(DeliveryRow mail, string from, WitnessedBody body)
    {
        MailFile.RefuseUnlessAddress(mail.Address);
        var message = new MailMessage(new MailAddress(from, "DhrCompliance"), new MailAddress(mail.Address));
        try
        {
            message.SubjectEncoding = Encoding.UTF8;
            message.Subject = SubjectOf(mail);
            message.Headers.Add("Message-ID", Line(mail.MessageId));
            message.Headers.Add("Auto-Submitted", "auto-generated");
            message.Headers.Add("X-Auto-Response-Suppress", "All");

            // A single view becomes the message's own content, whatever its type: so the body is ours to the octet.
            message.AlternateViews.Add(new AlternateView(body, new ContentType(MailFile.ContentTypeOf(mail))) { TransferEncoding = TransferEncoding.SevenBit });
            return message;
        }
        catch
        {
            message.Dispose();
            throw;
        }
    }

    /// <summary>What looks encoded would be decoded on the way: a blank keeps it the text it is.</summary>
    private static string SubjectOf(DeliveryRow mail) => Line(mail.Subject).Replace("=?", "= ?", StringComparison.Ordinal);

    /// <summary>Whoever puts a line break into a value could write headers of their own; the framework refuses that in some headers only.</summary>
    private static string Line(string value) => value.Any(char.IsControl)
        ? throw new ArgumentException("A header may hold no control characters.", nameof(value))
        : value;
}

using System.Collections.Immutable;
using DhrCompliance.Service.Reports.Json;
using DhrCompliance.Service.Reports.Tables;
using DhrCompliance.Service.Sweeps;

namespace DhrCompliance.Service.Commands;

/// <summary>Mails of coming days, by person and day, as a table and as JSON.</summary>
internal static class PreviewTable
{
    public static Table Of(IEnumerable<PreviewedMail> mails) => new()
    {
        Title = "Mails that would go out, if nothing more is recorded",
        Columns = [new Column("to"), new Column("day", ColumnKind.Date), new Column("state"), new Column("about"), new Column("subject"), new Column("as"), new Column("kind"), new Column("notices", ColumnKind.Number)],
        Rows = mails.Select(mail => ImmutableArray.Create(
            mail.Address, JsonValues.Day(mail.Day), State(mail), string.Join(' ', mail.About), mail.Subject, string.Join(' ', mail.Roles), mail.Kind ?? "", FormattableString.Invariant($"{mail.Notices.Length}"))),
    };

    /// <summary>For reading.</summary>
    public static Table Brief(IEnumerable<PreviewedMail> mails) => new()
    {
        Title = Of([]).Title,
        Columns = [new Column("to"), new Column("day", ColumnKind.Date), new Column("subject")],
        Rows = mails.Select(mail => ImmutableArray.Create(mail.Address, JsonValues.Day(mail.Day), mail.IsHeld ? $"(held for approval) {mail.Subject}" : mail.Subject)),
    };

    /// <summary>The mails as JSON; keys may be added, none changes its meaning.</summary>
    /// <param name="mails">The mails.</param>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day.</param>
    public static string Json(IEnumerable<PreviewedMail> mails, DateOnly first, DateOnly last) => JsonValues.Document(json =>
    {
        json.WriteStartObject();
        json.WriteString("from", JsonValues.Day(first));
        json.WriteString("until", JsonValues.Day(last));
        json.WriteStartArray("mails");
        foreach (var mail in mails)
        {
            json.WriteStartObject();
            json.WriteString("to", mail.Address);
            json.WriteString("day", JsonValues.Day(mail.Day));
            json.WriteString("state", State(mail));
            json.WriteTexts("about", mail.About);
            json.WriteString("subject", mail.Subject);
            json.WriteTexts("as", mail.Roles);
            json.WriteText("kind", mail.Kind);
            json.WriteTexts("notices", mail.Notices);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static string State(PreviewedMail mail) => mail.IsHeld ? "held" : "sent";
}

using System.Collections.Immutable;
using System.Net;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Post;

/// <summary>What mails to the operator rest on.</summary>
/// <param name="Operator">The operator's address; null: nobody is told.</param>
/// <param name="From">The address that mails come from.</param>
/// <param name="Ledger">The register's file, which remembers what was told.</param>
/// <param name="Act">Who tells.</param>
/// <param name="Transport">A transport of the operator's mails alone; disposed of after each.</param>
public sealed record OperatorPostOptions(string? Operator, string From, string Ledger, Act Act, Func<ITransport> Transport)
{
    /// <summary>What each mail ends with.</summary>
    public string Closing { get; init; } = "How the service is, with all that is not well: dhr health\n\nThis is told once; if it stays, 'dhr health' goes on showing it.";
}

/// <summary>What became of news.</summary>
public enum OperatorAnswer
{
    /// <summary>There is no operator, or this was told before.</summary>
    Nothing,

    /// <summary>The mail was accepted, or may have been.</summary>
    Told,

    /// <summary>The mail could not be sent; to be tried again with the next occasion.</summary>
    NotTold,
}

/// <summary>
/// Tells the operator by mail, past the outbox, each trouble once. What was told stands in the register; where that cannot be written it is
/// remembered until the process ends. Not for several threads at once, but for <see cref="SweepFinished"/>.
/// </summary>
public sealed class OperatorPost(OperatorPostOptions options, TimeProvider clock)
{
    private const string Mark = "[DHR]";

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    // Of a register that is held or gone, the mail must not wait for long.
    private static readonly OpenOptions Brief = OpenOptions.Default with { Patience = TimeSpan.FromSeconds(2) };

    private readonly Lock _lock = new();
    private ImmutableHashSet<OperatorNews> _told = [];

    /// <summary>Tells it, unless it was told. Throws nothing but <see cref="OperationCanceledException"/> when stopped.</summary>
    public Task<OperatorAnswer> Tell(OperatorNews news, CancellationToken stop) => Tell([news], stop);

    /// <summary>Tells in one mail what of it was not told. Throws nothing but <see cref="OperationCanceledException"/> when stopped.</summary>
    /// <param name="news">Of one kind.</param>
    /// <param name="stop">The end.</param>
    public async Task<OperatorAnswer> Tell(IReadOnlyList<OperatorNews> news, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(news);
        if (options.Operator is not { } address || news.Where(one => !WasTold(one)).ToList() is not [var first, .. var others] fresh)
        {
            return OperatorAnswer.Nothing;
        }

        var mail = others.Count == 0 ? first : first with
        {
            Subject = FormattableString.Invariant($"{first.Subject}, and {others.Count} more"),
            Text = string.Join("\n\n", fresh.Select(one => one.Text)),
        };
        if (!await Send(MailOf(mail, address), stop))
        {
            return OperatorAnswer.NotTold;
        }

        fresh.ForEach(Remember);
        return OperatorAnswer.Told;
    }

    /// <summary>What was told until now may be news again.</summary>
    public void SweepFinished()
    {
        lock (_lock)
        {
            _told = _told.Where(news => !news.AgainAfterSweep).ToImmutableHashSet();
        }
    }

    private async Task<bool> Send(DeliveryRow mail, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(Longest, clock);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(stop, limit.Token);
        try
        {
            using var transport = options.Transport();
            await transport.Open(giveUp.Token);
            var handover = await transport.Send(mail, clock.GetUtcNow(), giveUp.Token);

            // What may have arrived counts as told: a second mail about the same is worse than looking at the log.
            return handover.Outcome is HandoverOutcome.Accepted or HandoverOutcome.Unknown;
        }
        catch (Exception) when (!stop.IsCancellationRequested)
        {
            // A trouble of the post must not become one of what is being told about.
            return false;
        }
    }

    private bool WasTold(OperatorNews news)
    {
        lock (_lock)
        {
            if (_told.Any(told => told.Kind == news.Kind && told.About == news.About))
            {
                return true;
            }
        }

        try
        {
            using var ledger = LedgerDatabase.Open(options.Ledger, OpenMode.ReadOnly, clock, Brief);
            return ledger.LastOperatorMail(news.Kind, news.About) is { } last && (last.SinceLastSweep || !news.AgainAfterSweep);
        }
        catch (LedgerException)
        {
            return false;
        }
    }

    private void Remember(OperatorNews news)
    {
        lock (_lock)
        {
            _told = _told.Add(news);
        }

        try
        {
            using var ledger = LedgerDatabase.Open(options.Ledger, OpenMode.Write, clock, Brief);
            using var writer = ledger.Write(options.Act);
            writer.AppendOperatorMail(new OperatorMailRow { Kind = news.Kind, About = news.About, Subject = news.Subject, Text = news.Text });
            writer.Commit();
        }
        catch (Exception error) when (error is LedgerException or RowRefusedException)
        {
            // It is remembered until the process ends; the register's own trouble is told as such.
        }
    }

    private DeliveryRow MailOf(OperatorNews news, string address)
    {
        var now = clock.GetUtcNow();
        var id = DeliveryIds.Of([$"{news.Kind}|{news.About}|{Instants.Write(now)}"], address);
        var text = $"{news.Text}\n\n{options.Closing}\n";
        return new DeliveryRow
        {
            Id = id,
            Partnership = "",
            Address = address,
            MessageId = DeliveryIds.MessageIdOf(id, options.From),
            Subject = $"{Mark} {news.Subject}",
            Text = text,
            Html = $"<!DOCTYPE html><html lang=\"en\"><body><pre>{WebUtility.HtmlEncode(text)}</pre></body></html>",
            State = DeliveryState.Planned,
            PlannedOn = Instants.LondonDay(now),
            Notices = [],
        };
    }
}

using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Assessments;
using DhrCompliance.Escalations;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;

namespace DhrCompliance.Service.Sweeps;

/// <summary>A notice cannot be acknowledged, or not so; the message says why, and what can be done.</summary>
public sealed class AcknowledgementRefusedException(string message) : Exception(message)
{
    /// <summary>True: the day is what is wrong, not what is meant.</summary>
    public bool IsOfDay { get; init; }
}

/// <summary>Whether the repeats of a notice may be held back, as its path has it: repeats of its step for its role, never the next step.</summary>
public sealed class Acknowledging(LedgerDatabase ledger, CompiledRulebook rulebook)
{
    private readonly NoticePlanner _planner = new(rulebook.Rulebook);

    /// <summary>The notices that are meant, each with where it stands. Throws <see cref="AcknowledgementRefusedException"/> where one of them may not be acknowledged.</summary>
    /// <param name="named">A notice's key, or the id of a delivery, or its beginning: what it tells; where that is several things, with a slash and the number of one after it.</param>
    /// <param name="until">The last day (inclusive) on which repeats are held back.</param>
    /// <param name="today">The day from which the path's limit counts.</param>
    public IReadOnlyList<(PlannedNotice Notice, NoticePlace Place)> Of(string named, DateOnly until, DateOnly today)
    {
        if (until < today)
        {
            throw new AcknowledgementRefusedException($"{Text(until)} is past: give a day from {Text(today)} on, until which repeats are held back.") { IsOfDay = true };
        }

        return [.. Keys(named).Select(key => Judge(key, until, today))];
    }

    /// <summary>What was told, still stands and may be acknowledged, each by its last repeat, by case.</summary>
    /// <param name="today">The day on which it is asked.</param>
    public IEnumerable<(PlannedNotice Notice, NoticePlace Place)> Standing(DateOnly today)
    {
        foreach (var (_, planned) in ledger.PlannedNotices().OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            var last = planned.Where(notice => notice is { Told: true, WithdrawnOn: null })
                .Select(notice => (Notice: notice, Key: NoticeKey.Parse(notice.Key)))
                .Where(one => one.Key.Step is not (NoticeKey.NoLongerStands or NoticeKey.Weekly))
                .GroupBy(one => one.Key with { Repeat = 0 })
                .Select(repeats => repeats.MaxBy(one => one.Key.Repeat))
                .Select(one => (one.Notice, one.Key, Place: _planner.PlaceOf(one.Key)))
                .Where(one => one.Place?.Path.AcknowledgeAtMostDays is not null)
                .ToList();
            var gone = last.Count == 0 ? [] : Gone(last[0].Key.Subject, planned, today);
            foreach (var (notice, key, place) in last.Where(one => !gone.Contains(one.Key)))
            {
                yield return (notice, place!);
            }
        }
    }

    private ImmutableArray<string> Keys(string named)
    {
        if (named.Contains('|', StringComparison.Ordinal))
        {
            return [named];
        }

        var slash = named.IndexOf('/', StringComparison.Ordinal);
        var id = slash < 0 ? named : named[..slash];
        var found = ledger.Delivery(id) is { } exact ? [exact]
            : ledger.Deliveries(DeliveryFilter.All).Where(one => one.Id.StartsWith(id, StringComparison.Ordinal)).Take(2).ToList();
        if (found is not [var delivery] || id.Length == 0)
        {
            throw new AcknowledgementRefusedException(found.Count == 0
                ? $"There is no delivery or notice '{id}': 'dhr outbox list' shows the deliveries, 'dhr outbox show' the notices of one."
                : $"Several deliveries begin with '{id}': give more of the id.");
        }

        return Numbered(delivery, slash < 0 ? null : named[(slash + 1)..]);
    }

    private static ImmutableArray<string> Numbered(DeliveryRow delivery, string? number)
    {
        var notices = NumberedNotices.Of(delivery.Notices);
        if (number is null)
        {
            return !notices[0].IsOneOfSeveral ? delivery.Notices
                : throw new AcknowledgementRefusedException($"Delivery {delivery.Id} tells {notices[^1].Number} things: say which by its number, such as '{delivery.Id}/1'. 'dhr outbox show {delivery.Id}' lists them.");
        }

        ImmutableArray<string> keys = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var wanted)
            ? [.. notices.Where(notice => notice.Number == wanted).Select(notice => notice.Key)] : [];
        return keys.IsEmpty
            ? throw new AcknowledgementRefusedException($"Delivery {delivery.Id} tells {notices[^1].Number} things; '{number}' is not the number of one of them. Give one from 1 to {notices[^1].Number}, as in the mail or in 'dhr outbox show {delivery.Id}'.")
            : keys;
    }

    private (PlannedNotice Notice, NoticePlace Place) Judge(string text, DateOnly until, DateOnly today)
    {
        var key = Parse(text);
        var planned = ledger.PlannedNotices([key.Subject]).GetValueOrDefault(key.Subject) ?? [];
        var notice = planned.FirstOrDefault(one => one.Key == text)
            ?? throw new AcknowledgementRefusedException($"There is no notice '{text}': 'dhr outbox show' lists the notices of a delivery.");
        if (key.Step == NoticeKey.NoLongerStands)
        {
            throw new AcknowledgementRefusedException($"'{text}' says that what was told no longer stands: nothing of it is repeated.");
        }

        if (notice.WithdrawnOn is { } gone)
        {
            throw new AcknowledgementRefusedException($"The ground of '{text}' no longer held on {Text(gone)}: there is nothing to hold back.");
        }

        if (!notice.Told)
        {
            throw new AcknowledgementRefusedException($"Nobody was told of '{text}' yet: only what was told can be acknowledged; 'dhr outbox list --case {key.Subject}' shows what waits.");
        }

        if (IsGone(key, planned, today))
        {
            throw new AcknowledgementRefusedException($"By what is recorded now, the ground of '{text}' no longer holds; the next run withdraws it. There is nothing to hold back.");
        }

        return (notice, Allowed(key, text, until, today));
    }

    private NoticePlace Allowed(NoticeKey key, string text, DateOnly until, DateOnly today)
    {
        if (_planner.PlaceOf(key) is not { } place)
        {
            throw new AcknowledgementRefusedException($"No rule of today is behind '{text}': nothing of it is repeated.");
        }

        if (place.Path.AcknowledgeAtMostDays is not { } most)
        {
            throw new AcknowledgementRefusedException($"The path '{place.Path.Id}' allows no acknowledgement: it has no 'acknowledge: at most ... days'.");
        }

        var last = today.AddDays(most);
        return until <= last ? place : throw new AcknowledgementRefusedException(string.Create(CultureInfo.InvariantCulture,
            $"The path '{place.Path.Id}' lets repeats be held back for at most {most} days: give a day until {last:yyyy-MM-dd}. It can be acknowledged again then."))
        { IsOfDay = true };
    }

    private bool IsGone(NoticeKey key, IReadOnlyList<PlannedNotice> planned, DateOnly today) => Gone(key.Subject, planned, today).Contains(key);

    /// <summary>What the next run withdraws.</summary>
    private ImmutableArray<NoticeKey> Gone(string subject, IReadOnlyList<PlannedNotice> planned, DateOnly today) =>
        ledger.CaseFiles([subject]).Select(rulebook.Current).FirstOrDefault() is { } file
            ? [.. _planner.Plan(rulebook.Assess(rulebook.Bind(file), today), SentReading.Of(planned), file.Jurisdiction).Withdrawn]
            : [];

    private static NoticeKey Parse(string text)
    {
        try
        {
            return NoticeKey.Parse(text);
        }
        catch (FormatException error)
        {
            throw new AcknowledgementRefusedException($"{error.Message} 'dhr outbox show' shows the keys of a delivery's notices.");
        }
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using System.Collections.Immutable;
using DhrCompliance.Escalations;
using DhrCompliance.Escalations.Reach;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;

namespace DhrCompliance.Service.Sweeps;

/// <summary>
/// The mails of the coming days, if nothing more is recorded and every mail arrives: the sweeps themselves, one a day, over a copy of the register
/// that nobody else can read and that is gone afterwards. The register is only read.
/// </summary>
public sealed class Previewing : IDisposable
{
    private static readonly Act Act = new("preview", "", "", "");

    private readonly DirectoryInfo _folder;
    private readonly LedgerDatabase _copy;
    private readonly Clock _clock;
    private readonly RulesNow _rules;
    private readonly string _from;
    private readonly List<CaseFailure> _failures = [];
    private readonly List<Gap> _gaps = [];
    private readonly PostTerms _terms;

    /// <param name="ledger">The register.</param>
    /// <param name="rules">The rulebook.</param>
    /// <param name="from">The address that mails come from.</param>
    /// <param name="terms">Who may be written to.</param>
    /// <param name="now">The moment.</param>
    public Previewing(LedgerDatabase ledger, RulesNow rules, string from, PostTerms terms, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        (_rules, _from, _terms, _clock) = (rules, from, terms, new Clock(now));
        _folder = Directory.CreateTempSubdirectory("dhr-preview-");
        try
        {
            var file = Path.Combine(_folder.FullName, "register.db");
            ledger.CopyTo(file);
            _copy = LedgerDatabase.Open(file, OpenMode.Write, _clock);
        }
        catch
        {
            _folder.Delete(recursive: true);
            throw;
        }
    }

    /// <summary>What could not be assessed on some day, each once.</summary>
    public IReadOnlyCollection<CaseFailure> Failures => [.. _failures.Distinct()];

    /// <summary>Roles that no mail would reach when a notice is for them, each once.</summary>
    public IReadOnlyCollection<Gap> Gaps => [.. _gaps.Distinct()];

    /// <summary>The mails of so many days, the first one included, in the order of the days.</summary>
    /// <param name="first">The first day; the last sweep's where that is later.</param>
    /// <param name="days">How many.</param>
    /// <param name="stop">Heard between two cases.</param>
    public IEnumerable<PreviewedMail> Of(DateOnly first, int days, CancellationToken stop = default)
    {
        var begin = _copy.ReadSweepState().LastDay is { } last && last > first ? last : first;
        var held = _copy.Deliveries(new DeliveryFilter { States = [DeliveryState.Held] }).Select(delivery => delivery.Id).ToHashSet(StringComparer.Ordinal);
        for (var day = begin; day.DayNumber < first.DayNumber + days; day = day.AddDays(1))
        {
            if (day > begin)
            {
                _clock.Noon(day);
            }

            var report = new Sweep(_copy, _rules.Rulebook, _from) { Terms = _terms }.Run(day, Act, _rules.Files, stop: stop);
            _failures.AddRange(report.Failures);
            _gaps.AddRange(report.Gaps);
            var going = _copy.Deliveries(new DeliveryFilter { States = [DeliveryState.Planned] });
            Arrive(going);
            var waiting = _copy.Deliveries(new DeliveryFilter { States = [DeliveryState.Held] }).Where(delivery => held.Add(delivery.Id));
            foreach (var mail in going.Concat(waiting))
            {
                yield return PreviewedMail.Of(mail, day);
            }
        }
    }

    public void Dispose()
    {
        _copy.Dispose();
        _folder.Delete(recursive: true);
    }

    private void Arrive(IReadOnlyList<DeliveryRow> mails)
    {
        if (mails.Count == 0)
        {
            return;
        }

        using var writer = _copy.Write(Act);
        foreach (var mail in mails)
        {
            writer.AppendDeliveryState(mail.Id, DeliveryState.Accepted, null);
        }

        writer.Commit();
    }

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        private DateTimeOffset _now = now;

        public void Noon(DateOnly day) => _now = new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => _now;
    }
}

/// <summary>A mail that would go out, or would be held, on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Address">To whom.</param>
/// <param name="Roles">In which roles.</param>
/// <param name="About">The cases and partnerships.</param>
/// <param name="Subject">The mail's subject.</param>
/// <param name="Kind">What sort of mail; null: of an earlier version.</param>
/// <param name="IsHeld">True: it waits for a named person to release it.</param>
/// <param name="Notices">What it tells, by the notices' keys.</param>
public sealed record PreviewedMail(
    DateOnly Day, string Address, ImmutableArray<string> Roles, ImmutableArray<string> About, string Subject, string? Kind, bool IsHeld, ImmutableArray<string> Notices)
{
    internal static PreviewedMail Of(DeliveryRow mail, DateOnly day)
    {
        var keys = mail.Notices.Select(NoticeKey.Parse).ToList();
        return new PreviewedMail(
            day,
            mail.Address,
            [.. keys.Select(key => key.Role).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            [.. keys.Select(key => key.Subject).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            mail.Subject,
            mail.Kind,
            mail.State == DeliveryState.Held,
            mail.Notices);
    }
}

using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Escalations;
using DhrCompliance.Escalations.Wording;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Post.Composing;

/// <summary>What stands, by assessing the cases concerned once more. Not for several threads at once.</summary>
/// <param name="ledger">The register.</param>
/// <param name="rulebook">The rulebook.</param>
/// <param name="words">Puts notices into words.</param>
/// <param name="outbox">Who is written to.</param>
/// <param name="day">The day.</param>
public sealed class Standing(LedgerDatabase ledger, CompiledRulebook rulebook, NoticeWriter words, Outbox outbox, DateOnly day)
{
    private const int Shown = 20;

    /// <summary>Some of them may turn out to be none of the person's business any more.</summary>
    private const int LookedAt = 2 * Shown;

    private readonly NoticePlanner _planner = new(rulebook.Rulebook);

    /// <summary>What each of these people was told that is still so, by address.</summary>
    /// <param name="fresh">The people, each with what they are told anew.</param>
    /// <param name="withdrawn">Keys whose ground this sweep found lost, which may not be written yet.</param>
    public IReadOnlyDictionary<string, Told> ToldTo(IReadOnlyDictionary<string, HashSet<About>> fresh, IReadOnlySet<string> withdrawn)
    {
        ArgumentNullException.ThrowIfNull(fresh);
        ArgumentNullException.ThrowIfNull(withdrawn);
        var people = fresh.Count == 0 ? [] : ledger.Told([.. fresh.Keys])
            .Where(told => !withdrawn.Contains(told.Key) && !SentReading.IsPassedOver(told.Kind))
            .Select(told => (Told: told, Key: NoticeKey.Parse(told.Key)))
            .Select(one => new Before(one.Told, one.Key, _planner.Current(one.Key)))
            .Where(before => before.Key.Duty != NoticeKey.Weekly)
            .GroupBy(before => before.Told.Address, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(one => one.Key, OneEach, StringComparer.OrdinalIgnoreCase);
        var looks = people.ToDictionary(
            one => one.Key, one => one.Value.Where(before => !fresh[one.Key].Contains(before.About)).ToList(), StringComparer.OrdinalIgnoreCase);
        var cases = Cases(looks.Values.SelectMany(one => one.Take(LookedAt)).Select(before => before.Key.Subject));
        return fresh.Keys.ToDictionary(
            address => address,
            address => people.TryGetValue(address, out var all) ? Of(address, all, looks[address], cases) : Told.Nothing,
            StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>What still stands of mails that have not gone out, to be told anew, by delivery; null for a mail of which something cannot be told now.</summary>
    /// <param name="unsent">The mails, with what each still has to tell.</param>
    public IReadOnlyDictionary<string, Retold?> Anew(IReadOnlyList<(CarriedNotices Mail, ImmutableArray<string> Left)> unsent)
    {
        ArgumentNullException.ThrowIfNull(unsent);
        var cases = Cases(unsent.SelectMany(one => one.Left).Select(key => NoticeKey.Parse(key).Subject));
        return unsent.ToDictionary(one => one.Mail.Id, one => Anew(one.Mail, one.Left, cases), StringComparer.Ordinal);
    }

    private Retold? Anew(CarriedNotices mail, ImmutableArray<string> left, Dictionary<string, CaseNow> cases)
    {
        var parcels = ImmutableArray.CreateBuilder<Parcel>();
        var backlog = ImmutableArray.CreateBuilder<BacklogParcel>();
        foreach (var one in left.Select(NoticeKey.Parse).Where(key => key.Duty != NoticeKey.Weekly).GroupBy(key => key.Subject, StringComparer.Ordinal))
        {
            if (!cases.TryGetValue(one.Key, out var now))
            {
                return null;
            }

            var notices = one.Select(now.Restating.Of).OfType<Notice>().ToList();
            if (notices.Count < one.Count())
            {
                return null;
            }

            if (mail.Kind == DeliveryKind.Backlog)
            {
                backlog.AddRange(notices.Select(notice => new BacklogParcel(now.File.Partnership, mail.Address, notice.StoredAs.ToString(), now.Writer.Backlog(notice))));
                continue;
            }

            // What was released once, or needed no release, needs none now.
            parcels.AddRange(Outbox.Parcels(notices.Select(notice => As(notice with { Held = false }, now.File, mail.Address)), now.Writer, now.File));
        }

        return new Retold(parcels.ToImmutable(), backlog.ToImmutable());
    }

    /// <summary>
    /// What stands of mails that failed for good, for those who are told instead: who else holds the role by now, or whom the path names for what
    /// reaches nobody. What needs approval, and whoever has it already, is left out.
    /// </summary>
    public ImmutableArray<Parcel> ToOthers(IReadOnlyList<CarriedNotices> failed)
    {
        ArgumentNullException.ThrowIfNull(failed);
        if (failed.Count == 0)
        {
            return [];
        }

        var keys = failed.SelectMany(mail => mail.Notices.Except(mail.Withdrawn, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal)
            .Select(NoticeKey.Parse).Where(key => key.Duty != NoticeKey.Weekly).ToList();
        var cases = Cases(keys.Select(key => key.Subject));
        return
        [
            .. from one in keys.GroupBy(key => key.Subject, StringComparer.Ordinal)
               where cases.ContainsKey(one.Key)
               let now = cases[one.Key]
               let mails = ledger.Deliveries(new DeliveryFilter { About = one.Key })
               from parcel in Outbox.Parcels(one.Select(now.Restating.Of).OfType<Notice>().SelectMany(notice => ToOthers(notice, now, mails)), now.Writer, now.File)
               select parcel,
        ];
    }

    private IEnumerable<Addressed> ToOthers(Notice notice, CaseNow now, IReadOnlyList<DeliveryRow> mails)
    {
        var carrying = mails.Where(mail => mail.Notices.Contains(notice.StoredAs.ToString())).ToLookup(mail => mail.State == DeliveryState.Failed);

        // One that was discarded counts too: a person decided that, or what it told went on in another.
        var having = carrying[false].Select(mail => mail.Address).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return notice.Held ? [] : outbox.To(notice, now.File, day, carrying[true].Select(mail => mail.Address).ToHashSet(StringComparer.OrdinalIgnoreCase)).To
            .Where(told => !having.Contains(told.Address))
            .Select(told => Addressed.To(notice, told));
    }

    /// <summary>For an address that it was for before, in the role that it is told in today, if in any.</summary>
    private Addressed As(Notice notice, CaseFile file, string address) =>
        outbox.To(notice, file, day).To.FirstOrDefault(told => string.Equals(told.Address, address, StringComparison.OrdinalIgnoreCase)) is { } told
            ? Addressed.To(notice, told)
            : new Addressed(notice, address);

    /// <summary>The duties' instances, the gravest first as far as the kinds tell; each as it was told last.</summary>
    private static List<Before> OneEach(IEnumerable<Before> told) =>
    [
        .. told.GroupBy(before => before.About)
            .Select(one => one.MaxBy(before => before.Told.PlannedOn)!)
            .OrderBy(before => before.Key.Step == NoticeKey.Backlog)
            .ThenBy(before => new Gravity(SentReading.KindOf(before.Told.Kind), default, default, 0))
            .ThenBy(before => before.Told.PlannedOn)
            .ThenBy(before => before.Told.Key, StringComparer.Ordinal),
    ];

    private Told Of(string address, List<Before> all, List<Before> looks, Dictionary<string, CaseNow> cases)
    {
        var lines = new List<(Gravity Gravity, DigestStanding Line)>();
        foreach (var before in looks.Take(LookedAt))
        {
            // Whoever has left a role since hears no more of it.
            if (cases.TryGetValue(before.Key.Subject, out var now)
                && now.Restating.Of(before.Key) is { } notice
                && outbox.To(notice, now.File, day).To.Any(told => string.Equals(told.Address, address, StringComparison.OrdinalIgnoreCase)))
            {
                lines.Add((Gravity.Of(notice, day), new DigestStanding(before.Key.Subject, now.Writer.Line(notice), before.Told.PlannedOn)));
            }
        }

        return new Told(
            [.. lines.OrderBy(line => line.Gravity).Take(Shown).Select(line => line.Line)],
            Math.Max(0, lines.Count - Shown) + Math.Max(0, looks.Count - LookedAt),
            [.. all.Select(before => before.About)]);
    }

    private Dictionary<string, CaseNow> Cases(IEnumerable<string> references)
    {
        var wanted = references.Distinct(StringComparer.Ordinal).ToList();
        var cases = new Dictionary<string, CaseNow>(StringComparer.Ordinal);
        if (wanted.Count == 0)
        {
            return cases;
        }

        var sent = ledger.PlannedNotices(wanted);
        foreach (var file in ledger.CaseFiles(wanted).Where(rulebook.Concerns).Select(rulebook.Current))
        {
            if (Assess(file) is { } assessment)
            {
                cases[file.Reference] = new CaseNow(file, _planner.Restating(assessment, SentReading.Of(sent.GetValueOrDefault(file.Reference))), words.For(assessment));
            }
        }

        return cases;
    }

    /// <summary>One that cannot be assessed was reported by the sweep; nothing is said of it here.</summary>
    private Assessment? Assess(CaseFile file)
    {
        try
        {
            return rulebook.Assess(rulebook.Bind(file), day);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return null;
        }
    }

    /// <summary>What was told, by its key as it is stored and as it is called today: a renamed duty is the same duty.</summary>
    private sealed record Before(ToldNotice Told, NoticeKey Key, NoticeKey Today)
    {
        public About About { get; } = new(Today.Subject, Today.Duty, Today.Instance);
    }

    private sealed record CaseNow(CaseFile File, Restating Restating, AssessmentWriter Writer);
}

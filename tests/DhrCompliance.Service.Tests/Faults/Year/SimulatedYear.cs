using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Assessments;
using DhrCompliance.Benchmarks.Synthetic;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Sweeps;
using DhrCompliance.Service.Tests.Ledger;
using DhrCompliance.Tests.RealTimelines;

namespace DhrCompliance.Service.Tests.Faults.Year;

/// <summary>
/// Reviews over a year, with one sweep a day: what happens in it is recorded that day or the next Monday. Each day ends with everything sent, whatever
/// went wrong in it: the server is up again, and a person has said of what was in doubt that it shall be sent again.
/// </summary>
internal sealed class SimulatedYear : IDisposable
{
    private const string From = "dhr@example.org";

    private static readonly DateOnly First = new(2026, 1, 5);

    private static readonly DateOnly[] ClocksChange = [new(2026, 3, 29), new(2026, 10, 25)];

    private static readonly Act Act = new("run", "year", "here", "1");

    private static readonly CompiledRulebook Rulebook = CompiledRulebook.Compile(RuleFiles.Read());

    private readonly RegisterRows rows;
    private readonly ILookup<DateOnly, EventRow> later;
    private readonly Disk disk = new();
    private readonly MoodyServer server;
    private readonly ManualClock clock = new();

    public SimulatedYear(int cases, int days)
    {
        Days = days;
        server = new MoodyServer(disk);
        rows = SyntheticRegister.Make(cases, 20261121, First.AddDays(days));
        later = rows.Events.Where(row => string.CompareOrdinal(row.Date, Instants.Write(First)) > 0).ToLookup(row => RecordedOn(row.Date!));
        clock.Now = Morning(First);
        using var ledger = LedgerDatabase.Open(disk.Register, OpenMode.Create, clock, disk.Options);
        SyntheticRegister.Fill(ledger, rows with { Events = [.. rows.Events.Except(later.SelectMany(day => day))] });
    }

    public int Days { get; }

    public int Kills { get; private set; }

    public int Unknown { get; private set; }

    public int Refused { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Message-IDs of what the mail server accepted, and how often.</summary>
    public IReadOnlyDictionary<string, int> Accepted => server.Accepted;

    /// <summary>Lives a day.</summary>
    /// <param name="number">Counted from 0.</param>
    /// <param name="moods">What goes wrong in it, one after the other; at last all is well.</param>
    /// <param name="at">The mail, or the commit, at which it does.</param>
    public void Day(int number, IEnumerable<Mood> moods, Func<int> at)
    {
        var day = First.AddDays(number);
        Record(day);
        if (ClocksChange.Contains(day))
        {
            // Half past one in London: left out in spring, and there twice in autumn.
            foreach (var minutes in new[] { 30, 90 })
            {
                clock.Now = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).AddMinutes(minutes);
                Attempt(Mood.Well, 0);
            }
        }

        clock.Now = Morning(day);
        foreach (var mood in moods)
        {
            var before = clock.Now;
            clock.Now -= mood switch { Mood.HourBack => TimeSpan.FromHours(1), Mood.DayBack => TimeSpan.FromDays(1), _ => TimeSpan.Zero };
            Attempt(mood, at());
            clock.Now = before + TimeSpan.FromMinutes(20);
        }

        Evening();
    }

    /// <summary>Whether a sweep for the day after can be made today already: what happens then is not known yet.</summary>
    public bool IsQuietAfter(int number) => number + 1 < Days && !later.Contains(First.AddDays(number + 1));

    public void ShouldBeSound()
    {
        using var ledger = Open();
        ledger.Verify().Problems.ShouldBeEmpty();
    }

    /// <summary>How often each mail was marked as not known to have arrived.</summary>
    public ImmutableDictionary<string, int> Marked()
    {
        using var ledger = Open();
        return ledger.HistoriesIn("accepted").ToImmutableDictionary(history => $"<{history.Id}@example.org>", history => history.States.Count(state => state.State == "unknown"));
    }

    public void Dispose() => disk.Dispose();

    private static DateTimeOffset Morning(DateOnly day) => new(day, new TimeOnly(6, 30), TimeSpan.Zero);

    /// <summary>Nobody records anything from Friday to Sunday. Of a month, its first day.</summary>
    private static DateOnly RecordedOn(string date)
    {
        var day = DateOnly.Parse(date.Length == 7 ? $"{date}-01" : date, CultureInfo.InvariantCulture);
        return day.DayOfWeek switch
        {
            DayOfWeek.Friday => day.AddDays(3),
            DayOfWeek.Saturday => day.AddDays(2),
            DayOfWeek.Sunday => day.AddDays(1),
            _ => day,
        };
    }

    private void Record(DateOnly day)
    {
        if (later[day].ToList() is { Count: > 0 } events)
        {
            using var ledger = Open();
            TemporaryRegister.Write(ledger, writer => events.ForEach(writer.Append));
        }
    }

    private void Attempt(Mood mood, int at)
    {
        Attempts++;
        (server.Mood, server.At) = (mood, at);
        disk.DieAfter(mood == Mood.KilledWriting ? at : -1);
        try
        {
            using var ledger = Open();
            new Sweep(ledger, Rulebook, From).Run(null, Act, []);
            new Drain(ledger, server, new DrainLimits(), clock).Run(Act).GetAwaiter().GetResult();
        }
        catch (KilledException)
        {
            Kills++;
        }
        catch (SweepRefusedException)
        {
            Refused++;
        }
        catch (PostException)
        {
            // It waits.
        }

        disk.DieAfter(-1);
        disk.Bury();
    }

    private void Evening()
    {
        Attempt(Mood.Well, 0);
        using var ledger = Open();
        var unknown = ledger.Deliveries(new DeliveryFilter { States = ["unknown"] });
        var greylisted = ledger.Deliveries(new DeliveryFilter { States = ["planned"] });
        if (unknown.Count + greylisted.Count == 0)
        {
            return;
        }

        Unknown += unknown.Count;
        TemporaryRegister.Write(ledger, writer =>
        {
            foreach (var delivery in unknown.Concat(greylisted))
            {
                Reconciliation.Retry(ledger, writer, delivery);
            }
        });
        server.Mood = Mood.Well;
        new Drain(ledger, server, new DrainLimits(), clock).Run(Act).GetAwaiter().GetResult();
        ledger.HistoriesIn("planned", "reserved", "unknown", "failed").ShouldBeEmpty();
    }

    private LedgerDatabase Open() => LedgerDatabase.Open(disk.Register, OpenMode.Write, clock, disk.Options);
}

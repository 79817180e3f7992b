using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Service.Commands;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Tests.Commands;
using DhrCompliance.Service.Tests.Post.Smtp;
using DhrCompliance.Tests.Architecture.Checks;

namespace DhrCompliance.Service.Tests.Faults.Killing;

/// <summary>How a process is ended.</summary>
internal enum Blow
{
    /// <summary>kill -9 at any moment.</summary>
    Kill,

    /// <summary>kill -9 while the mail server has accepted a mail and not yet said so.</summary>
    KillWhileHeld,

    /// <summary>SIGTERM at any moment.</summary>
    Stop,
}

/// <summary>
/// Registers with a sweep due of some hundred mails, and a mail server: the real program is started over and over, and ended before it is done,
/// until all has gone out. Then the server's own record is compared with that of a run that nobody ended.
/// </summary>
internal sealed class Battered : IDisposable
{
    private const string From = "dhr@example.org";
    private const int DaysWithoutSweep = 140;
    private const int MillisecondsForAMail = 4;
    private const int Connections = 2;

    // Made once, by whichever test comes first: they are not run at the same time.
    private static readonly Dictionary<string, TimeSpan> Lengths = [];

    private static byte[]? register;
    private static DateOnly preparedFor;

    /// <summary>How many more belong to the team: so many mails there are to batter.</summary>
    private const int People = 110;

    private static ImmutableHashSet<string> expected = [];

    private static readonly RunningClock Clock = RunningClock.Instance;

    private readonly TestProgram program;
    private readonly MailSink sink;
    private readonly Random random;
    private readonly DateOnly today = Instants.LondonDay(Clock.GetUtcNow());
    private readonly Figures figures = new();
    private int before;
    private ImmutableHashSet<string> inDoubt = [];

    public Battered(int seed)
    {
        random = new Random(seed);
        program = new TestProgram(Invocation.Text(today));
        sink = MailSink.Start(program.Path("accepted.log"), MillisecondsForAMail);
        program.Environment["DHR_Ledger__Path"] = Register;
        program.Environment["DHR_Serve__Health"] = "http://127.0.0.1:0";
        program.Environment["DHR_Post__From"] = From;
        RulesWithoutQuietDays();
        if (register is null || preparedFor != today)
        {
            register = Prepared();
            expected = Faultless();
            preparedFor = today;
        }

        figures.Due = expected.Count;
        program.Environment["DHR_Post__Transport"] = "smtp";
        program.Environment["DHR_Post__Host"] = "127.0.0.1";
        program.Environment["DHR_Post__Port"] = sink.Port.ToString(CultureInfo.InvariantCulture);
        program.Environment["DHR_Post__Security"] = "none";
        program.Environment["DHR_Post__MailsPerMinute"] = "0";
        program.Environment["DHR_Post__Connections"] = Connections.ToString(CultureInfo.InvariantCulture);
    }

    private string Register => program.Path("data/register.db");

    private int Left => expected.Count - sink.Accepted().Skip(before).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Ends the command so many times; where there are several ways to, in turn.</summary>
    public async Task<Figures> Batter(string command, int times, params Blow[] blows)
    {
        try
        {
            return await BatterToday(command, times, blows);
        }
        catch (Exception error) when (Instants.LondonDay(Clock.GetUtcNow()) != today)
        {
            throw new SkipException($"Midnight came in between: what is compared belongs to {Invocation.Text(today)}. ({error.Message})");
        }
    }

    private async Task<Figures> BatterToday(string command, int times, Blow[] blows)
    {
        var length = await Length(command);
        for (var done = 0; done < times;)
        {
            Begin();
            while (done < times && Left > 0)
            {
                done += await Strike(command, blows[done % blows.Length], length) ? 1 : 0;
                ShouldBeSound();
                Retry();
            }

            Finish();
            Judge(blows);
        }

        return figures;
    }

    public void Dispose()
    {
        sink.Dispose();
        program.Dispose();
    }

    /// <summary>Starts the command and ends it; false where it was done before.</summary>
    private async Task<bool> Strike(string command, Blow blow, TimeSpan length)
    {
        var toCome = Sendable();
        var isHeld = blow == Blow.KillWhileHeld && toCome > 0;
        using var process = DhrProcess.Start(program, null, command);
        var ended = process.Ended();
        var moment = isHeld
            ? sink.Holding(random.Next(1, toCome + 1), ended)
            : Task.Delay(length * random.NextDouble(), Clock);
        await Task.WhenAny(moment, ended);
        await (isHeld ? moment : Task.CompletedTask);
        if (ended.IsCompleted)
        {
            // Partly: it told of a mail that an earlier one left in doubt.
            (await ended).Code.ShouldBeOneOf([ExitCode.Done, ExitCode.Partly], (await ended).Errors);
            return false;
        }

        var asked = Clock.GetTimestamp();
        if (blow == Blow.Stop)
        {
            process.Terminate();
        }
        else
        {
            process.Kill();
        }

        var run = await ended;
        var took = Clock.GetElapsedTime(asked);
        figures.Add(Phase(), blow == Blow.Stop ? took : null);
        if (blow == Blow.Stop)
        {
            // 143, and 130 of a service: so early that it had not said a word.
            var isEarly = run.Output.Length == 0;
            run.Code.ShouldBeOneOf([ExitCode.Done, command == "serve" && !isEarly ? ExitCode.Done : ExitCode.Interrupted, isEarly ? 143 : ExitCode.Done], run.Errors);
        }

        return true;
    }

    /// <summary>How many mails the next one is going to send: one that an earlier one left on its way waits for a person first.</summary>
    private int Sendable()
    {
        using var ledger = Open();
        return ledger.LastSweep()?.Day == today ? ledger.HistoriesIn("planned").Count : Left;
    }

    /// <summary>How far the work had come.</summary>
    private string Phase()
    {
        using var ledger = Open();
        if (ledger.LastSweep()?.Day != today)
        {
            return "before the sweep was written";
        }

        var reserved = ledger.HistoriesIn("reserved");
        reserved.Count.ShouldBeLessThanOrEqualTo(Connections);
        if (reserved.Count == 0)
        {
            return Left == 0 ? "after the last mail" : "between sweep and mails, or between two mails";
        }

        if (reserved.All(delivery => inDoubt.Contains(delivery.Id)))
        {
            return "before it went on with what an earlier one had left";
        }

        inDoubt = [.. reserved.Select(delivery => delivery.Id)];
        return sink.Accepted().Skip(before).Intersect(inDoubt.Select(IdOf)).Any() ? "with a mail accepted and not recorded" : "with mails on their way";
    }

    private void ShouldBeSound()
    {
        using var ledger = Open();
        ledger.Verify().Problems.ShouldBeEmpty();
    }

    /// <summary>As a person would who has asked whether they arrived, and was told no.</summary>
    private void Retry()
    {
        using (var ledger = Open())
        {
            if (ledger.HistoriesIn("unknown").Count == 0)
            {
                return;
            }
        }

        var retry = program.Run("outbox", "retry", "--unknown");
        retry.Code.ShouldBe(ExitCode.Done, retry.Errors);
    }

    /// <summary>Nobody ends these.</summary>
    private void Finish()
    {
        program.Run("run").Code.ShouldBeOneOf(ExitCode.Done, ExitCode.Partly);
        Retry();
        var run = program.Run("run");
        run.Code.ShouldBe(ExitCode.Done, run.Errors);
        ShouldBeSound();
    }

    private void Judge(Blow[] blows)
    {
        var accepted = sink.Accepted().Skip(before).ToList();
        expected.Except(accepted).ShouldBeEmpty("lost");
        accepted.Except(expected).ShouldBeEmpty("sent that a faultless run does not send");
        using var ledger = Open();
        var unknown = 0;
        var doubled = 0;
        foreach (var history in ledger.HistoriesOf([.. expected.Select(id => id[1..id.IndexOf('@', StringComparison.Ordinal)])]))
        {
            history.Latest.State.ShouldBe("accepted");
            var marked = history.States.Count(state => state.State == "unknown");
            var more = accepted.Count(id => id == IdOf(history.Id)) - 1;
            more.ShouldBeLessThanOrEqualTo(marked, "sent once more without having been marked as unknown");
            (unknown, doubled) = (unknown + marked, doubled + more);
        }

        unknown.ShouldBeLessThanOrEqualTo(figures.Blows * Connections);
        if (blows is [Blow.Stop])
        {
            doubled.ShouldBe(0);
        }

        figures.Rounds++;
        figures.Unknown += unknown;
        figures.Doubled += doubled;
    }

    private void Begin()
    {
        before = sink.Accepted().Count;
        inDoubt = [];
        Directory.CreateDirectory(program.Path("data"));
        Directory.Delete(program.Path("data"), recursive: true);
        Directory.CreateDirectory(program.Path("data"));
        File.WriteAllBytes(Register, register!);
    }

    /// <summary>How long the command takes when nobody ends it.</summary>
    private async Task<TimeSpan> Length(string command)
    {
        if (Lengths.TryGetValue(command, out var known))
        {
            return known;
        }

        Begin();
        var began = Clock.GetTimestamp();
        using var process = DhrProcess.Start(program, null, command);
        var ended = process.Ended();
        while (!ended.IsCompleted && Left > 0)
        {
            await Task.WhenAny(Task.Delay(TimeSpan.FromMilliseconds(50), Clock), ended);
        }

        return Lengths[command] = Clock.GetElapsedTime(began);
    }

    /// <summary>The sample borough with more people to be told, last swept months ago.</summary>
    private byte[] Prepared()
    {
        // Each hears everything in one mail: many mails are to many people.
        program.Write("people/contacts.csv", "partnership,case,agency,role,email,from,until\n"
            + string.Concat(Enumerable.Range(2, People).Select(person => $"harrowmere,,,csp-team,csp-team-{person}@harrowmere.example.org,,\n")));
        program.Run("demo", "--as-of", Invocation.Text(today.AddDays(-DaysWithoutSweep)), "--out", "data").Code.ShouldBe(ExitCode.Done);
        var import = program.Run("import", "people");
        import.Code.ShouldBe(ExitCode.Done, import.Errors);
        return File.ReadAllBytes(Register);
    }

    /// <summary>These tests run on the machine's day, which may be a Sunday.</summary>
    private void RulesWithoutQuietDays()
    {
        foreach (var file in Repository.Files("rules", ".yaml", ".csv"))
        {
            program.Write(file, File.ReadAllText(Path.Combine(Repository.Root, file)).Replace("    quiet: weekends-and-holidays\n", "", StringComparison.Ordinal));
        }

        program.Environment["DHR_Rules__Folder"] = program.Path("rules");
    }

    private ImmutableHashSet<string> Faultless()
    {
        var run = program.Run("run");
        run.Code.ShouldBe(ExitCode.Done, run.Errors);
        using var ledger = Open();
        ImmutableHashSet<string> mails = [.. ledger.Deliveries(new DeliveryFilter { States = ["accepted"] }).Where(delivery => delivery.PlannedOn == today).Select(delivery => delivery.MessageId)];
        mails.Count.ShouldBeGreaterThanOrEqualTo(100);
        return mails;
    }

    private LedgerDatabase Open() => LedgerDatabase.Open(Register, OpenMode.ReadOnly, Clock);

    private static string IdOf(string delivery) => $"<{delivery}@example.org>";
}

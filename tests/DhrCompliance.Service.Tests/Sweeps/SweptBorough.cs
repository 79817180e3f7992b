using System.Globalization;
using DhrCompliance.Escalations;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Tests.Commands;
using DhrCompliance.Service.Tests.Ledger;

namespace DhrCompliance.Service.Tests.Sweeps;

/// <summary>A small borough with one case, of whose death a partnership was told on 1 September 2026, swept day by day by the program itself under rules of its own.</summary>
internal sealed class SweptBorough : IDisposable
{
    public const string Reference = "BOR-2026-01";

    private const string Contacts = """
        partnership,case,agency,role,email,from,until
        borough,,,csp-team,team@example.org,,
        borough,,,csp-chair,chair@example.org,,
        borough,,,review-chair,review-chair@example.org,,
        ,,,home-office,ho@example.org,,

        """;

    /// <param name="withPost">True: with the summary of what was late already, and the mail of the week.</param>
    public SweptBorough(bool withPost = false)
    {
        var rules = withPost ? Path.Combine(AppContext.BaseDirectory, "rules") : PathsAlone.Rules;
        // What is tried here is what changed rules tell, not who lets them.
        Program.Environment["DHR_Rules__Adoption"] = "on-check";
        foreach (var file in Directory.EnumerateFiles(rules, "*", SearchOption.AllDirectories))
        {
            Program.Write(Path.Combine("rules", Path.GetRelativePath(rules, file)), File.ReadAllText(file));
        }

        Program.Write("in/partnerships.csv", "id,name,jurisdiction,kept-since\nborough,Borough Partnership,england,2026-01-01\n");
        Program.Write("in/contacts.csv", Contacts);
        Program.Write("in/cases.csv", $"reference,partnership,kept-since\n{Reference},borough,\n");
        Program.Write("in/events.csv", $"id,reference,item,event,date,withdrawn,note,recorded-by,recorded-at\n,{Reference},,notified,2026-09-01,,,,\n");
        Do("2026-09-01", "import", "in");
    }

    public TestProgram Program { get; } = new();

    public void Dispose() => Program.Dispose();

    /// <summary>What is told by a sweep on the day: the subjects of the mails that it plans, each with the address.</summary>
    public IReadOnlyList<string> Sweep(string day)
    {
        var before = Deliveries().Select(delivery => delivery.Id).ToHashSet(StringComparer.Ordinal);
        Do(day, "run");
        return [.. Deliveries().Where(delivery => !before.Contains(delivery.Id)).Select(delivery => $"{delivery.Address}: {delivery.Subject[(delivery.Subject.IndexOf(']', StringComparison.Ordinal) + 2)..]}").Order(StringComparer.Ordinal)];
    }

    /// <summary>What a sweep on the day tells of a duty, whatever mail it stands in: each address with the step.</summary>
    public IReadOnlyList<string> Told(string day, string duty)
    {
        var before = Deliveries().Select(delivery => delivery.Id).ToHashSet(StringComparer.Ordinal);
        Do(day, "run");
        return
        [
            .. from delivery in Deliveries()
               where !before.Contains(delivery.Id)
               from key in delivery.Notices.Select(NoticeKey.Parse)
               where key.Duty == duty
               orderby delivery.Address
               select $"{delivery.Address}: {key.Step}",
        ];
    }

    public string Do(string day, params string[] arguments)
    {
        var run = Program.RunOn(Day(day), arguments);
        run.Code.ShouldBe(0, run.Errors + run.Output);
        return run.Output;
    }

    public IReadOnlyList<DeliveryRow> Deliveries()
    {
        using var ledger = Open();
        return ledger.Deliveries(DeliveryFilter.All);
    }

    /// <summary>The keys of all notices that were mailed or are to be, as <c>duty step repeat role generation</c>.</summary>
    public IReadOnlyList<string> Keys()
    {
        using var ledger = Open();
        return
        [
            .. ledger.PlannedNotices().Values.SelectMany(notices => notices).Where(notice => notice.Kind != SentReading.PassedOver)
                .Select(notice => notice.Key.Split('|')).Select(parts => $"{parts[1]} {parts[3]} {parts[4]} {parts[5]} {parts[6]}").Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The texts of the mails planned on a day, each on one line.</summary>
    public string Texts(string day) =>
        string.Join("\n\n", Deliveries().Where(delivery => delivery.PlannedOn == Day(day)).Select(delivery => delivery.Text.ReplaceLineEndings(" ")));

    public void Edit(string file, params (string Find, string Replacement)[] changes)
    {
        var text = File.ReadAllText(Program.Path(Path.Combine("rules", file)));
        foreach (var (find, replacement) in changes)
        {
            text.ShouldContain(find);
            text = text.Replace(find, replacement, StringComparison.Ordinal);
        }

        Program.Write(Path.Combine("rules", file), text);
    }

    public LedgerDatabase Open() => LedgerDatabase.Open(Program.Path("data/register.db"), OpenMode.ReadOnly, new ManualClock());

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using DhrCompliance.Assessments;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Commands;
using DhrCompliance.Service.Demo;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations;
using DhrCompliance.Service.Reports.Board;
using DhrCompliance.Service.Sweeps;
using DhrCompliance.Service.Tests.Ledger;
using DhrCompliance.Service.Tests.Post;
using DhrCompliance.Vocabularies;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Tests.Commands;

/// <summary>A register in which every free text and every sensitive fact holds a word that stands nowhere else: what leaves the register is searched for it.</summary>
public sealed class CanaryTests
{
    internal const string Canary = "Zwartkopje";

    // A value that is valid where a number is asked for.
    private const string NumberCanary = "98765";

    internal static readonly Rulebook Rulebook = RulesFolder.Read(Path.Combine(AppContext.BaseDirectory, "rules"));
    private static readonly Vocabulary Words = Rulebook.Vocabulary;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nothing_that_was_typed_freely_and_nothing_sensitive_leaves_the_register(bool evenWhereWordsAreChosen)
    {
        using var program = Planted(evenWhereWordsAreChosen);
        var said = new StringBuilder();
        foreach (var (day, command) in new (string, string[])[]
        {
            ("2026-11-20", ["doctor"]), ("2026-11-20", ["run", "--dry-run"]), ("2026-11-20", ["run"]),
            ("2026-12-20", ["run"]), ("2027-03-01", ["run"]), ("2027-09-01", ["run"]),
            ("2027-09-01", ["audit"]), ("2027-09-01", ["audit", "--format", "list"]), ("2027-09-01", ["audit", "--format", "csv"]),
            ("2027-09-01", ["audit", "--format", "html", "--all"]),
            ("2027-09-01", ["outbox", "list"]), ("2027-09-01", ["outbox", "list", "--format", "csv"]), ("2027-09-01", ["ledger", "verify"]), ("2027-09-01", ["doctor"]),
            ("2027-09-01", ["preview", "--days", "14", "--format", "csv"]), ("2027-09-01", ["preview", "--days", "14"]), ("2027-09-01", ["preview", "--days", "14", "--format", "json"]),
            ("2027-09-01", ["contacts"]), ("2027-09-01", ["contacts", "--format", "csv"]), ("2027-09-01", ["contacts", "--format", "json"]),
        }.Concat(Reasons(program)))
        {
            var run = program.RunOn(DateOnly.Parse(day, CultureInfo.InvariantCulture), command);
            run.Code.ShouldNotBe(ExitCode.Fault, run.Errors);
            said.Append(run.Output).Append(run.Errors);
        }

        var mails = Mails(program);
        mails.Count.ShouldBeGreaterThan(20);
        mails.ForEach(Clean);
        Clean(said.ToString());
        Clean(string.Join('\n', Directory.GetFileSystemEntries(program.Path("data"), "*", SearchOption.AllDirectories)));
    }

    [Fact]
    public void Every_sensitive_fact_of_the_vocabulary_has_a_canary_somewhere()
    {
        using var program = Planted();
        using var ledger = LedgerDatabase.Open(program.Path("data/register.db"), OpenMode.ReadOnly, new ManualClock());
        var files = ledger.CaseFiles().ToList();
        var planted = files.SelectMany(file => file.Facts).Concat(files.SelectMany(file => file.Items).SelectMany(item => item.Facts))
            .Where(fact => fact.Value.Contains(Canary, StringComparison.Ordinal) || fact.Value == NumberCanary)
            .Select(fact => fact.Key)
            .ToHashSet(StringComparer.Ordinal);
        Words.Facts.Where(fact => fact.Sensitive).Select(fact => fact.Name).Except(planted)
            .ShouldBeEmpty("the sample borough has no item of that kind: give it one, or this fact is searched for nowhere");
    }

    /// <summary>Names of sensitive facts that a sentence about something else may hold.</summary>
    private static readonly string[] EverydayWords = ["age", "wish"];

    /// <summary>With the values that the sample borough has of them: a mail must not even say that something sensitive was asked.</summary>
    [Fact]
    public void No_mail_names_a_sensitive_fact_or_asks_for_it()
    {
        using var program = new TestProgram();
        program.Run("demo", "--quiet").Code.ShouldBe(ExitCode.Done);
        var mails = Mails(program, "demo/outbox");
        mails.Count.ShouldBeGreaterThan(20);
        foreach (var fact in Words.Facts.Where(fact => fact.Sensitive))
        {
            var name = EverydayWords.Contains(fact.Name) ? new Regex("(?!)") : new Regex($@"\b{Regex.Escape(fact.Name)}\b|\b{Regex.Escape(fact.Name.Replace('-', ' '))}\b", RegexOptions.IgnoreCase);
            foreach (var mail in mails)
            {
                mail.ShouldNotContain(fact.Question, Case.Insensitive);
                (name.Match(mail) is { Success: true } found ? mail[Math.Max(0, found.Index - 100)..Math.Min(mail.Length, found.Index + 100)] : "").ShouldBeEmpty();
            }
        }
    }

    /// <summary>Reasons that people give to commands, which the register keeps and nothing repeats.</summary>
    private static IEnumerable<(string Day, string[] Command)> Reasons(TestProgram program)
    {
        foreach (var (state, command) in new (string, string[])[]
        {
            ("accepted", ["ack", "--until", "2027-09-10", "--reason", Canary]),
            ("held", ["outbox", "discard", "--reason", Canary]),
        })
        {
            var listed = program.RunOn(new DateOnly(2027, 9, 1), "outbox", "list", "--state", state, "--format", "list").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            yield return ("2027-09-01", [.. command, listed[^1].Split('\t')[0]]);
        }

        yield return ("2027-12-01", ["run"]);
        yield return ("2027-12-01", ["outbox", "list", "--format", "csv"]);
    }

    /// <summary>Each mail with its file's name, its headers and all its parts, decoded.</summary>
    private static List<string> Mails(TestProgram program, string folder = "data/outbox") => [.. Directory.GetFiles(program.Path(folder)).Select(mail =>
    {
        var read = MailReader.Read(File.ReadAllBytes(mail));
        return $"{Path.GetFileName(mail)} {string.Join(' ', read.Headers)} {string.Join(' ', read.Parts().Select(part => part.Text()))}";
    })];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_that_was_typed_freely_and_nothing_sensitive_stands_on_the_boards_page(bool evenWhereWordsAreChosen)
    {
        using var program = Planted(evenWhereWordsAreChosen);
        var day = new DateOnly(2026, 11, 20);
        using var ledger = LedgerDatabase.Open(program.Path("data/register.db"), OpenMode.ReadOnly, new ManualClock());
        var compiled = CompiledRulebook.Compile(Rulebook);
        var assessed = CaseAssessor.Assess(ledger.CaseFiles(), compiled, day, []).ToList();
        var page = await BoardHtml.RenderAsync(BoardReportMaker.Of(assessed, Rulebook, new BoardTerms("Harrowmere", day, false, new Dictionary<string, string>())));
        page.ShouldContain("HAR-01");
        Clean(page);
    }

    /// <summary>What a page tells of by design, the names of agencies that the action plan is about, has no canary here.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void No_page_calendar_plan_or_workbook_to_read_holds_any_of_it(bool evenWhereWordsAreChosen)
    {
        using var program = Planted(evenWhereWordsAreChosen, tellsAgencies: true);
        string[][] commands =
        [
            ["report", "overview"], ["report", "overview", "--share-safe"], ["report", "families"], ["report", "library"], ["report", "library", "--share-safe"],
            ["report", "board", "--partnership", "harrowmere"], ["report", "board", "--partnership", "harrowmere", "--share-safe"],
            ["report", "overview", "--format", "json"], ["report", "overview", "--share-safe", "--format", "json"],
            ["report", "board", "--partnership", "harrowmere", "--format", "json"], ["report", "board", "--partnership", "harrowmere", "--share-safe", "--format", "json"],
            ["calendar", "--partnership", "harrowmere"],
            .. References(program).SelectMany(reference => new string[][]
            {
                ["report", "case", reference], ["report", "family", reference], ["report", "case", reference, "--format", "json"], ["report", "family", reference, "--format", "json"],
                ["workplan", reference, "--format", "ics"], ["workplan", reference, "--format", "html"],
            }),
        ];
        foreach (var command in commands)
        {
            var run = program.Run([.. command, "--out", "made"]);
            run.Code.ShouldBeOneOf(ExitCode.Done, ExitCode.Partly);
            var made = File.ReadAllText(program.Path("made"));
            made.ShouldContain("HAR-", Case.Sensitive, string.Join(' ', command));
            Clean(made);
            Clean(run.Output + run.Errors);
        }

        foreach (var edition in new string[][] { [], ["--share-safe"] })
        {
            program.Run(["report", "register", "--out", "made.xlsx", .. edition]).Code.ShouldBeOneOf(ExitCode.Done, ExitCode.Partly);
            using var book = ZipFile.OpenRead(program.Path("made.xlsx"));
            foreach (var part in book.Entries)
            {
                using var reader = new StreamReader(part.Open());
                Clean(part.FullName + reader.ReadToEnd());
            }
        }
    }

    [Fact]
    public void An_import_repeats_no_cell_that_was_typed_freely_or_is_sensitive()
    {
        using var program = Planted();
        program.Write("in/items.csv", "id,reference,kind,age,suicide,wish\nX1,HAR-01,deceased," + Canary + "," + Canary + ",\nX2,HAR-01,family-contact,,," + Canary + "\n");
        program.Write("in/events.csv", "id,reference,event,date,note,recorded-by,url\nX3,HAR-01,death," + "2026-01-32," + Canary + "," + Canary + "," + Canary + "\nX4,HAR-01,notified,2026-01-01," + Canary + "\u0007,x,\nX5,HAR-01,notified,2026-01-01,a," + Canary + ",,," + Canary + "\n");
        var run = program.Run("import", "in", "--report", "wrong.csv");
        run.Code.ShouldBe(ExitCode.BadInput);
        run.Errors.ShouldContain("items.csv, row 2, column age");
        Clean(run.Output + run.Errors + File.ReadAllText(program.Path("wrong.csv")));

        program.Write("new/items.csv", "id,reference,kind,age\nX1,HAR-01,deceased," + NumberCanary + "\n");
        program.Write("new/events.csv", "id,reference,event,date,note\nHAR-01-01,HAR-01,death,2026-09-01," + Canary + " says otherwise\n");
        var rehearsed = program.Run("import", "new", "--dry-run");
        rehearsed.Code.ShouldBe(ExitCode.Done, rehearsed.Errors);
        rehearsed.Output.ShouldContain("age (not shown)");
        Clean(rehearsed.Output + rehearsed.Errors);
    }

    internal static void Clean(string text)
    {
        foreach (var canary in new[] { Canary, NumberCanary })
        {
            var at = text.IndexOf(canary, StringComparison.OrdinalIgnoreCase);
            (at < 0 ? "" : text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 100)]).ShouldBeEmpty();
        }
    }

    /// <summary>The sample borough, to which another system has added a later version of every row, with canaries in all that people may type.</summary>
    internal static TestProgram Planted(bool evenWhereWordsAreChosen = false, DateOnly? on = null, bool tellsAgencies = false)
    {
        var today = on ?? new DateOnly(2026, 11, 20);
        var program = new TestProgram(today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        foreach (var (name, text) in SampleBorough.Files(today))
        {
            program.Write(Path.Combine("borough", name), text);
        }

        program.Run("import", "borough").Code.ShouldBe(ExitCode.Done);
        using var connection = new SqliteConnection($"Data Source={program.Path("data/register.db")};Pooling=False");
        connection.Open();
        var events = connection.Query<(string Id, string Reference, string? Item, string Event, string? Date, string Attributes)>(
            "SELECT id, reference, item, event, date, attributes FROM events").ToList();
        foreach (var row in events)
        {
            var attributes = JsonSerializer.Deserialize<SortedDictionary<string, string>>(row.Attributes)!;
            foreach (var attribute in Words.Events.Single(kind => kind.Name == row.Event).Attributes
                .Where(attribute => attribute.Type is ValueKind.Text
                    || (evenWhereWordsAreChosen && attribute.Type is ValueKind.Choice or ValueKind.Choices or ValueKind.Rule or ValueKind.Number)))
            {
                attributes[attribute.Name] = $"{Canary} {attribute.Name}";
            }

            connection.Execute(
                "INSERT INTO events (id, reference, item, event, date, attributes, note, recorded_by) VALUES (@Id, @Reference, @Item, @Event, @Date, @Attributes, @note, @note)",
                new { row.Id, row.Reference, row.Item, row.Event, row.Date, Attributes = JsonSerializer.Serialize(attributes), note = $"{Canary} says so" });
        }

        foreach (var row in connection.Query<(string Id, string Reference, string Kind, string Facts)>("SELECT id, reference, kind, facts FROM items").ToList())
        {
            connection.Execute(
                "INSERT INTO items (id, reference, kind, facts) VALUES (@Id, @Reference, @Kind, @Facts)",
                new { row.Id, row.Reference, row.Kind, Facts = WithFacts(row.Facts, row.Kind, tellsAgencies) });
        }

        foreach (var row in connection.Query<(string Reference, string Partnership, string? KeptSince, string Facts)>("SELECT reference, partnership, kept_since, facts FROM cases").ToList())
        {
            connection.Execute(
                "INSERT INTO cases (reference, partnership, kept_since, facts) VALUES (@Reference, @Partnership, @KeptSince, @Facts)",
                new { row.Reference, row.Partnership, row.KeptSince, Facts = WithFacts(row.Facts, null, tellsAgencies) });
        }

        return program;
    }

    private static IReadOnlyList<string> References(TestProgram program)
    {
        using var ledger = LedgerDatabase.Open(program.Path("data/register.db"), OpenMode.ReadOnly, new ManualClock());
        return [.. ledger.Rows().Cases.Select(row => row.Reference).Where(reference => reference.StartsWith("HAR-", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal).Take(12)];
    }

    private static string WithFacts(string json, string? kind, bool tellsAgencies)
    {
        var facts = JsonSerializer.Deserialize<SortedDictionary<string, string>>(json)!;
        foreach (var fact in Words.Facts.Where(fact => fact.Of == kind && (fact.Sensitive || (fact.Type is ValueKind.Text && !(tellsAgencies && fact.Concerns.Contains(Concern.ActionPlan))))))
        {
            facts[fact.Name] = fact.Type is ValueKind.Number ? NumberCanary : $"{Canary} {fact.Name}";
        }

        return JsonSerializer.Serialize(facts);
    }
}

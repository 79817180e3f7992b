using System.Globalization;
using System.Text;
using System.Text.Json;
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
            ("2027-09-01", ["outbox", "list"]), ("2027-09-01", ["outbox", "list", "--format", "csv"]), ("2027-09-01", ["ledger", "verify"]), ("2027-09-01", ["doctor"]),
        })
        {
            var run = program.RunOn(DateOnly.Parse(day, CultureInfo.InvariantCulture), command);
            run.Code.ShouldNotBe(ExitCode.Fault, run.Errors);
            said.Append(run.Output).Append(run.Errors);
        }

        var mails = Directory.GetFiles(program.Path("data/outbox"));
        mails.Length.ShouldBeGreaterThan(20);
        foreach (var mail in mails)
        {
            var read = MailReader.Read(File.ReadAllBytes(mail));
            Clean($"{Path.GetFileName(mail)} {string.Join(' ', read.Headers)} {string.Join(' ', read.Parts().Select(part => part.Text()))}");
        }

        Clean(said.ToString());
    }

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
    internal static TestProgram Planted(bool evenWhereWordsAreChosen = false, DateOnly? on = null)
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
                new { row.Id, row.Reference, row.Kind, Facts = WithFacts(row.Facts, row.Kind) });
        }

        foreach (var row in connection.Query<(string Reference, string Partnership, string? KeptSince, string Facts)>("SELECT reference, partnership, kept_since, facts FROM cases").ToList())
        {
            connection.Execute(
                "INSERT INTO cases (reference, partnership, kept_since, facts) VALUES (@Reference, @Partnership, @KeptSince, @Facts)",
                new { row.Reference, row.Partnership, row.KeptSince, Facts = WithFacts(row.Facts, null) });
        }

        return program;
    }

    private static string WithFacts(string json, string? kind)
    {
        var facts = JsonSerializer.Deserialize<SortedDictionary<string, string>>(json)!;
        foreach (var fact in Words.Facts.Where(fact => fact.Of == kind && (fact.Sensitive || fact.Type is ValueKind.Text)))
        {
            facts[fact.Name] = fact.Type is ValueKind.Number ? NumberCanary : $"{Canary} {fact.Name}";
        }

        return JsonSerializer.Serialize(facts);
    }
}

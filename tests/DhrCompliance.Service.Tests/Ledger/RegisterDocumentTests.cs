using System.Text.RegularExpressions;
using Dapper;
using DhrCompliance.Calendars;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Tests.Ledger;

/// <summary>docs/register.md is a contract: its example is tried, and its tables are those of the register.</summary>
public sealed partial class RegisterDocumentTests : IDisposable
{
    private static readonly string Document = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Ledger", "register.md")).ReplaceLineEndings("\n");

    private readonly TemporaryRegister register = new();

    public void Dispose() => register.Dispose();

    [Fact]
    public void The_example_works_as_it_stands()
    {
        var examples = Sql().Matches(Document).Select(match => match.Groups[1].Value).ToList();
        register.Open().Dispose();
        register.Beside(examples[0]);

        using var database = register.Open(OpenMode.ReadOnly);
        var file = database.CaseFiles().Single(file => file.Kind == SubjectKind.Review);
        file.Reference.ShouldBe("BEX-2026-01");
        file.KeptSince.ShouldBe(new DateOnly(2026, 1, 1));
        file.Events.Length.ShouldBe(2);
        var corrected = file.Events.Single(each => each.Id == "BEX-2026-01-D2");
        corrected.Date.ShouldBe(DateInterval.On(new DateOnly(2026, 2, 5)));
        corrected.Attributes.ShouldContainKeyAndValue("outcome", "review");
        file.Items.Single().Facts.ShouldContainKeyAndValue("age", "44");
        database.ReadSweepState().Touched.ShouldContain("BEX-2026-01");

        using var connection = register.Connect();
        connection.Query<(string Id, string Event, string Date, string Attributes)>(examples[1]).Select(row => row.Date)
            .ShouldBe(["2026-02-05", "2026-01-10"]);
    }

    [Fact]
    public void Every_column_of_every_input_table_is_documented_and_no_other()
    {
        register.Open().Dispose();
        using var connection = register.Connect();
        var sections = Document.Split("\n### ")[1..];
        sections.Length.ShouldBe(7);
        foreach (var section in sections)
        {
            var table = Names().Match(section).Groups[1].Value;
            var documented = section.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))
                .SelectMany(line => Names().Matches(line.Split('|')[1]).Select(match => match.Groups[1].Value));
            var columns = connection.Query<string>(
                "SELECT name FROM pragma_table_info(@table) WHERE name NOT IN ('row', 'witnessed_at')", new { table });

            documented.ShouldBe(columns, table);
        }
    }

    [GeneratedRegex("```sql\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Sql();

    [GeneratedRegex("`([a-z_]+)`")]
    private static partial Regex Names();
}

using System.Diagnostics;
using System.Text.Json;
using DhrCompliance.Service.Tests.Commands;
using DhrCompliance.Tests.Architecture.Checks;

namespace DhrCompliance.Service.Tests.Reports.Json;

/// <summary>The published schema of the audit, held against audits by a validator that is not ours.</summary>
public sealed class AuditSchemaTests : IClassFixture<AuditTests.Borough>
{
    private const string Python = "/usr/bin/python3";

    private const string Missing = $"{Python} has no jsonschema: install Debian's python3-jsonschema.";

    private const string Script = """
        import json, sys, jsonschema
        schema, document = (json.load(open(path)) for path in sys.argv[1:3])
        jsonschema.Draft202012Validator.check_schema(schema)
        for error in list(jsonschema.Draft202012Validator(schema).iter_errors(document))[:20]:
            print("/".join(str(part) for part in error.absolute_path), error.message[:300])
        """;

    private static readonly string Schema = Path.Combine(Repository.Root, "docs", "audit.schema.json");

    private readonly TestProgram _borough;

    public AuditSchemaTests(AuditTests.Borough borough) => _borough = borough.Program;

    [SkippableFact]
    public void Every_key_of_an_audit_is_in_the_schema_with_a_value_of_its_type()
    {
        _borough.Run("audit", "--ledger", "demo/register.db", "--format", "json", "--out", "schema/audit.json");

        Validate(_borough.Path("schema/audit.json")).ShouldBeEmpty();
    }

    [SkippableFact]
    public void So_are_those_of_published_timelines_with_dates_known_in_part()
    {
        using var program = Timelines.Imported();
        program.Run("audit", "--format", "json", "--out", "audit.json");

        Validate(program.Path("audit.json")).ShouldBeEmpty();
    }

    [SkippableTheory]
    [InlineData("\"asOf\": \"2026-11-20\"", "\"asOf\": \"20 November\"")]
    [InlineData("\"state\": \"overdue\"", "\"state\": \"late\"")]
    [InlineData("\"daysLate\": 0", "\"daysLate\": \"none\"")]
    [InlineData("\"live\": true", "\"live\": true, \"more\": 1")]
    public void What_is_otherwise_is_told(string from, string to)
    {
        _borough.Run("audit", "--ledger", "demo/register.db", "--format", "json", "--out", "schema/other.json");
        var text = File.ReadAllText(_borough.Path("schema/other.json"));
        text.ShouldContain(from);
        File.WriteAllText(_borough.Path("schema/other.json"), text.Replace(from, to, StringComparison.Ordinal));

        Validate(_borough.Path("schema/other.json")).ShouldNotBeEmpty();
    }

    [Fact]
    public void The_schema_says_that_no_key_may_be_missing() =>
        JsonDocument.Parse(File.ReadAllText(Schema)).RootElement.GetProperty("required").GetArrayLength().ShouldBe(7);

    private static string Validate(string document)
    {
        var isHere = File.Exists(Python) && Run("-c", "import jsonschema").ExitCode == 0;
        if (Environment.GetEnvironmentVariable("DHR_CI") == "true")
        {
            isHere.ShouldBeTrue(Missing);
        }

        Skip.IfNot(isHere, Missing);
        var (code, output) = Run("-c", Script, Schema, document);
        code.ShouldBe(0, output);
        return output;
    }

    private static (int ExitCode, string Output) Run(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Python, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}

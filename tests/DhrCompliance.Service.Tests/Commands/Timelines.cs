using System.Text.Json;
using DhrCompliance.Service.Commands;
using DhrCompliance.Tests.Architecture.Checks;

namespace DhrCompliance.Service.Tests.Commands;

/// <summary>The published timelines, imported and read as a person would have them.</summary>
internal static class Timelines
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "data", "real-timelines");

    public static TestProgram Imported()
    {
        var program = new TestProgram();
        var run = program.Run("import", Folder);
        run.Code.ShouldBe(ExitCode.Done, run.Errors);
        return program;
    }

    public static JsonElement Audit(this TestProgram program, params string[] more)
    {
        var run = program.Run(["audit", "--as-of", "2026-11-20", "--format", "json", .. more]);
        run.Errors.ShouldBeEmpty();
        return JsonDocument.Parse(run.Output).RootElement;
    }

    public static JsonElement Case(this JsonElement audit, string reference) =>
        audit.GetProperty("cases").EnumerateArray().Single(one => one.GetProperty("reference").GetString() == reference);

    public static JsonElement Timescale(this JsonElement one, string rule) =>
        one.GetProperty("timescales").EnumerateArray().Single(row => row.GetProperty("rule").GetString() == rule);

    public static string? Text(this JsonElement row, string name) => row.GetProperty(name).GetString();
}

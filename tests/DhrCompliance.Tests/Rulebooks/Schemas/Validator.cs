using System.Diagnostics;
using System.Text.Json;
using DhrCompliance.Rulebooks.Reading.Schemas;
using DhrCompliance.Tests.Architecture.Checks;
using DhrCompliance.Tests.Rulebooks.Reading;

namespace DhrCompliance.Tests.Rulebooks.Schemas;

/// <summary>A document to be validated: the schema's file and the text.</summary>
internal sealed record Document(string Name, string Schema, string Yaml);

/// <summary>What stands against a document where plain values are text, where they are what YAML 1.2 takes them for, and what YAML 1.1 does; null: nothing.</summary>
internal sealed record Verdict(string Name, string? AsText, string? Yaml12, string? Yaml11);

/// <summary>A validator of JSON Schema that is not written by us, in a process of its own.</summary>
internal static class Validator
{
    /// <summary>Debian's interpreter, whose packages apt installs; another may come first on the path.</summary>
    private const string Python = "/usr/bin/python3";

    private const string Missing = $"{Python} has no jsonschema and yaml: install Debian's python3-jsonschema and python3-yaml.";

    private static readonly Lazy<bool> Here = new(() => File.Exists(Python) && Run(["-c", "import jsonschema, yaml"], "").ExitCode == 0);

    /// <summary>The schemas with the words of the shipped rules.</summary>
    public static IReadOnlyList<SchemaFile> Schemas { get; } = RuleSchemas.Of(FilesOf.Rulebook(FilesOf.Folder("rules")));

    /// <summary>Validates; skips the test where there is no validator, and fails it there in continuous integration.</summary>
    public static IReadOnlyList<Verdict> Validate(params IEnumerable<Document> documents)
    {
        if (Environment.GetEnvironmentVariable("DHR_CI") == "true")
        {
            Here.Value.ShouldBeTrue(Missing);
        }

        Skip.IfNot(Here.Value, Missing);
        var asked = JsonSerializer.Serialize(new
        {
            schemas = Schemas.ToDictionary(schema => schema.Name, schema => JsonDocument.Parse(schema.Text).RootElement),
            documents = documents.Select(document => new { name = document.Name, schema = document.Schema, yaml = document.Yaml }),
        });
        var (exitCode, output, errors) = Run([Path.Combine(Repository.Root, "tests/DhrCompliance.Tests/Rulebooks/Schemas/validate.py")], asked);
        exitCode.ShouldBe(0, errors);
        return [.. JsonDocument.Parse(output).RootElement.EnumerateArray().Select(Verdict)];
    }

    private static Verdict Verdict(JsonElement told)
    {
        var against = told.GetProperty("against");
        return new(told.GetProperty("name").GetString()!, Of("text"), Of("1.2"), Of("1.1"));

        string? Of(string loader) => against.GetProperty(loader).GetString();
    }

    private static (int ExitCode, string Output, string Errors) Run(IEnumerable<string> arguments, string input)
    {
        using var process = Process.Start(new ProcessStartInfo(Python, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(input);
        process.StandardInput.Close();
        process.WaitForExit();
        return (process.ExitCode, output.Result, errors.Result);
    }
}

using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Operations.Health;

/// <summary>The report as <c>/health/ready</c> answers it; docs/operating.md has the form.</summary>
public static class HealthJson
{
    // Read as JSON alone, never put into a page: quotes may stay readable.
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter<HealthLevel>(JsonNamingPolicy.CamelCase) },
    };

    public static string Write(HealthReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return JsonSerializer.Serialize(
            new Document(
                report.Level,
                Instants.Write(report.At),
                report.AsOf is { } asOf ? Instants.Write(asOf) : null,
                [.. report.Findings.Select(finding => new Line(finding.Name, finding.Level, finding.Detail))]),
            Options);
    }

    /// <summary>The report that a text holds; null where it holds none.</summary>
    public static HealthReport? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Document>(text, Options) is { At: not null, Findings.IsDefault: false } document
                ? new HealthReport(
                    Instants.Read(document.At),
                    Instants.ReadOrNull(document.AsOf),
                    [.. document.Findings.Select(line => new Finding(line.Name ?? "", line.Status, line.Detail ?? ""))])
                : null;
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            return null;
        }
    }

    private sealed record Document(HealthLevel Status, string? At, string? AsOf, ImmutableArray<Line> Findings);

    private sealed record Line(string? Name, HealthLevel Status, string? Detail);
}

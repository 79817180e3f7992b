using System.Collections.Frozen;
using System.Text.Json;
using DhrCompliance.Service.Ledger.Storing;

namespace DhrCompliance.Service.Ledger;

/// <summary>Of a stored assessment, no more than which rules it says something of. Needs no rulebook: also of rules that are gone.</summary>
/// <param name="Live">Whether the subject was live, so that anybody could be told of it.</param>
/// <param name="Rules">The full names of the timescales and checks that have a row.</param>
/// <param name="Failed">The full names of the rules whose assessment failed.</param>
public sealed record AssessedRules(bool Live, FrozenSet<string> Rules, FrozenSet<string> Failed)
{
    /// <summary>Reads a payload. Throws <see cref="InvalidDataException"/> where it is damaged.</summary>
    public static AssessedRules Of(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using var document = JsonDocument.Parse(StoredForm.Decompress(payload.Span));
            var said = document.RootElement[0];
            return new AssessedRules(
                said.GetProperty("live").GetBoolean(),
                Rows(said, "timescales").Concat(Rows(said, "checks")).ToFrozenSet(StringComparer.Ordinal),
                said.GetProperty("failures").EnumerateArray().Select(failure => failure[0].GetString()!).ToFrozenSet(StringComparer.Ordinal));
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or FormatException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException($"The stored assessment is damaged: {error.Message}", error);
        }
    }

    private static IEnumerable<string> Rows(JsonElement said, string kind) =>
        said.GetProperty(kind).EnumerateArray().Select(row => row.GetProperty("rule").GetString()!);
}

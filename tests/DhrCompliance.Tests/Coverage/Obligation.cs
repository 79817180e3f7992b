using System.Globalization;
using DhrCompliance.Tests.Architecture.Checks;
using DhrCompliance.Tests.RealTimelines;

namespace DhrCompliance.Tests.Coverage;

/// <summary>Something that one of the documents the rules are made from asks of somebody.</summary>
/// <param name="Number">From 1, across the documents.</param>
/// <param name="File">The document.</param>
/// <param name="Lines">Where in it.</param>
/// <param name="Text">What it asks.</param>
/// <param name="Who">Of whom, in the document's own names.</param>
/// <param name="Limit">By when, as far as it says.</param>
internal sealed record Obligation(int Number, string File, string Lines, string Text, string Who, string Limit)
{
    public static IReadOnlyList<Obligation> All { get; } =
    [
        .. CsvRows.Of(System.IO.File.ReadAllText(Path.Combine(Repository.Root, "tests/data/obligations.csv"))).Select(row => new Obligation(
            int.Parse(row["no"], CultureInfo.InvariantCulture), row["seed_file"], row["seed_lines"], row["obligation"], row["who"], row["time_limit"])),
    ];
}

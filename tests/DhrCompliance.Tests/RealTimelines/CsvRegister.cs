using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;

namespace DhrCompliance.Tests.RealTimelines;

/// <summary>Case files from the text of a register in the import format, without a database.</summary>
/// <param name="file">The text of a file by its name; null where there is no such file.</param>
internal sealed class CsvRegister(Func<string, string?> file)
{
    private static readonly string[] Keys = ["id", "reference", "item", "event", "date", "withdrawn", "note", "recorded-by", "recorded-at", "kind", "partnership", "kept-since"];

    public IEnumerable<string> References => Rows("cases.csv").Select(row => row["reference"]);

    public CaseFile Case(string reference)
    {
        var row = Rows("cases.csv").Single(row => row["reference"] == reference);
        var partnership = Rows("partnerships.csv").Single(partnership => partnership["id"] == row["partnership"]);
        return new CaseFile
        {
            Reference = reference,
            Partnership = row["partnership"],
            Jurisdiction = partnership["jurisdiction"],
            OtherPartnerships = [.. Of("case-partnerships.csv", reference).Select(part => new CasePartnership(part["partnership"], part["part"]))],
            KeptSince = Day(row["kept-since"]) ?? Day(partnership["kept-since"]),
            Facts = Values(row),
            Events = [.. Of("events.csv", reference).Select(Event)],
            Items = [.. Of("items.csv", reference).Select(item => new CaseItem { Id = item["id"], Kind = item["kind"], Facts = Values(item) })],
            Adopted =
            [
                .. Rows("protocols.csv").Where(adopted => adopted["partnership"] == row["partnership"])
                    .Select(adopted => new Adoption(adopted["pack"], Day(adopted["from"])!.Value, Day(adopted["until"]))),
            ],
        };
    }

    private static CaseEvent Event(Dictionary<string, string> row, int place) => new()
    {
        Id = row["id"].Length > 0 ? row["id"] : FormattableString.Invariant($"{row["reference"]}-{place + 1}"),
        Event = row["event"],
        Item = row["item"].Length > 0 ? row["item"] : null,
        Date = PartialDate.TryParse(row["date"], out var date, out var expected) ? date : throw new FormatException(expected),
        Attributes = Values(row),
    };

    private static DateOnly? Day(string text) =>
        text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static ImmutableDictionary<string, string> Values(Dictionary<string, string> row) =>
        row.Where(cell => !Keys.Contains(cell.Key) && cell.Value.Length > 0).ToImmutableDictionary(StringComparer.Ordinal);

    private IEnumerable<Dictionary<string, string>> Of(string name, string reference) =>
        Rows(name).Where(row => row["reference"] == reference);

    private List<Dictionary<string, string>> Rows(string name) => file(name) is { } text ? CsvRows.Of(text) : [];
}

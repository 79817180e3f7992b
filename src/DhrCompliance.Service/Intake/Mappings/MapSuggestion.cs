using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Reading;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Intake.Mappings;

/// <summary>
/// Proposes a mapping for a layout by its headings, and by whether a column holds dates. What it does not recognise with confidence is ignored, and says so. No
/// cell's content is repeated in it but words for yes and no, and for nothing.
/// </summary>
internal sealed class MapSuggestion(KnownWords words)
{
    private const int RowsLooked = 200;

    private static readonly Dictionary<string, string> YesNo = new(StringComparer.OrdinalIgnoreCase) { ["y"] = "yes", ["n"] = "no", ["true"] = "yes", ["false"] = "no" };
    private static readonly string[] Nothing = ["n/a", "na", "n.a.", "tbc", "tba", "tbd", "?", "-", "–", "none", "nil", "pending"];
    private static readonly string[] Naming = ["ref", "reference", "no", "number", "id", "code"];
    private static readonly string[] Named = ["dhr", "dardr", "case", "review", "our"];

    private readonly HeadingMatch _match = new(words);

    /// <summary>The proposal; null: there are no headings.</summary>
    public string? Of(RawSheets raw)
    {
        var sheets = raw.Sheets.Select(sheet => (Sheet: sheet, Headings: HeadingsRow.Of(sheet))).Where(one => one.Headings is not null).ToList();
        if (sheets.Count == 0)
        {
            return null;
        }

        var text = new StringBuilder("# Proposed by 'dhr import --suggest-map'. Look at every line: what is marked with ? was not recognised, and may not be meant to be ignored.\n# Then: dhr import FILE --map THIS-FILE --dry-run\n");
        var form = DateReading.Of(sheets.SelectMany(one => one.Sheet.Rows).SelectMany(row => row.Cells));
        text.Append(form switch
        {
            null => "# dates: dd/MM/yyyy   # ? or MM/dd/yyyy: every day here can be read in both ways\n",
            DateReading.Iso => "",
            _ => $"dates: {form}\n",
        });
        text.Append("sheets:\n");
        foreach (var (sheet, headings) in sheets)
        {
            var kind = ItemKind(sheet.Name);
            text.Append(CultureInfo.InvariantCulture, $"  - sheet: {Quoted(sheet.Name)}\n    headings: {headings!.Number}\n    table: {kind?.Name ?? SheetNames.Of(TableName.Cases)}\n    columns:\n");
            Columns(text, sheet, headings, form ?? DateReading.Iso, kind?.Name);
            if (kind is null)
            {
                text.Append("    # What every row says and no column does, such as the partnership:\n    # always: { partnership: ... }\n");
            }
        }

        return text.ToString();
    }

    /// <summary>The kind of item by which a sheet is called: each word of the kind is one of the name's.</summary>
    private ItemKind? ItemKind(string sheet)
    {
        var said = HeadingWords.Of(sheet).Select(word => word.TrimEnd('s')).ToHashSet(StringComparer.Ordinal);
        return words.Vocabulary.Items.Where(kind => HeadingWords.Of(kind.Name).All(word => said.Contains(word.TrimEnd('s')))).MaxBy(kind => kind.Name.Length);
    }

    private void Columns(StringBuilder text, RawSheet sheet, SheetRow headings, string form, string? kind)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var all = headings.Cells.Select((cell, at) => (Heading: MappedSheets.Plain(cell), At: at)).Where(one => one.Heading.Length > 0 && seen.Add(one.Heading)).ToList();
        var references = all.Where(one => IsReference(one.Heading, kind)).Take(1).Select(one => one.At).ToHashSet();
        var ids = kind is null ? [] : all.Where(one => IsId(one.Heading, kind)).Take(1).Select(one => one.At).ToHashSet();
        foreach (var (heading, at) in all)
        {
            string[] cells = [.. sheet.Rows.Where(row => row.Number > headings.Number).Take(RowsLooked).Select(row => at < row.Cells.Length ? row.Cells[at].Trim() : "").Where(cell => cell.Length > 0)];
            var proposal = references.Contains(at) ? TableColumns.Reference
                : ids.Contains(at) ? TableColumns.Id
                : Proposal(heading, cells, form, kind, references.Count > 0 && (kind is null || ids.Count > 0), taken);
            text.Append(CultureInfo.InvariantCulture, $"      {Quoted(heading)}: {proposal}\n");
        }
    }

    private string Proposal(string heading, string[] cells, string form, string? kind, bool canHaveEvents, HashSet<string> taken)
    {
        if (kind is null && string.Join(' ', HeadingWords.Of(heading)) is "partnership" or "borough" or "area" && taken.Add(TableColumns.Partnership))
        {
            return $"{{ to: {TableColumns.Partnership}, words: {{}} }}   # ? their names of partnerships with our ids";
        }

        string[] said = [.. cells.Where(cell => !IsNothing(cell))];
        var areDates = said.Length > 0 && said.Count(cell => DateReading.IsDate(cell, form)) * 2 >= said.Length;
        if ((areDates || said.Length == 0) && canHaveEvents && _match.Event(heading, kind) is { } happened && (words.Event(happened)!.Repeats || taken.Add(happened)))
        {
            return Words(cells, []) is { Length: > 0 } nothing ? $"{{ event: {happened}, {nothing} }}" : $"{{ event: {happened} }}";
        }

        if (Fact(heading, kind, areDates, said) is { } fact && taken.Add(fact))
        {
            return Words(cells, YesNo) is { Length: > 0 } translated ? $"{{ to: {fact}, {translated} }}" : fact;
        }

        return HeadingWords.IsPlan(heading) ? "ignore   # ? it speaks of a plan" : areDates ? "ignore   # ? dates: an event, as { event: ... }" : "ignore   # ?";
    }

    /// <summary>The fact that a column says. A day that is planned is the one fact of an item that is a date.</summary>
    private string? Fact(string heading, string? kind, bool areDates, string[] said)
    {
        var dates = words.Vocabulary.Facts.Where(fact => fact.Of == kind && fact.Type is ValueKind.Date && HeadingWords.IsPlan(fact.Name)).ToList();
        var name = kind is not null && areDates && HeadingWords.IsPlan(heading) && dates is [var only] ? only.Name : _match.Fact(heading, kind);
        return words.Vocabulary.Facts.FirstOrDefault(fact => fact.Of == kind && fact.Name == name) is { } found && Fits(found, areDates, said) ? name : null;
    }

    private static bool Fits(FactType fact, bool areDates, string[] said) => said.Length == 0 || fact.Type switch
    {
        ValueKind.Date => areDates,
        ValueKind.YesNo => said.Count(cell => YesNo.ContainsKey(cell) || cell.Equals("yes", StringComparison.OrdinalIgnoreCase) || cell.Equals("no", StringComparison.OrdinalIgnoreCase)) * 2 >= said.Length,
        ValueKind.Text => !areDates,
        ValueKind.Number => Array.TrueForAll(said, cell => decimal.TryParse(cell, NumberStyles.Number, CultureInfo.InvariantCulture, out _)),
        _ => Array.TrueForAll(said, cell => fact.Choices.Contains(cell, StringComparer.OrdinalIgnoreCase)),
    };

    private static bool IsReference(string heading, string? kind) =>
        HeadingWords.Of(heading) is { Length: > 0 } words && !IsId(heading, kind) && Array.TrueForAll(words, word => Naming.Contains(word) || Named.Contains(word))
        && (words.Any(Naming.Contains) || words.Length == 1);

    private static bool IsId(string heading, string? kind) => kind is not null && HeadingWords.Of(heading) is { Length: > 1 } words
        && Naming.Contains(words[^1]) && words.SkipLast(1).SequenceEqual(HeadingWords.Of(kind));

    private static bool IsNothing(string cell) => Nothing.Contains(cell, StringComparer.OrdinalIgnoreCase);

    private static string Words(string[] cells, Dictionary<string, string> known)
    {
        string[] said = [.. cells.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)
            .Select(cell => known.TryGetValue(cell, out var ours) ? $"{Quoted(cell)}: {ours}" : IsNothing(cell) ? $"{Quoted(cell)}: \"\"" : "").Where(pair => pair.Length > 0)];
        return said.Length == 0 ? "" : $"words: {{ {string.Join(", ", said)} }}";
    }

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}

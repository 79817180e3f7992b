using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DhrCompliance.Calendars;
using DhrCompliance.Service.Intake.Cells;
using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Reading;
using DhrCompliance.Service.Intake.Sheets;

namespace DhrCompliance.Service.Intake.Mappings;

/// <summary>
/// Proposes a mapping for a layout by its headings, and by whether a column holds dates. It is a beginning: what it is not sure of says so. No cell's content is
/// repeated in it but words for yes and no.
/// </summary>
internal sealed partial class MapSuggestion(KnownWords words)
{
    private const int FewestHeadings = 2;
    private const int RowsLooked = 200;
    private const double Likely = 0.5;

    private static readonly string[] DateForms = ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy", "dd.MM.yyyy", "d.M.yyyy", "dd-MM-yyyy", "dd-MMM-yyyy", "d MMM yyyy", "MM/dd/yyyy", "M/d/yyyy"];
    private static readonly string[] Noise = ["the", "of", "a", "an", "date", "to", "is", "was", "whether", "and", "for", "on", "in", "did", "by"];
    private static readonly Dictionary<string, string> YesNo = new(StringComparer.OrdinalIgnoreCase) { ["y"] = "yes", ["n"] = "no", ["true"] = "yes", ["false"] = "no" };

    private static readonly string[] ReferenceWords = ["ref", "reference", "case", "case ref", "ref no", "case number", "dhr", "dhr ref", "id"];

    public string Of(RawSheets raw)
    {
        var text = new StringBuilder("# Proposed by 'dhr import --suggest-map'. Look at every line: what is marked with ? is a guess, and what is ignored may not be meant to be.\n# Then: dhr import FILE --map THIS-FILE --dry-run\n");
        var sheets = raw.Sheets.Select(sheet => (Sheet: sheet, Headings: sheet.Rows.FirstOrDefault(row => row.Cells.Count(cell => cell.Trim().Length > 0) >= FewestHeadings))).Where(one => one.Headings is not null).ToList();
        var form = DateForms.FirstOrDefault(form => Fits(form, sheets.SelectMany(one => one.Sheet.Rows).SelectMany(row => row.Cells))) ?? DateForms[0];
        if (form != DateForms[0])
        {
            text.Append(CultureInfo.InvariantCulture, $"dates: {form}\n");
        }

        text.Append("sheets:\n");
        foreach (var (sheet, headings) in sheets)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - sheet: {Quoted(sheet.Name)}\n    headings: {headings!.Number}\n    table: cases\n    columns:\n");
            Columns(text, sheet, headings, form);
            text.Append("    # What every row says and no column does, such as the partnership:\n    # always: { partnership: ... }\n");
        }

        return text.ToString();
    }

    private void Columns(StringBuilder text, RawSheet sheet, SheetRow headings, string form)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at < headings.Cells.Length; at++)
        {
            var heading = MappedSheets.Plain(headings.Cells[at]);
            if (heading.Length > 0 && seen.Add(heading))
            {
                string[] cells = [.. sheet.Rows.Where(row => row.Number > headings.Number).Take(RowsLooked).Select(row => at < row.Cells.Length ? row.Cells[at].Trim() : "").Where(cell => cell.Length > 0)];
                text.Append(CultureInfo.InvariantCulture, $"      {Quoted(heading)}: {Proposal(heading, cells, form, taken)}\n");
            }
        }
    }

    private string Proposal(string heading, string[] cells, string form, HashSet<string> taken)
    {
        var plain = NoLetters().Replace(heading.ToLowerInvariant(), " ").Trim();
        if (ReferenceWords.Contains(plain, StringComparer.Ordinal) && taken.Add(TableColumns.Reference))
        {
            return TableColumns.Reference;
        }

        if (plain is "partnership" or "borough" or "area" && taken.Add(TableColumns.Partnership))
        {
            return $"{{ to: {TableColumns.Partnership}, words: {{}} }}   # ? their names of partnerships with our ids";
        }

        var areDates = cells.Length > 0 && cells.Count(cell => IsDate(cell, form)) * 2 >= cells.Length;
        var events = words.Vocabulary.Events.Where(kind => kind.Of is null).Select(kind => (Name: kind.Name, Score: Score(plain, kind.Name, kind.Title)));
        var facts = words.Vocabulary.Facts.Where(fact => fact.Of is null).Select(fact => (Name: fact.Name, Score: Score(plain, fact.Name, fact.Question)));
        var candidates = areDates ? events : cells.Length == 0 ? events.Concat(facts) : facts;
        var best = candidates.OrderByDescending(one => one.Score).ThenBy(one => one.Name, StringComparer.Ordinal).FirstOrDefault();
        if (best.Name is null || best.Score < Likely || !taken.Add(best.Name))
        {
            return areDates ? $"ignore   # ? dates: an event, as {{ event: ... }}" : "ignore   # ?";
        }

        var doubt = best.Score < 1 ? "   # ?" : "";
        var said = cells.Where(YesNo.ContainsKey).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase).ToList();
        return words.Event(best.Name) is not null && candidates != facts ? $"{{ event: {best.Name} }}{doubt}"
            : said.Count > 0 ? $"{{ to: {best.Name}, words: {{ {string.Join(", ", said.Select(word => $"{Quoted(word)}: {YesNo[word]}"))} }} }}{doubt}"
            : best.Name + doubt;
    }

    /// <summary>How much of what the heading says the word or its title says: 1 where they are the same.</summary>
    private static double Score(string heading, string name, string title)
    {
        var plain = name.Replace('-', ' ');
        if (heading == plain || Nearest.Of(heading, [plain]) is not null)
        {
            return 1;
        }

        var said = Stems(heading);
        return said.Count == 0 ? 0 : Math.Max(Share(said, Stems(plain)), 0.9 * Share(said, Stems(NoLetters().Replace(title.ToLowerInvariant(), " "))));
    }

    private static double Share(HashSet<string> said, HashSet<string> stems) => stems.Count == 0 ? 0 : (double)said.Count(stems.Contains) / Math.Max(said.Count, Math.Min(stems.Count, said.Count + 1));

    /// <summary>Words by their beginnings, so that "publication" finds "published".</summary>
    private static HashSet<string> Stems(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => !Noise.Contains(word)).Select(word => word.Length > 6 ? word[..6] : word)];

    private static bool Fits(string form, IEnumerable<string> cells)
    {
        var (fitting, dates) = (0, 0);
        foreach (var cell in cells.Where(cell => DateLike().IsMatch(cell.Trim())))
        {
            dates++;
            fitting += IsDate(cell.Trim(), form) ? 1 : 0;
        }

        // Every date must fit: 31/03 tells which is the day.
        return dates > 0 && fitting == dates;
    }

    private static bool IsDate(string cell, string form) =>
        DateOnly.TryParseExact(cell, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out _) || PartialDate.TryParse(cell, out var date, out _) && date != DateInterval.Unknown;

    private static string Quoted(string text) => $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NoLetters();

    [GeneratedRegex(@"^[0-9]{1,4}[-/. ]([0-9]{1,2}|[A-Za-z]{3})[-/. ][0-9]{1,4}$")]
    private static partial Regex DateLike();
}

using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using DhrCompliance.Service.Intake.Sheets;

namespace DhrCompliance.Service.Intake.Reading.Workbooks;

/// <summary>The rows of one sheet, as text, read from its XML as it comes.</summary>
internal sealed class SheetReader(CellTexts texts, Parts parts, IReadOnlyList<string> shared, ImmutableArray<NumberMeaning> formats, CellBudget budget)
{
    private const int MostMerges = 10_000;

    /// <summary>Reads them, the headings first; rows without any content are left out.</summary>
    /// <param name="xml">The sheet's XML.</param>
    /// <param name="refused">Says what refuses the sheet as a whole: its row, and what was expected.</param>
    public (ImmutableArray<SheetRow> Rows, ImmutableArray<MergedCells> Merged) Read(XmlReader xml, Func<int?, string, RefusedFileException> refused)
    {
        var rows = ImmutableArray.CreateBuilder<SheetRow>();
        var merged = new List<MergedCells>();
        var number = 0;
        while (xml.Read())
        {
            if (xml.NodeType is not XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "row")
            {
                number = Following(xml.GetAttribute("r"), number) ?? throw refused(number, "rows in their order; open it in a spreadsheet program and save it anew");
                budget.Row(number, refused);
                if (Row(xml, number, refused) is { } row)
                {
                    rows.Add(row);
                }
            }
            else if (xml.LocalName == "mergeCell")
            {
                merged.Add(MergedCells.Of(xml.GetAttribute("ref") ?? ""));
                if (merged.Count > MostMerges)
                {
                    throw refused(null, FormattableString.Invariant($"at most {MostMerges} merged cells; undo them (Merge & Center) and fill in each cell"));
                }
            }
        }

        return (rows.ToImmutable(), [.. merged]);
    }

    private SheetRow? Row(XmlReader xml, int number, Func<int?, string, RefusedFileException> refused)
    {
        if (xml.IsEmptyElement)
        {
            return null;
        }

        var cells = new List<string>();
        var troubles = ImmutableArray.CreateBuilder<CellTrouble>();
        var (depth, last, hasContent) = (xml.Depth, -1, false);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is not XmlNodeType.Element || xml.LocalName != "c")
            {
                continue;
            }

            var at = Column(xml.GetAttribute("r"), last) ?? throw refused(number, "cells in their order; open it in a spreadsheet program and save it anew");
            last = at;
            var (text, trouble) = Cell(xml);
            if (text.Length > 0 || trouble is not null)
            {
                budget.Cell(at, number, refused);
                while (cells.Count < at)
                {
                    cells.Add("");
                }

                cells.Add(text);
                hasContent |= trouble is not null || !string.IsNullOrWhiteSpace(text);
                if (trouble is not null)
                {
                    troubles.Add(new CellTrouble(at, trouble));
                }
            }
        }

        budget.Width(cells.Count);
        return hasContent ? new SheetRow(number, [.. cells]) { Troubles = troubles.ToImmutable() } : null;
    }

    private (string Text, string? Trouble) Cell(XmlReader xml)
    {
        var type = xml.GetAttribute("t") ?? "n";
        var style = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < formats.Length ? formats[number] : NumberMeaning.Number;
        if (xml.IsEmptyElement)
        {
            return ("", null);
        }

        var (depth, value, formula) = (xml.Depth, "", (string?)null);
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is not XmlNodeType.Element)
            {
                continue;
            }

            switch (xml.LocalName)
            {
                case "f":
                    formula = texts.Plain(xml);
                    break;
                case "is":
                    value = texts.Rich(xml);
                    break;
                case "v":
                    value = texts.Plain(xml);
                    break;
                default:
                    break;
            }
        }

        var (text, trouble) = Meaning(type, value, style);
        return formula is null ? (text, trouble)
            : (text.Length > 0 ? text : "=" + formula, "a value, and this is a formula: copy the cell and paste it as a value");
    }

    private (string Text, string? Trouble) Meaning(string type, string value, NumberMeaning meaning)
    {
        switch (type)
        {
            case "inlineStr":
                return (value, null);
            case "str":
                return (DhrCompliance.Service.Workbooks.CellXml.Read(value), null);
            case "s":
                return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < shared.Count
                    ? (shared[at], null)
                    : (value, "a text, and the workbook refers to one that it does not have; open it in a spreadsheet program and save it anew");
            case "b":
                return (value == "1" ? "TRUE" : "FALSE", null);
            case "e":
                return (value, "a value, and this is an error of a formula");
            case "d":
                return (value.EndsWith("T00:00:00", StringComparison.Ordinal) ? value[..^9] : value, null);
            default:
                if (value.Length == 0)
                {
                    return ("", null);
                }

                return Serial.TryWrite(value, meaning, parts.CountsFrom1904, out var text, out var expected) ? (text, null) : (text, expected);
        }
    }

    private static int? Following(string? said, int last) =>
        said is null ? last + 1
        : int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > last ? number : null;

    /// <summary>The column of a cell's name, from 0; without a name the next one.</summary>
    private static int? Column(string? name, int last)
    {
        if (name is null)
        {
            return last + 1;
        }

        var column = 0;
        foreach (var letter in name)
        {
            if (!char.IsAsciiLetter(letter) || column > 20_000)
            {
                break;
            }

            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A') + 1;
        }

        return column - 1 > last ? column - 1 : null;
    }
}

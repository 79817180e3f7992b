using System.Globalization;
using System.Xml;

namespace DhrCompliance.Service.Workbooks;

/// <summary>One sheet as XML, its elements in the order that the format asks for.</summary>
internal static class SheetXml
{
    public const string Space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>What the format allows a cell, and a sheet.</summary>
    public const int LongestCell = 32_767;

    public const int MostRows = 1_048_576;

    public static void Write(XmlWriter xml, WorkbookSheet sheet, ChoiceLists lists, bool isFirst)
    {
        var headings = sheet.Banner is null ? 0 : 1;
        var rows = headings + 1 + sheet.Rows.Length;
        if (rows > MostRows)
        {
            throw new InvalidDataException(FormattableString.Invariant($"The sheet '{sheet.Name}' would have {rows} rows, and a workbook takes {MostRows}: export a folder of CSV files."));
        }

        xml.WriteStartElement("worksheet", Space);
        Start(xml, "sheetPr");
        Empty(xml, "pageSetUpPr", ("fitToPage", "1"));
        xml.WriteEndElement();
        View(xml, sheet, headings, isFirst);
        Empty(xml, "sheetFormatPr", ("defaultRowHeight", "15"));
        Columns(xml, sheet);
        Data(xml, sheet, headings);
        if (sheet.IsView)
        {
            // Without a password: it keeps nobody out, and says to whoever types that this is the wrong place.
            Empty(xml, "sheetProtection", ("sheet", "1"), ("formatColumns", "0"), ("formatRows", "0"), ("sort", "0"), ("autoFilter", "0"));
        }

        if (!sheet.IsProse && sheet.Rows.Length > 0)
        {
            Empty(xml, "autoFilter", ("ref", $"{CellName.Of(0, headings)}:{CellName.Of(sheet.Columns.Length - 1, rows - 1)}"));
        }

        ValidationXml.Write(xml, sheet, headings, lists);
        Empty(xml, "pageMargins", ("left", "0.5"), ("right", "0.5"), ("top", "0.5"), ("bottom", "0.5"), ("header", "0.3"), ("footer", "0.3"));
        Empty(xml, "pageSetup", ("paperSize", "9"), ("orientation", "landscape"), ("fitToHeight", "0"));
        xml.WriteEndElement();
    }

    private static void View(XmlWriter xml, WorkbookSheet sheet, int headings, bool isFirst)
    {
        Start(xml, "sheetViews");
        Start(xml, "sheetView");
        if (sheet.IsProse)
        {
            xml.WriteAttributeString("showGridLines", "0");
        }

        if (isFirst)
        {
            xml.WriteAttributeString("tabSelected", "1");
        }

        xml.WriteAttributeString("workbookViewId", "0");
        if (!sheet.IsProse)
        {
            Start(xml, "pane");
            if (sheet.FrozenColumns > 0)
            {
                xml.WriteAttributeString("xSplit", Number(sheet.FrozenColumns));
            }

            xml.WriteAttributeString("ySplit", Number(headings + 1));
            xml.WriteAttributeString("topLeftCell", CellName.Of(sheet.FrozenColumns, headings + 1));
            xml.WriteAttributeString("activePane", sheet.FrozenColumns > 0 ? "bottomRight" : "bottomLeft");
            xml.WriteAttributeString("state", "frozen");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Columns(XmlWriter xml, WorkbookSheet sheet)
    {
        Start(xml, "cols");
        for (var at = 0; at < sheet.Columns.Length; at++)
        {
            var column = sheet.Columns[at];
            Start(xml, "col");
            xml.WriteAttributeString("min", Number(at + 1));
            xml.WriteAttributeString("max", Number(at + 1));
            xml.WriteAttributeString("width", column.Width.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("style", Number(column.IsWrapped ? StyleXml.Wrapped : StyleXml.Text));
            xml.WriteAttributeString("customWidth", "1");
            if (column.IsHidden)
            {
                xml.WriteAttributeString("hidden", "1");
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Data(XmlWriter xml, WorkbookSheet sheet, int headings)
    {
        Start(xml, "sheetData");
        if (sheet.Banner is { } banner)
        {
            StartRow(xml, 0);
            Cell(xml, 0, 0, banner, StyleXml.Banner);
            xml.WriteEndElement();
        }

        StartRow(xml, headings, sheet.IsProse ? 1 : sheet.Columns.Max(column => RowHeight.Lines(column.Heading, column.Width)));
        for (var at = 0; at < sheet.Columns.Length; at++)
        {
            Cell(xml, at, headings, sheet.Columns[at].Heading, sheet.IsProse ? StyleXml.Banner : StyleXml.Heading);
        }

        xml.WriteEndElement();
        for (var row = 0; row < sheet.Rows.Length; row++)
        {
            var (number, cells) = (headings + 1 + row, sheet.Rows[row].Cells);
            StartRow(xml, number, RowHeight.Lines(cells, sheet.Columns));
            for (var at = 0; at < cells.Length; at++)
            {
                var mark = sheet.Rows[row].MarkOf(at);
                if (cells[at].Length > 0 || mark is not CellMark.None)
                {
                    Cell(xml, at, number, cells[at], StyleXml.Of(mark, sheet.Columns[at].IsWrapped));
                }
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Cell(XmlWriter xml, int column, int row, string text, int style)
    {
        Start(xml, "c");
        xml.WriteAttributeString("r", CellName.Of(column, row));
        xml.WriteAttributeString("s", Number(style));
        if (text.Length > 0)
        {
            xml.WriteAttributeString("t", "inlineStr");
            Start(xml, "is");
            Start(xml, "t");
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(CellXml.Write(text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void StartRow(XmlWriter xml, int row, int lines = 1)
    {
        Start(xml, "row");
        xml.WriteAttributeString("r", Number(row + 1));
        if (lines > 1)
        {
            xml.WriteAttributeString("ht", Number(RowHeight.Points(lines)));
            xml.WriteAttributeString("customHeight", "1");
        }
    }

    private static void Empty(XmlWriter xml, string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(xml, name);
        foreach (var (key, value) in attributes)
        {
            xml.WriteAttributeString(key, value);
        }

        xml.WriteEndElement();
    }

    public static void Start(XmlWriter xml, string name) => xml.WriteStartElement(name, Space);

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}

using System.Xml;

namespace DhrCompliance.Service.Workbooks;

/// <summary>The few ways in which cells are set. All of them hold text (format 49), so that a month typed into one stays what was typed.</summary>
internal static class StyleXml
{
    public const int Text = 1;
    public const int Wrapped = 2;
    public const int Heading = 3;
    public const int Banner = 4;
    private const int FirstMark = 5;

    // Dark on light, at a contrast of 7 to 1 or more, in the order of CellMark.
    private static readonly string[] Fills = ["FFFFC7CE", "FFFFEB9C", "FFE4DFEC", "FFDDEBF7", "FFE2EFDA"];
    private static readonly string[] Inks = ["FF7A0008", "FF5C4300", "FF3B2A5C", "FF1F3A5F", "FF1E4620"];

    public static int Of(CellMark mark, bool isWrapped) => mark is CellMark.None ? isWrapped ? Wrapped : Text : FirstMark + (int)mark - 1;

    public static void Write(XmlWriter xml)
    {
        xml.WriteStartElement("styleSheet", SheetXml.Space);
        Fonts(xml);
        AllFills(xml);
        Start(xml, "borders", 1);
        xml.WriteStartElement("border", SheetXml.Space);
        xml.WriteEndElement();
        xml.WriteEndElement();
        Start(xml, "cellStyleXfs", 1);
        Format(xml, 0, 0, 0, isWrapped: false);
        xml.WriteEndElement();
        Start(xml, "cellXfs", FirstMark + Fills.Length);
        Format(xml, 0, 0, 0, isWrapped: false);
        Format(xml, 49, 0, 0, isWrapped: false);
        Format(xml, 49, 0, 0, isWrapped: true);
        Format(xml, 49, 1, 2, isWrapped: true);
        Format(xml, 49, 2, 0, isWrapped: false);
        for (var at = 0; at < Fills.Length; at++)
        {
            Format(xml, 49, 3 + at, 3 + at, isWrapped: true);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Fonts(XmlWriter xml)
    {
        Start(xml, "fonts", 3 + Inks.Length);
        Font(xml, null, isBold: false);
        Font(xml, "FFFFFFFF", isBold: true);
        Font(xml, "FF7A0008", isBold: true);
        foreach (var ink in Inks)
        {
            Font(xml, ink, isBold: false);
        }

        xml.WriteEndElement();
    }

    private static void AllFills(XmlWriter xml)
    {
        Start(xml, "fills", 3 + Fills.Length);
        Pattern(xml, "none", null);
        Pattern(xml, "gray125", null);
        Pattern(xml, "solid", "FF1F3A5F");
        foreach (var fill in Fills)
        {
            Pattern(xml, "solid", fill);
        }

        xml.WriteEndElement();
    }

    private static void Font(XmlWriter xml, string? colour, bool isBold)
    {
        xml.WriteStartElement("font", SheetXml.Space);
        if (isBold)
        {
            xml.WriteStartElement("b", SheetXml.Space);
            xml.WriteEndElement();
        }

        Value(xml, "sz", "11");
        if (colour is not null)
        {
            xml.WriteStartElement("color", SheetXml.Space);
            xml.WriteAttributeString("rgb", colour);
            xml.WriteEndElement();
        }

        Value(xml, "name", "Calibri");
        xml.WriteEndElement();
    }

    private static void Pattern(XmlWriter xml, string kind, string? colour)
    {
        xml.WriteStartElement("fill", SheetXml.Space);
        xml.WriteStartElement("patternFill", SheetXml.Space);
        xml.WriteAttributeString("patternType", kind);
        if (colour is not null)
        {
            xml.WriteStartElement("fgColor", SheetXml.Space);
            xml.WriteAttributeString("rgb", colour);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Format(XmlWriter xml, int number, int font, int fill, bool isWrapped)
    {
        xml.WriteStartElement("xf", SheetXml.Space);
        Number(xml, "numFmtId", number);
        Number(xml, "fontId", font);
        Number(xml, "fillId", fill);
        Number(xml, "borderId", 0);
        Number(xml, "applyNumberFormat", 1);
        Number(xml, "applyFont", 1);
        Number(xml, "applyFill", 1);
        Number(xml, "applyAlignment", 1);
        xml.WriteStartElement("alignment", SheetXml.Space);
        xml.WriteAttributeString("vertical", "top");
        if (isWrapped)
        {
            Number(xml, "wrapText", 1);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Start(XmlWriter xml, string name, int count)
    {
        xml.WriteStartElement(name, SheetXml.Space);
        Number(xml, "count", count);
    }

    private static void Value(XmlWriter xml, string name, string value)
    {
        xml.WriteStartElement(name, SheetXml.Space);
        xml.WriteAttributeString("val", value);
        xml.WriteEndElement();
    }

    private static void Number(XmlWriter xml, string name, int value) => xml.WriteAttributeString(name, FormattableString.Invariant($"{value}"));
}

using System.IO.Compression;
using System.Text;
using System.Xml;

namespace DhrCompliance.Service.Workbooks;

/// <summary>
/// Writes a workbook as an XLSX file, cell after cell and straight into the archive. The bytes depend on nothing but the workbook: no clock, no user, no machine.
/// </summary>
internal static class WorkbookWriter
{
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// <summary>The earliest moment that an archive can hold.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly XmlWriterSettings Form = new() { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.None };

    public static void Write(Workbook workbook, Stream stream)
    {
        var lists = new ChoiceLists(workbook.Sheets);
        WorkbookSheet[] sheets = [.. workbook.Sheets, .. lists.Sheet is { } hidden ? [hidden] : Array.Empty<WorkbookSheet>()];
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        Part(zip, "[Content_Types].xml", xml => ContentTypes(xml, sheets.Length));
        Part(zip, "_rels/.rels", xml => Relationships(xml, [("officeDocument", "xl/workbook.xml")]));
        Part(zip, "xl/workbook.xml", xml => Book(xml, sheets, lists.Sheet));
        Part(zip, "xl/_rels/workbook.xml.rels", xml => Relationships(
            xml, [.. sheets.Select((_, at) => ("worksheet", FormattableString.Invariant($"worksheets/sheet{at + 1}.xml"))), ("styles", "styles.xml")]));
        Part(zip, "xl/styles.xml", StyleXml.Write);
        for (var at = 0; at < sheets.Length; at++)
        {
            Part(zip, FormattableString.Invariant($"xl/worksheets/sheet{at + 1}.xml"), xml => SheetXml.Write(xml, sheets[at], lists, isFirst: at == 0));
        }
    }

    private static void Part(ZipArchive zip, string name, Action<XmlWriter> write)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        using var stream = entry.Open();
        using var xml = XmlWriter.Create(stream, Form);
        xml.WriteStartDocument(standalone: true);
        write(xml);
        xml.WriteEndDocument();
    }

    private static void ContentTypes(XmlWriter xml, int sheets)
    {
        const string space = Package + "content-types";
        xml.WriteStartElement("Types", space);
        Default("rels", "application/vnd.openxmlformats-package.relationships+xml");
        Default("xml", "application/xml");
        Override("/xl/workbook.xml", Types + "sheet.main+xml");
        Override("/xl/styles.xml", Types + "styles+xml");
        for (var at = 1; at <= sheets; at++)
        {
            Override(FormattableString.Invariant($"/xl/worksheets/sheet{at}.xml"), Types + "worksheet+xml");
        }

        xml.WriteEndElement();

        void Default(string ending, string type) => Element("Default", "Extension", ending, type);
        void Override(string part, string type) => Element("Override", "PartName", part, type);
        void Element(string name, string key, string value, string type)
        {
            xml.WriteStartElement(name, space);
            xml.WriteAttributeString(key, value);
            xml.WriteAttributeString("ContentType", type);
            xml.WriteEndElement();
        }
    }

    private static void Relationships(XmlWriter xml, IEnumerable<(string Kind, string Target)> targets)
    {
        const string space = Package + "relationships";
        xml.WriteStartElement("Relationships", space);
        var number = 0;
        foreach (var (kind, target) in targets)
        {
            xml.WriteStartElement("Relationship", space);
            xml.WriteAttributeString("Id", FormattableString.Invariant($"rId{++number}"));
            xml.WriteAttributeString("Type", $"{Office}/{kind}");
            xml.WriteAttributeString("Target", target);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Book(XmlWriter xml, WorkbookSheet[] sheets, WorkbookSheet? hidden)
    {
        xml.WriteStartElement("workbook", SheetXml.Space);
        xml.WriteAttributeString("xmlns", "r", null, Office);
        xml.WriteStartElement("sheets", SheetXml.Space);
        for (var at = 0; at < sheets.Length; at++)
        {
            xml.WriteStartElement("sheet", SheetXml.Space);
            xml.WriteAttributeString("name", sheets[at].Name);
            xml.WriteAttributeString("sheetId", FormattableString.Invariant($"{at + 1}"));
            if (sheets[at] == hidden)
            {
                xml.WriteAttributeString("state", "hidden");
            }

            xml.WriteAttributeString("r", "id", Office, FormattableString.Invariant($"rId{at + 1}"));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}

using System.IO.Compression;
using System.Text;
using DhrCompliance.Service.Intake;
using DhrCompliance.Service.Intake.Planning;
using DhrCompliance.Service.Intake.Reading;
using DhrCompliance.Service.Intake.Reading.Workbooks;

namespace DhrCompliance.Service.Tests.Intake.Workbooks;

/// <summary>A workbook put together by hand, part by part, as spreadsheet programs and attackers write them.</summary>
internal sealed class HandMade
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    private readonly List<(string Name, byte[] Bytes)> _parts = [];
    private readonly List<(string Name, string? State, string Part)> _sheets = [];
    private string _bookProperties = "";

    /// <summary>Formats by style number: 0 none, 1 a day (14), 2 mmm-yy (17), 3 yyyy, 4 a day in words, 5 a time (20), 6 text, 7 a day and a time (22).</summary>
    public const string Styles = $"""
        <styleSheet xmlns="{Main}"><numFmts><numFmt numFmtId="164" formatCode="yyyy"/><numFmt numFmtId="165" formatCode="[$-809]dddd\ d&quot; of &quot;mmmm\ yyyy"/></numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="17"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/><xf numFmtId="49"/><xf numFmtId="22"/></cellXfs></styleSheet>
        """;

    public HandMade From1904()
    {
        _bookProperties = "<workbookPr date1904=\"1\"/>";
        return this;
    }

    /// <summary>A sheet by the XML of its rows, and of what follows them.</summary>
    public HandMade Sheet(string name, string rows, string after = "", string? state = null)
    {
        var part = FormattableString.Invariant($"worksheets/sheet{_sheets.Count + 1}.xml");
        _sheets.Add((name, state, part));
        return Part("xl/" + part, $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData>{after}</worksheet>");
    }

    public HandMade Part(string name, string text) => Part(name, Encoding.UTF8.GetBytes(text));

    public HandMade Part(string name, byte[] bytes)
    {
        _parts.Add((name, bytes));
        return this;
    }

    public byte[] Bytes()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "_rels/.rels", $"<Relationships xmlns=\"{Package}\"><Relationship Id=\"r1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Add(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\">{_bookProperties}<sheets>{string.Concat(_sheets.Select((sheet, at) =>
                $"<sheet name=\"{sheet.Name}\" sheetId=\"{at + 1}\"{(sheet.State is null ? "" : $" state=\"{sheet.State}\"")} r:id=\"s{at + 1}\"/>"))}</sheets></workbook>");
            Add(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}\">{string.Concat(_sheets.Select((sheet, at) =>
                $"<Relationship Id=\"s{at + 1}\" Type=\"{Office}/worksheet\" Target=\"{sheet.Part}\"/>"))}<Relationship Id=\"t\" Type=\"{Office}/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/><Relationship Id=\"y\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>");
            if (!_parts.Exists(part => part.Name == "xl/styles.xml"))
            {
                Add(zip, "xl/styles.xml", Styles);
            }

            foreach (var (name, bytes) in _parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    public IncomingRegister Read(ImportLimits? limits = null) => Read(Bytes(), limits);

    public ImportPlan Plan(ImportLimits? limits = null) => ImportPlan.Make(Read(limits), Importing.Register, Words.Known, Importing.Today);

    public static IncomingRegister Read(byte[] bytes, ImportLimits? limits = null) =>
        WorkbookSheets.Read(new MemoryStream(bytes), "in.xlsx", Words.Known, limits ?? ImportLimits.Usual);

    /// <summary>A row of inline texts.</summary>
    public static string Row(params string[] texts) =>
        $"<row>{string.Concat(texts.Select(text => $"<c t=\"inlineStr\"><is><t>{text}</t></is></c>"))}</row>";

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var part = new StreamWriter(zip.CreateEntry(name).Open());
        part.Write(text);
    }
}

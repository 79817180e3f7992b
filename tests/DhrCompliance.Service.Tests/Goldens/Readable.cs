using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DhrCompliance.Service.Tests.Reports.Pages;

namespace DhrCompliance.Service.Tests.Goldens;

/// <summary>Exports that are no plain text, as text that a person can compare.</summary>
internal static partial class Readable
{
    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly HashSet<string> Lines = ["h1", "h2", "h3", "h4", "p", "li", "caption", "dt", "dd", "title"];

    /// <summary>What is read of a page: a line for each heading, paragraph and point, and for each row of a table.</summary>
    public static string Page(string html)
    {
        var text = new StringBuilder();
        Tell(DemoRegister.Parsed(html).Root!, text);
        return text.ToString();
    }

    /// <summary>The sheets of a workbook: what stays in sight, and the first rows of each.</summary>
    public static string Book(string path, int rows)
    {
        using var zip = ZipFile.OpenRead(path);
        var names = XDocument.Load(zip.GetEntry("xl/workbook.xml")!.Open()).Descendants(Sheet + "sheet").Select(sheet => (string)sheet.Attribute("name")!).ToList();
        var text = new StringBuilder();
        for (var i = 0; i < names.Count; i++)
        {
            using var part = zip.GetEntry(FormattableString.Invariant($"xl/worksheets/sheet{i + 1}.xml"))!.Open();
            var sheet = XDocument.Load(part);
            var pane = sheet.Descendants(Sheet + "pane").FirstOrDefault();
            var all = sheet.Descendants(Sheet + "row").ToList();
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"== {names[i]}: {all.Count} rows; frozen above {pane?.Attribute("topLeftCell")?.Value ?? "nothing"}\n");
            foreach (var row in all.Take(rows))
            {
                text.AppendJoin(" | ", row.Elements(Sheet + "c").Select(cell => $"{cell.Attribute("r")!.Value} {Spaces().Replace(cell.Value, " ")}")).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>What is in an archive, and what its page for people says.</summary>
    public static string Archive(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        var text = new StringBuilder();
        foreach (var entry in zip.Entries)
        {
            text.Append(entry.FullName).Append('\n');
        }

        using var reader = new StreamReader(zip.Entries.Single(entry => entry.FullName.StartsWith("README", StringComparison.OrdinalIgnoreCase)).Open());
        return text.Append('\n').Append(reader.ReadToEnd()).ToString();
    }

    private static void Tell(XElement element, StringBuilder text)
    {
        switch (element.Name.LocalName)
        {
            case "style" or "svg":
                return;
            case "tr":
                text.AppendJoin(" | ", element.Elements().Select(Words)).Append('\n');
                return;
            case var name when Lines.Contains(name):
                text.Append(name).Append(": ").Append(Words(element)).Append('\n');
                return;
        }

        foreach (var inner in element.Elements())
        {
            Tell(inner, text);
        }
    }

    private static string Words(XElement element) => Spaces().Replace(element.Value, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

using System.Collections.Immutable;
using System.Xml;

namespace DhrCompliance.Service.Intake.Reading.Workbooks;

/// <summary>A workbook's table of contents: its sheets, and how it counts days.</summary>
internal sealed record Parts
{
    private const string Office = "/officeDocument";

    /// <summary>The sheets in their order.</summary>
    public required ImmutableArray<SheetPart> Sheets { get; init; }

    /// <summary>True: days are counted from 1904.</summary>
    public required bool CountsFrom1904 { get; init; }

    /// <summary>The part with the texts that cells share; null: there is none.</summary>
    public required string? SharedTexts { get; init; }

    /// <summary>The part with the formats of cells; null: there is none.</summary>
    public required string? Styles { get; init; }

    public static Parts Of(Package package)
    {
        var book = Links(package, "_rels/.rels", "").FirstOrDefault(link => link.Kind.EndsWith(Office, StringComparison.Ordinal))?.Target
            ?? throw package.Refused("a workbook (.xlsx), and this archive says of no part that it is one");
        var folder = book.Contains('/', StringComparison.Ordinal) ? book[..(book.LastIndexOf('/') + 1)] : "";
        var links = Links(package, $"{folder}_rels/{book[folder.Length..]}.rels", folder);
        string? Part(string kind) => links.FirstOrDefault(link => link.Kind.EndsWith(kind, StringComparison.Ordinal))?.Target;

        // A chart or a dialog is a sheet to look at, and has no cells.
        var byId = links.Where(link => link.Kind.EndsWith("/worksheet", StringComparison.Ordinal)).ToLookup(link => link.Id, StringComparer.Ordinal);
        return package.Read(book, xml => Book(xml, package, byId)) with
        {
            SharedTexts = Part("/sharedStrings"),
            Styles = Part("/styles"),
        };
    }

    private static Parts Book(XmlReader xml, Package package, ILookup<string, Link> byId)
    {
        if (xml.LocalName != "workbook")
        {
            throw package.Refused(xml.LocalName == "document" ? OtherDocuments.Word : "a workbook (.xlsx), and this is another kind of document");
        }

        var sheets = ImmutableArray.CreateBuilder<SheetPart>();
        var from1904 = false;
        while (xml.Read())
        {
            if (xml.NodeType is not XmlNodeType.Element)
            {
                continue;
            }

            if (xml.LocalName == "workbookPr")
            {
                from1904 = xml.GetAttribute("date1904") is "1" or "true";
            }
            else if (xml.LocalName == "sheet" && byId[Id(xml)].FirstOrDefault() is { } link)
            {
                sheets.Add(new SheetPart((xml.GetAttribute("name") ?? "").Trim(), link.Target, xml.GetAttribute("state") is "hidden" or "veryHidden"));
            }
        }

        return new Parts { Sheets = sheets.ToImmutable(), CountsFrom1904 = from1904, SharedTexts = null, Styles = null };
    }

    private static string Id(XmlReader xml)
    {
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
        {
            if (xml.LocalName == "id" && xml.NamespaceURI.EndsWith("/relationships", StringComparison.Ordinal))
            {
                var id = xml.Value;
                xml.MoveToElement();
                return id;
            }
        }

        xml.MoveToElement();
        return "";
    }

    /// <summary>Links within the archive. One that leads out of it is never followed, and is no part of it.</summary>
    private static ImmutableArray<Link> Links(Package package, string part, string folder) => package.Read(part, xml =>
    {
        var links = ImmutableArray.CreateBuilder<Link>();
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.Element && xml.LocalName == "Relationship" && xml.GetAttribute("TargetMode") is not "External")
            {
                links.Add(new Link(xml.GetAttribute("Id") ?? "", xml.GetAttribute("Type") ?? "", Resolved(xml.GetAttribute("Target") ?? "", folder)));
            }
        }

        return links.ToImmutable();
    });

    private static string Resolved(string target, string folder)
    {
        var path = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && path.Count > 0)
            {
                path.RemoveAt(path.Count - 1);
            }
            else if (step is not ("." or ".."))
            {
                path.Add(step);
            }
        }

        return string.Join('/', path);
    }

    private sealed record Link(string Id, string Kind, string Target);
}

/// <summary>One sheet of a workbook.</summary>
internal sealed record SheetPart(string Name, string Part, bool IsHidden);

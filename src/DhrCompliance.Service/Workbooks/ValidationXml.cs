using System.Xml;

namespace DhrCompliance.Service.Workbooks;

/// <summary>What is offered and said to whoever enters a cell: of whole columns, and of single cells.</summary>
internal static class ValidationXml
{
    private const int LongestPrompt = 255;

    // A program reads the places of one of them into a line of its own, which is not endless.
    private const int MostPlaces = 200;

    public static void Write(XmlWriter xml, WorkbookSheet sheet, int headings, ChoiceLists lists)
    {
        (CellHelp Help, string Places)[] said = [.. Columns(sheet, headings), .. Cells(sheet, headings)];
        if (said.Length == 0)
        {
            return;
        }

        SheetXml.Start(xml, "dataValidations");
        xml.WriteAttributeString("count", SheetXml.Number(said.Length));
        foreach (var (help, places) in said)
        {
            Write(xml, help, places, lists);
        }

        xml.WriteEndElement();
    }

    private static IEnumerable<(CellHelp, string)> Columns(WorkbookSheet sheet, int headings) => sheet.Columns
        .Select((column, at) => (Help: new CellHelp(at, column.Choices, column.Prompt), At: at))
        .Where(one => !one.Help.Choices.IsEmpty || one.Help.Prompt is not null)
        .Select(one => (one.Help, $"{CellName.Of(one.At, headings + 1)}:{CellName.Of(one.At, SheetXml.MostRows - 1)}"));

    private static IEnumerable<(CellHelp, string)> Cells(WorkbookSheet sheet, int headings) => sheet.Rows
        .Select((row, at) => (row.Help, At: at))
        .Where(one => one.Help is not null)
        .GroupBy(one => (one.Help!.Column, Choices: string.Join('\n', one.Help.Choices), one.Help.Prompt))
        .SelectMany(same => same.Chunk(MostPlaces).Select(some => (
            some[0].Help!, string.Join(' ', some.Select(one => CellName.Of(one.Help!.Column, headings + 1 + one.At))))));

    private static void Write(XmlWriter xml, CellHelp help, string places, ChoiceLists lists)
    {
        SheetXml.Start(xml, "dataValidation");
        if (!help.Choices.IsEmpty)
        {
            xml.WriteAttributeString("type", "list");
            xml.WriteAttributeString("errorStyle", "warning");
            xml.WriteAttributeString("allowBlank", "1");
            xml.WriteAttributeString("showInputMessage", "1");
            xml.WriteAttributeString("showErrorMessage", "1");
            xml.WriteAttributeString("errorTitle", "Not in the list");
            xml.WriteAttributeString("error", "An import takes only the words of the list, or 'unknown' to empty the cell.");
        }
        else
        {
            xml.WriteAttributeString("allowBlank", "1");
            xml.WriteAttributeString("showInputMessage", "1");
        }

        if (help.Prompt is { } prompt)
        {
            xml.WriteAttributeString("prompt", CellXml.Write(prompt.Length > LongestPrompt ? prompt[..(LongestPrompt - 1)] + "…" : prompt));
        }

        xml.WriteAttributeString("sqref", places);
        if (!help.Choices.IsEmpty)
        {
            xml.WriteElementString("formula1", SheetXml.Space, lists.Place(help.Choices));
        }

        xml.WriteEndElement();
    }
}

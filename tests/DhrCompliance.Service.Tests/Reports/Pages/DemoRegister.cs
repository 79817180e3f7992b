using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using DhrCompliance.Service.Tests.Commands;

namespace DhrCompliance.Service.Tests.Reports.Pages;

/// <summary>The sample borough, filled once for all tests of pages, and the pages made from it by the program.</summary>
public sealed partial class DemoRegister : IDisposable
{
    private readonly TestProgram _program = new();

    public DemoRegister() => _program.Run("demo", "--out", "demo").Code.ShouldBe(0);

    /// <summary>What the program writes when it is called so, beside the register. An audit of the borough always finds something.</summary>
    public string Made(params string[] arguments)
    {
        var run = _program.Run([.. arguments, "--ledger", "demo/register.db", "--out", "made"]);
        run.Code.ShouldBe(arguments[0] == "audit" ? 1 : 0, run.Errors);
        return File.ReadAllText(_program.Path("made"));
    }

    public string Path(string relative) => _program.Path(relative);

    /// <summary>What the program says when it is called so.</summary>
    public string Said(params string[] arguments) => _program.Run([.. arguments, "--ledger", "demo/register.db"]).Output;

    /// <summary>What the program complains of when it is called wrongly.</summary>
    public string Fails(params string[] arguments)
    {
        var run = _program.Run([.. arguments, "--ledger", "demo/register.db"]);
        run.Code.ShouldBe(2);
        return run.Errors;
    }

    /// <summary>A page, read as strictly as XML is.</summary>
    public XDocument Page(params string[] arguments) => Parsed(Made(arguments));

    public static XDocument Parsed(string html)
    {
        html.ShouldStartWith("<!DOCTYPE html>");
        using var reader = XmlReader.Create(
            new StringReader(OpenMeta().Replace(html, "<meta$1/>")), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, CheckCharacters = false });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    /// <summary>The rows of the table with this caption: of each the cells' text.</summary>
    public static IReadOnlyList<string[]> Rows(XDocument page, string caption) =>
    [
        .. page.Descendants("table").Single(table => Text(table.Element("caption")!).StartsWith(caption, StringComparison.Ordinal))
            .Element("tbody")!.Elements("tr").Select(row => row.Elements().Select(Text).ToArray()),
    ];

    /// <summary>What is read of a page.</summary>
    public static string Body(XDocument page) => Text(page.Root!.Elements().Single(part => part.Name.LocalName == "body"));

    public static string Text(XElement element) => Spaces().Replace(element.Value, " ").Trim();

    public void Dispose() => _program.Dispose();

    [GeneratedRegex("<meta([^>/]*)/?>")]
    private static partial Regex OpenMeta();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

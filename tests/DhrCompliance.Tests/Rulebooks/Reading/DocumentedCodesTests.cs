using System.Reflection;
using System.Text.RegularExpressions;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Tests.Architecture.Checks;

namespace DhrCompliance.Tests.Rulebooks.Reading;

public sealed partial class DocumentedCodesTests
{
    private static readonly string[] Codes =
        [.. typeof(Codes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];

    internal static string[] Documented =>
    [
        .. Row().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs/rule-diagnostics.md"))).Select(match => match.Groups[1].Value),
    ];

    [Fact]
    public void Every_code_is_documented_once_and_no_other_is() => Documented.ShouldBe(Codes, ignoreOrder: true);

    [Fact]
    public void No_code_has_two_meanings() => Codes.ShouldBeUnique();

    [GeneratedRegex(@"^\| (DHR[0-9]{3}) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}

using System.Text;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Service.Operations;

namespace DhrCompliance.Service.Tests.Operations;

/// <summary>What was read before is never taken for what is read now, however often and in whatever order.</summary>
public sealed class RuleReadingsTests
{
    private static readonly (string Path, string Text)[][] Folders =
    [
        [("a.yaml", "")],
        [("a.yaml", "rule: [")],
        [("a.yaml", "rule: [\r")],
        [("b.yaml", "rule: [")],
        [("a.yaml", "rule: ["), ("b.yaml", "")],
        [("a.yaml", ""), ("b.yaml", "rule: [")],
        [("a.yamlrule", ": [")],
        [],
    ];

    [Fact]
    public void Files_that_differ_in_a_byte_a_path_or_where_one_ends_have_readings_of_their_own()
    {
        for (var round = 0; round < 3; round++)
        {
            foreach (var folder in round % 2 == 0 ? Folders : [.. Folders.Reverse()])
            {
                RuleFile[] files = [.. folder.Select(file => new RuleFile(file.Path, Encoding.UTF8.GetBytes(file.Text)))];

                var expected = RulebookReader.Read(files).Diagnostics.Select(found => found.ToString());
                RuleReadings.Of(files).Diagnostics.Select(found => found.ToString()).ShouldBe(expected);
            }
        }

        Folders.Select(folder => string.Join('\n', RulebookReader.Read([.. folder.Select(file => new RuleFile(file.Path, Encoding.UTF8.GetBytes(file.Text)))]).Diagnostics))
            .Distinct().Count().ShouldBeGreaterThan(3, "they would be told apart");
    }
}

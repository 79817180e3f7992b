using System.Globalization;
using System.Text;
using DhrCompliance.Assessments;
using DhrCompliance.Rulebooks;
using DhrCompliance.Rulebooks.Reading;

namespace DhrCompliance.Tests.Rulebooks.Reading;

/// <summary>
/// The shipped files and the small set, edited at random: whatever comes of it, there is a rulebook that can be assessed under, or a
/// mistake with its place; nothing is thrown and nothing hangs.
/// </summary>
public sealed class FuzzTests
{
    private const int Parts = 4;

    /// <summary>Only a guard against what never ends: an edit is read in milliseconds.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private static readonly IReadOnlyList<RuleFile>[] Sets = [FilesOf.Folder("rules"), FilesOf.Folder("rules"), SmallSet.With("", "")];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_is_edited_the_answer_is_a_rulebook_or_a_mistake_with_its_place(int part)
    {
        var edits = (Properties.Full ? 50_000 : 2_000) / Parts;
        for (var seed = part * edits; seed < (part + 1) * edits; seed++)
        {
            var (number, name) = (seed, string.Create(CultureInfo.InvariantCulture, $"the edit with the seed {seed}"));
            try
            {
                await Task.Run(() => Judge(Edited(number))).WaitAsync(Longest);
            }
            catch (Exception wrong)
            {
                throw new InvalidOperationException($"{name}: {wrong.Message}", wrong);
            }
        }
    }

    private static RuleFile[] Edited(int seed)
    {
        var random = new Random(seed);
        var set = Sets[seed % Sets.Length].ToArray();
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var at = random.Next(set.Length);
            set[at] = set[at] with { Bytes = Mutation.Of(random, set[at].Bytes.ToArray()) };
        }

        return set;
    }

    private static void Judge(RuleFile[] set)
    {
        var reading = RulebookReader.Read(set);
        DiagnosticText.Of(reading.Diagnostics);

        var isWrong = reading.Diagnostics.Any(found => found.Severity == Severity.Error);
        (reading.Rulebook is null).ShouldBe(isWrong);
        foreach (var found in reading.Diagnostics)
        {
            ShouldBeInside(found, set);
        }

        if (reading.Rulebook is { } rulebook)
        {
            CompiledRulebook.Compile(rulebook, [.. rulebook.Packs.Where(pack => pack.Status == PackStatus.Draft).Select(pack => pack.Id)]);
        }
    }

    /// <summary>On a line of its file, or of none; at a character of the line, or just behind it.</summary>
    private static void ShouldBeInside(Diagnostic found, RuleFile[] set)
    {
        found.Message.ShouldNotBeEmpty();
        var text = DiagnosticText.Headline(found);
        if (found.Line == 0)
        {
            found.Column.ShouldBe(0, text);
            (found.Path.Length == 0 || set.Any(file => file.Path == found.Path)).ShouldBeTrue(text);
            return;
        }

        var lines = Encoding.UTF8.GetString(set.First(file => file.Path == found.Path).Bytes.Span.TrimStart((byte[])[0xEF, 0xBB, 0xBF]))
            .Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r');
        found.Line.ShouldBeInRange(1, lines.Length, text);
        found.Column.ShouldBeInRange(1, lines[found.Line - 1].Length + 1, text);
    }
}

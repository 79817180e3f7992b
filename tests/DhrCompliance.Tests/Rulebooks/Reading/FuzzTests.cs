using System.Text;
using DhrCompliance.Rulebooks.Reading;

namespace DhrCompliance.Tests.Rulebooks.Reading;

/// <summary>Files without a mistake, edited at random: whatever comes of it, there is a rulebook or a reason, and nothing is thrown.</summary>
public sealed class FuzzTests
{
    private static readonly string[] Pieces =
    [
        ":", ": ", "- ", "\n", "\n  ", "\t", "[", "]", "{", "}", "#", " #", "\"", "'", "&a", "*a", "!t", "<<: ", "|", ">", "%", "@", "?", "? ", ",", "---\n",
        "...\n", "\u00A0", "\uFEFF", "\u201C", "\0", "\u2028", "\uD83D\uDE00", "yes", "all:", "any:", "not:", "event:", "item:", "0", "9999999999", "at least ", "before ",
    ];

    [Fact]
    public void Whatever_is_edited_the_answer_is_a_rulebook_or_a_diagnostic()
    {
        IReadOnlyList<RuleFile>[] sets = [SmallSet.With("", ""), FilesOf.Folder("rules")];
        var edits = Properties.Full ? 20_000 : 500;
        for (var seed = 0; seed < edits; seed++)
        {
            var random = new Random(seed);
            var set = sets[seed % sets.Length].ToArray();
            for (var i = random.Next(1, 4); i > 0; i--)
            {
                var at = random.Next(set.Length);
                set[at] = set[at] with { Bytes = Edit(random, set[at].Bytes.ToArray()) };
            }

            RulebookReading reading;
            try
            {
                reading = RulebookReader.Read(set);
                DiagnosticText.Of(reading.Diagnostics);
            }
            catch (Exception thrown)
            {
                throw new InvalidOperationException($"The edit with the seed {seed} makes the reader throw.", thrown);
            }

            (reading.Rulebook is null).ShouldBe(reading.Diagnostics.Any(found => found.Severity == Severity.Error), $"seed {seed}");
            reading.Diagnostics.ShouldAllBe(found => found.Line >= 0 && found.Column >= 0 && found.Message.Length > 0);
        }
    }

    private static byte[] Edit(Random random, byte[] bytes)
    {
        var at = random.Next(bytes.Length + 1);
        var length = Math.Min(random.Next(1, 40), bytes.Length - at);
        byte[] put = random.Next(6) switch
        {
            0 => [],
            1 => [.. bytes[at..(at + length)], .. bytes[at..(at + length)]],
            2 => [(byte)random.Next(256)],
            3 => bytes.Skip(random.Next(bytes.Length + 1)).Take(random.Next(60)).ToArray(),
            _ => Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]),
        };
        return [.. bytes[..at], .. put, .. bytes[(at + (random.Next(2) == 0 ? 0 : length))..]];
    }
}

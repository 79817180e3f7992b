using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DhrCompliance.Tests.Rulebooks.Reading;

/// <summary>What a hand, an editor or a broken copy may do to a file. The same random numbers give the same edit.</summary>
internal static partial class Mutation
{
    private const int MostBytes = 256 * 1024;

    private static readonly string[] Pieces =
    [
        ":", ": ", "- ", "\n", "\n  ", "\t", "[", "]", "{", "}", "#", " #", "\"", "'", "&a", "*a", "!t", "<<: ", "|", ">", "%", "@", "?", "? ", ",", "---\n",
        "...\n", "\u00A0", "\uFEFF", "\u201C", "\0", "\u2028", "\uD83D\uDE00", "yes", "all:", "any:", "not:", "event:", "item:", "0", "9999999999", "at least ", "before ",
        "overdue:", "period:", "based-on: guidance-2013\n", "was:", "tightens:", "\r\n", "\r", "known", "missing", "[[[[[[[[", "'*'", "\\", "\u202E",
    ];

    /// <summary>One edit; what would become too large stays as it is.</summary>
    public static byte[] Of(Random random, byte[] bytes)
    {
        var edited = random.Next(2) == 0 ? OfBytes(random, bytes) : Encoding.UTF8.GetBytes(string.Join('\n', OfLines(random, [.. Encoding.UTF8.GetString(bytes).Split('\n')])));
        return edited.Length <= MostBytes ? edited : bytes;
    }

    private static byte[] OfBytes(Random random, byte[] bytes)
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

    private static List<string> OfLines(Random random, List<string> lines)
    {
        var (at, other) = (random.Next(lines.Count), random.Next(lines.Count));
        switch (random.Next(8))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(other, lines[at]);
                break;
            case 2:
                (lines[at], lines[other]) = (lines[other], lines[at]);
                break;
            case 3:
                lines[at] = string.Concat(new string(' ', random.Next(1, 4)), lines[at]);
                break;
            case 4:
                lines[at] = lines[at].Length > 0 ? lines[at][1..] : " ";
                break;
            case 5:
                lines[at] = Number().Replace(lines[at], random.Next(-2, 2000).ToString(CultureInfo.InvariantCulture), 1);
                break;
            case 6:
                lines[at] = Words(lines[at]) is { Length: > 0 } mine && Words(lines[other]) is { Length: > 0 } theirs
                    ? lines[at].Replace(mine[random.Next(mine.Length)], theirs[random.Next(theirs.Length)], StringComparison.Ordinal)
                    : "";
                break;
            default:
                lines.InsertRange(other, lines.GetRange(at, Math.Min(random.Next(1, 30), lines.Count - at)));
                break;
        }

        return lines;
    }

    private static string[] Words(string line) => [.. Word().Matches(line).Select(match => match.Value)];

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();

    [GeneratedRegex("[a-z][a-z-]+")]
    private static partial Regex Word();
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DhrCompliance.Assessments.Explaining.Changes;
using DhrCompliance.Rulebooks;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Tests.Architecture.Checks;
using DhrCompliance.Tests.Assessments.Explaining.Rules;
using DhrCompliance.Tests.Rulebooks.Reading;

namespace DhrCompliance.Tests.Assessments.Explaining.Changes;

/// <summary>Over rules that use every construct: whatever is edited is told, in sentences, as what it is.</summary>
public sealed partial class EveryEditTests
{
    // Each edit reads and compares the whole rulebook; of more lines than this, so many from beginning to end are taken.
    private const int Most = 25;

    private static readonly List<RuleFile> Files =
    [
        .. FilesOf.Folder("rules").Where(file => !file.Path.EndsWith(".scenarios.yaml", StringComparison.Ordinal)),
        .. new[] { "every-construct.yaml", "local-construct.yaml" }.Select(name => new RuleFile(name, File.ReadAllBytes(Path.Combine(Repository.Root, Constructs.Folder, name)))),
    ];

    private static readonly Rulebook Before = FilesOf.Rulebook(Files);

    [Fact]
    public void A_number_or_a_moment_that_differs_is_of_substance_and_said_in_a_sentence() =>
        Untold(Value(), text => Value().Replace(text, match => $"{match.Groups[1].Value}{int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) + 1}{Plural(match.Groups[3].Value)}"), changes =>
            changes.Exists(change => change.Weight == ChangeWeight.Substance)
            && changes.TrueForAll(change => change.Kind != ChangeKind.Changed || !change.Sentences.IsEmpty)).ShouldBeEmpty();

    [Fact]
    public void A_title_that_differs_is_of_wording_and_no_more() =>
        Untold(Title(), text => $"{text.TrimEnd('"')} anew{(text.EndsWith('"') ? "\"" : "")}", changes =>
            changes.Count > 0 && changes.TrueForAll(change => change is { Weight: ChangeWeight.Wording, Kind: ChangeKind.Changed, Sentences.IsEmpty: false })).ShouldBeEmpty();

    private static string Plural(string unit) => unit.Length > 0 ? $"{unit}s" : unit;

    /// <summary>The lines that, edited, are not told as they should be.</summary>
    private static List<string> Untold(Regex wanted, Func<string, string> edit, Func<List<RulebookChange>, bool> isTold)
    {
        var lines = Lines(wanted).ToList();
        lines.Count.ShouldBeGreaterThan(20);
        lines = [.. lines.Where((_, i) => i % (1 + (lines.Count / Most)) == 0)];
        var edited = lines.Select(line => (Line: line, Changes: Edited(line.File, line.Number, edit))).ToList();
        edited.Count(one => one.Changes is null).ShouldBeLessThan(3);
        return [.. edited.Where(one => one.Changes is { } changes && !isTold(changes)).Select(one => $"{one.Line.File}:{one.Line.Number + 1}")];
    }

    /// <summary>Null: the reader refuses it, as it does a limit that is made looser than the one it tightens.</summary>
    private static List<RulebookChange>? Edited(string file, int line, Func<string, string> edit)
    {
        var reading = RulebookReader.Read([.. Files.Select(each => each.Path != file ? each : FilesOf.Text(file, string.Join('\n', Text(each).Split('\n').Select((text, i) => i == line ? edit(text) : text))))]);
        return reading.Rulebook is { } now ? [.. RulebookChanges.Of(Before, now).All] : null;
    }

    private static IEnumerable<(string File, int Number)> Lines(Regex wanted) =>
        from file in Files
        where file.Path.EndsWith(".yaml", StringComparison.Ordinal)
        from line in Text(file).Split('\n').Select((text, number) => (text, number))
        where wanted.IsMatch(line.text)
        select (file.Path, line.number);

    private static string Text(RuleFile file) => Encoding.UTF8.GetString(file.Bytes.Span);

    [GeneratedRegex(@"^(\s+(?:- )?(?:within|promptly|when|then|acknowledge|cannot-tell|age|round|period): (?:[a-z][a-z -]*,? )*)(\d+)( (?:working )?(?:day|week|month|year)\b)?")]
    private static partial Regex Value();

    [GeneratedRegex(@"^\s+title: [^#]+$")]
    private static partial Regex Title();
}

using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Checks;
using DhrCompliance.Rulebooks.Reading.Grammar;
using DhrCompliance.Rulebooks.Reading.Texts;
using DhrCompliance.Rulebooks.Reading.Trees;

namespace DhrCompliance.Rulebooks.Reading;

/// <summary>
/// Reads rule files: a rulebook, or every mistake of every file at once. Touches no disk; never throws for anything that
/// stands in a file.
/// </summary>
public static class RulebookReader
{
    // The list of obligations beside the rules tells people which rule answers which; nothing is assessed by it.
    private const string CoverageColumns = "obligation,";

    /// <summary>Whether a file of the rules folder is one that is read, by the ending of its name: <c>.yaml</c>, <c>.yml</c> or <c>.csv</c>.</summary>
    public static bool Reads(string path) => IsYaml(path) || IsCalendar(path);

    /// <summary>The hash of the files, whether or not they make a rulebook: the same set has the same on every machine, whatever its line ends and order.</summary>
    public static string HashOf(IReadOnlyList<RuleFile> files) => RulebookHash.Of(files);

    /// <summary>Reads the files, in whatever order they come. What they are is told by what stands in them, and not by their names.</summary>
    /// <param name="files">The vocabulary, packs, escalation paths and calendars (<c>.csv</c>).</param>
    public static RulebookReading Read(IReadOnlyList<RuleFile> files)
    {
        var desk = new Desk(new DiagnosticList());
        var calendars = new CalendarFiles(desk);
        var sorter = new FileSorter(desk.Mistakes);
        var paths = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in files.OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            if (!paths.Add(file.Path))
            {
                desk.Mistakes.Error(new Place(new SourceText(file.Path, ""), 0, 0), Codes.SamePath, "this file is given twice");
            }
            else if (Reads(file.Path))
            {
                Load(file, desk, calendars, sorter);
            }
            else
            {
                desk.Mistakes.Warning(new Place(new SourceText(file.Path, ""), 0, 0), Codes.NotARuleFile, "this file is not read", "Rule files end in .yaml, calendars in .csv.");
            }
        }

        calendars.Sorted();
        var rulebook = Read(files, desk, calendars, sorter);
        return new RulebookReading { Rulebook = desk.Mistakes.HasErrors ? null : rulebook, Hash = RulebookHash.Of(files), Diagnostics = desk.Mistakes.Ordered() };
    }

    /// <summary>Takes one file: what cannot be read of it is reported.</summary>
    internal static void Load(RuleFile file, Desk desk, CalendarFiles calendars, FileSorter sorter)
    {
        var source = SourceLoader.Load(file, desk.Mistakes, out var isRefused);
        if (IsCalendar(file.Path))
        {
            if (source is null || isRefused)
            {
                calendars.Refused();
            }
            else if (!source.Text.StartsWith(CoverageColumns, StringComparison.Ordinal))
            {
                calendars.Take(source);
            }

            return;
        }

        if (source is null || isRefused || !HiddenCharacters.Check(source, desk.Mistakes) || !TreeReader.TryRead(source, desk.Mistakes, out var root))
        {
            desk.TakeUnreadable(source);
        }
        else if (root is not null)
        {
            sorter.Take(root);
        }
        else
        {
            desk.Mistakes.Error(new Place(source, 1, 1), Codes.FileKind, "the file is empty", hint: "Write a pack, a part of the vocabulary or escalation paths into it, or delete it.");
        }
    }

    private static Rulebook Read(IReadOnlyList<RuleFile> files, Desk desk, CalendarFiles calendars, FileSorter sorter)
    {
        if (sorter.Vocabulary.Count == 0)
        {
            desk.Lexicon.ExcuseAll();
            if (!desk.HasUnreadable)
            {
                desk.Mistakes.Error(
                    Place.Nowhere,
                    Codes.NothingToRead,
                    files.Count == 0 ? "there is no rule file" : "there is no vocabulary among the rule files",
                    hint: "Expected: a vocabulary (vocabulary.yaml, with 'events:'), packs ('pack:'), escalation paths ('escalation-paths:') and calendars (.csv).");
            }
        }

        var (rulebook, entries, whole) = Rules(desk, calendars, sorter);
        if (!desk.Mistakes.HasErrors)
        {
            // Before the scenarios are read: a word that only they use is used by no rule.
            Usage.Check(desk, entries);
            new Unreachable(desk, rulebook.Vocabulary).Check(entries);
            new TellingTitles(desk, rulebook.Vocabulary).Check(entries);
            SameRules.Check(desk, whole);
            Horizon.Check(desk, entries, calendars.Files);
            SilentPaths.Check(desk, entries);
            Unverified.Check(desk, entries);
        }

        var texts = new NoticeTextReader(desk).ReadAll(sorter.Notices, () => ShippedTexts.Value);
        var scenarios = new ScenarioReader(desk, rulebook).ReadAll(sorter);
        if (!desk.Mistakes.HasErrors)
        {
            Untested.Check(desk, entries, whole, scenarios);
        }

        return desk.Mistakes.HasErrors ? rulebook : rulebook with { Texts = texts, Scenarios = scenarios, Hash = RulebookHash.Of(files) };
    }

    /// <summary>The rules alone, from files whose trees are sorted: without warnings, scenarios and hash.</summary>
    internal static (Rulebook Rulebook, ImmutableArray<PackEntry> Entries, ImmutableArray<MappingNode> Whole) Rules(Desk desk, CalendarFiles calendars, FileSorter sorter)
    {
        var patterns = new PatternReader(desk);
        var conditions = new ConditionReader(desk, patterns);
        var words = new VocabularyReader(desk, patterns, conditions);
        var packs = new PackReader(desk, patterns, conditions);
        words.Declare(sorter.Vocabulary);
        foreach (var file in sorter.Packs)
        {
            packs.Declare(file);
        }

        var vocabulary = words.Finish();
        var escalation = new PathReader(desk, vocabulary);
        ImmutableArray<EscalationPath> paths = [.. sorter.Paths.SelectMany(file => escalation.ReadAll(file))];
        ImmutableArray<MappingNode> whole = [.. new BasedOn(desk).WriteOut(sorter.Packs)];
        ImmutableArray<PackEntry> entries = [.. whole.Select(packs.Read)];
        Circles.Check(vocabulary, desk.Lexicon, desk.Mistakes);
        Meanings.Check(vocabulary, desk.Lexicon, desk.Mistakes);
        Editions.Check(entries, desk.Mistakes);
        Subjects.Check(entries, vocabulary, desk.Mistakes);
        RuleNames.Check(desk);
        var byJurisdiction = calendars.Finish();
        Links.Check(desk, entries, byJurisdiction.Values);
        var rulebook = new Rulebook
        {
            Vocabulary = vocabulary,
            Packs = [.. entries.Select(entry => entry.Pack).OrderBy(pack => pack.Id, StringComparer.Ordinal)],
            Paths = paths,
            Post = escalation.Post,
            Calendars = byJurisdiction,
            Hash = "",
        };
        FormerNames.Check(desk, rulebook);
        return (rulebook, entries, whole);
    }

    private static bool IsYaml(string path) =>
        path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    private static bool IsCalendar(string path) => path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);
}

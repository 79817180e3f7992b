using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Grammar;
using DhrCompliance.Rulebooks.Reading.Trees;

namespace DhrCompliance.Rulebooks.Reading.Mutations;

/// <summary>Rules with one small thing changed at a time. The files are read once; a mutant shares all but the way to what is changed.</summary>
public sealed class RuleMutants
{
    private readonly CalendarFiles _calendars;
    private readonly ImmutableArray<MappingNode> _roots;

    private RuleMutants(CalendarFiles calendars, ImmutableArray<MappingNode> roots, ImmutableArray<Mutation> all)
    {
        _calendars = calendars;
        _roots = roots;
        All = all;
    }

    /// <summary>Every mutation of packs, escalation paths and named conditions, by file, line and column.</summary>
    public ImmutableArray<Mutation> All { get; }

    /// <summary>The mutants of files that were read without a mistake.</summary>
    /// <param name="files">The files.</param>
    /// <param name="rulebook">What was read from them.</param>
    public static RuleMutants Of(IReadOnlyList<RuleFile> files, Rulebook rulebook)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(rulebook);
        var desk = new Desk(new DiagnosticList());
        var calendars = new CalendarFiles(desk);
        var sorter = new FileSorter(desk.Mistakes);
        foreach (var file in files.Where(file => RulebookReader.Reads(file.Path)).OrderBy(file => file.Path, StringComparer.Ordinal))
        {
            RulebookReader.Load(file, desk, calendars, sorter);
        }

        var all = new PackMutations(new RuleMutations(rulebook.Vocabulary), rulebook).Of(sorter);
        return new RuleMutants(
            calendars,
            [.. sorter.Vocabulary, .. sorter.Packs, .. sorter.Paths],
            [.. all.OrderBy(one => one.Path, StringComparer.Ordinal).ThenBy(one => one.Line).ThenBy(one => one.Column)]);
    }

    /// <summary>The rules with that mutation, without scenarios and hash; null where they cannot be read with it. May be called from several threads.</summary>
    /// <param name="mutation">One of <see cref="All"/>.</param>
    public Rulebook? Read(Mutation mutation)
    {
        ArgumentNullException.ThrowIfNull(mutation);
        var desk = new Desk(new DiagnosticList());
        var sorter = new FileSorter(desk.Mistakes);
        foreach (var root in _roots)
        {
            sorter.Take(root.Place.Source.Path == mutation.Path ? TreeEdit.Apply(root, mutation.Target, mutation.Replacement) : root);
        }

        var rulebook = RulebookReader.Rules(desk, _calendars.At(desk), sorter).Rulebook;
        return desk.Mistakes.HasErrors ? null : rulebook;
    }
}

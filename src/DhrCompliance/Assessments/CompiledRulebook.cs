using System.Collections.Immutable;
using DhrCompliance.Assessments.Binding;
using DhrCompliance.Assessments.Compiling;
using DhrCompliance.Assessments.Judging;
using DhrCompliance.Assessments.Workplans;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments;

/// <summary>
/// A rulebook compiled once for assessing: every word is a slot in an array, every condition a test. Immutable, and
/// safe to use from several threads at once.
/// </summary>
public sealed class CompiledRulebook
{
    private readonly Binder _binder;
    private readonly bool _isAboutPartnerships;
    private readonly CurrentFile _current;

    private CompiledRulebook(Rulebook rulebook, Slots slots, ImmutableArray<CompiledPack> packs)
    {
        Rulebook = rulebook;
        Slots = slots;
        Packs = packs;
        Ranks = packs.SelectMany(pack => pack.Timescales).Select(rule => rule.Rank).DefaultIfEmpty(0).Max();
        Names = new CurrentNames(rulebook);
        _current = new CurrentFile(Names);
        _binder = new Binder(slots, [.. packs.SelectMany(pack => pack.Timescales).Select(rule => rule.Next?.Kind).OfType<EventShape>().Distinct()], CalendarOf);
        _isAboutPartnerships = packs.Any(pack =>
            pack.Timescales.Any(rule => rule.Rule.Subject == SubjectKind.Partnership) || pack.Checks.Any(rule => rule.Rule.Subject == SubjectKind.Partnership));
        Series = [.. packs.Where(pack => pack.Series is not null).GroupBy(pack => pack.Series!, StringComparer.Ordinal)
            .Select(series => CompiledSeries.Of([.. series.OrderBy(pack => pack.Pack.Governs?.From?.Earliest ?? DateOnly.MinValue)]))];
    }

    /// <summary>The rulebook it was compiled from.</summary>
    public Rulebook Rulebook { get; }

    /// <summary>What has another name now than it had.</summary>
    public CurrentNames Names { get; }

    internal Slots Slots { get; }

    internal ImmutableArray<CompiledPack> Packs { get; }

    /// <summary>The highest rank of a timescale; 0: none rests on another.</summary>
    internal int Ranks { get; }

    /// <summary>The series of editions.</summary>
    internal ImmutableArray<CompiledSeries> Series { get; }

    /// <summary>Compiles a rulebook that was read without mistakes. Throws <see cref="ArgumentException"/> on a word that its vocabulary lacks, and on a draft that is none of its own.</summary>
    /// <param name="rulebook">The rulebook.</param>
    /// <param name="drafts">Ids of draft packs to assess beside those in force; null: none.</param>
    public static CompiledRulebook Compile(Rulebook rulebook, IReadOnlyCollection<string>? drafts = null)
    {
        if (drafts?.FirstOrDefault(id => !rulebook.Packs.Any(pack => pack.Id == id && pack.Status == PackStatus.Draft)) is { } unknown)
        {
            throw new ArgumentException($"There is no draft pack '{unknown}'.", nameof(drafts));
        }

        var slots = new Slots(rulebook.Vocabulary);
        var compiler = new RuleCompiler(slots, rulebook);
        return new CompiledRulebook(rulebook, slots,
        [
            .. rulebook.Packs
                .Where(pack => pack.Status == PackStatus.InForce || (pack.Status == PackStatus.Draft && drafts?.Contains(pack.Id) == true))
                .Select(compiler.Compile),
        ]);
    }

    /// <summary>Whether there is anything to say of the file: a partnership of which nothing is recorded only matters to rules about partnerships.</summary>
    public bool Concerns(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return file.Kind == SubjectKind.Review || !file.Events.IsEmpty || _isAboutPartnerships;
    }

    /// <summary>The case file in the words of today, where the register holds words that were given up.</summary>
    public CaseFile Current(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return _current.Of(file);
    }

    /// <summary>Binds a case file to this rulebook's slots; do it once and assess as often as wanted.</summary>
    public BoundCase Bind(CaseFile file) => _binder.Bind(Current(file));

    /// <summary>What the rulebook concludes of the case as of a day. Pure: the same arguments give the same result.</summary>
    public Assessment Assess(BoundCase file, DateOnly asOf) => new Sitting(this, file, asOf).Assess();

    /// <summary>Ids of the packs that govern or could, and their rules with an instance for each of something.</summary>
    internal (ImmutableArray<string> Packs, ImmutableArray<Outlook> Rules) LookOut(BoundCase file, DateOnly asOf) => new Sitting(this, file, asOf).LookOut();

    private HolidayCalendar CalendarOf(string jurisdiction) =>
        Rulebook.Calendars.GetValueOrDefault(jurisdiction)
        ?? Rulebook.Calendars.Values.FirstOrDefault()
        ?? new HolidayCalendar("none", [], DateOnly.MinValue);
}

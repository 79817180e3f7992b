using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Rulebooks.Texts;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks;

/// <summary>Everything cases are assessed under: the words, the packs, the escalation paths and the days that are not working days. Immutable; made only whole.</summary>
public sealed record Rulebook
{
    /// <summary>The words.</summary>
    public required Vocabulary Vocabulary { get; init; }

    /// <summary>The packs, ordered by id.</summary>
    public required ImmutableArray<Pack> Packs { get; init; }

    /// <summary>The escalation paths.</summary>
    public required ImmutableArray<EscalationPath> Paths { get; init; }

    /// <summary>What is mailed beside the paths' steps; null: nothing is.</summary>
    public PostRules? Post { get; init; }

    /// <summary>What mails say: those of the rule files, or where they have none those that come with the program.</summary>
    [AllowNull]
    public NoticeTexts Texts
    {
        get => field ?? ShippedTexts.Value;
        init;
    }

    /// <summary>Holidays by jurisdiction word (england, wales): which days are not working days.</summary>
    public required ImmutableDictionary<string, HolidayCalendar> Calendars { get; init; }

    /// <summary>Made-up cases with what the rules are to say of them, in the order of the files. The hash covers their files, and they decide nothing.</summary>
    public ImmutableArray<Scenario> Scenarios { get; init; } = [];

    /// <summary><c>sha256:</c> and the hash of all files' paths and newline-normalised texts, in ordinal order of path.</summary>
    public required string Hash { get; init; }
}

/// <summary>Whether a pack is assessed.</summary>
public enum PackStatus
{
    /// <summary>Assessed.</summary>
    InForce,

    /// <summary>Assessed only when asked for.</summary>
    Draft,

    /// <summary>Kept to be read, never assessed.</summary>
    Withdrawn,
}

/// <summary>A set of rules from one source that governs as one.</summary>
public sealed record Pack
{
    /// <summary>The pack's id.</summary>
    public required string Id { get; init; }

    /// <summary>What a person calls it.</summary>
    public required string Title { get; init; }

    /// <summary>The series whose packs follow each other (<c>edition-of</c>); null for a pack that stands alone.</summary>
    public string? Series { get; init; }

    /// <summary>The pack whose rules it takes over, with changes; null: it is written out.</summary>
    public string? BasedOn { get; init; }

    /// <summary>The ids of the rules that differ from those it took over.</summary>
    public ImmutableArray<string> Changed { get; init; } = [];

    /// <summary>Whether it is assessed.</summary>
    public PackStatus Status { get; init; }

    /// <summary>False: its contents are not verified, and every citation of it says so.</summary>
    public bool Verified { get; init; } = true;

    /// <summary>Which cases it governs; null: always.</summary>
    public Governance? Governs { get; init; }

    /// <summary>What a review is called (keys: review, short).</summary>
    public ImmutableDictionary<string, string> Names { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Where its rules come from, by the name a citation uses.</summary>
    public ImmutableDictionary<string, Source> Sources { get; init; } = ImmutableDictionary<string, Source>.Empty;

    /// <summary>Its criteria.</summary>
    public ImmutableArray<Criterion> Criteria { get; init; } = [];

    /// <summary>Its timescales.</summary>
    public ImmutableArray<Timescale> Timescales { get; init; } = [];

    /// <summary>Its checks.</summary>
    public ImmutableArray<Check> Checks { get; init; } = [];

    /// <summary>Its rules of every kind.</summary>
    public IEnumerable<Rule> Rules => Criteria.AsEnumerable<Rule>().Concat(Timescales).Concat(Checks);

    /// <summary>What a duty of this pack is called wherever its history is kept: by its id alone in an edition of a series, where each edition has the same duty.</summary>
    public string DutyOf(string id) => Series is null ? $"{Id}/{id}" : id;
}

/// <summary>Which cases a pack or a rule governs.</summary>
public sealed record Governance
{
    /// <summary>Jurisdiction words; empty: all.</summary>
    public ImmutableArray<string> Jurisdiction { get; init; } = [];

    /// <summary>The events whose date decides: the first that is recorded, then the first that is implied.</summary>
    public ImmutableArray<string> By { get; init; } = [];

    /// <summary>From when (inclusive); may be known in part. Null: from ever.</summary>
    public DateInterval? From { get; init; }

    /// <summary>True: governs the partnerships that adopted it, from the day they did.</summary>
    public bool Adopted { get; init; }
}

/// <summary>A document that rules are made from.</summary>
public sealed record Source
{
    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Who published it.</summary>
    public string? Publisher { get; init; }

    /// <summary>The file that holds it, for those who have it.</summary>
    public string? File { get; init; }

    /// <summary>What other document it reports, where it is second-hand.</summary>
    public string? Reports { get; init; }
}

/// <summary>A passage that a rule rests on.</summary>
public sealed record Citation
{
    /// <summary>A source of the pack, or another pack's id.</summary>
    public required string Source { get; init; }

    /// <summary>Where in it.</summary>
    public string? At { get; init; }

    /// <summary>Its words.</summary>
    public string? Quote { get; init; }
}

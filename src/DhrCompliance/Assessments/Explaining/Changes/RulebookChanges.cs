using System.Collections.Immutable;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Assessments.Explaining.Changes;

/// <summary>What differs between two rulebooks, in sentences. What is called otherwise now (<c>was</c>) is the same thing under another name.</summary>
public sealed record RulebookChanges
{
    /// <summary>The hash of the rulebook before.</summary>
    public required string Before { get; init; }

    /// <summary>The packs of which something differs, what was withdrawn last.</summary>
    public required ImmutableArray<PackChanges> Packs { get; init; }

    /// <summary>Escalation paths.</summary>
    public required ImmutableArray<RulebookChange> Paths { get; init; }

    /// <summary>Words: roles, items, facts, events and named conditions.</summary>
    public required ImmutableArray<RulebookChange> Words { get; init; }

    /// <summary>Calendars, by jurisdiction.</summary>
    public required ImmutableArray<RulebookChange> Calendars { get; init; }

    /// <summary>Mails beside the paths, and what mails say.</summary>
    public required ImmutableArray<RulebookChange> Mails { get; init; }

    /// <summary>True: the two are the same files.</summary>
    public required bool AreSameFiles { get; init; }

    /// <summary>Everything that differs, whatever it is about.</summary>
    public IEnumerable<RulebookChange> All => Packs.SelectMany(pack => pack.Pack is { } own ? pack.Rules.Prepend(own) : pack.Rules)
        .Concat(Paths).Concat(Words).Concat(Calendars).Concat(Mails);

    /// <summary>Compares two rulebooks that were read without mistakes.</summary>
    /// <param name="before">The rulebook before.</param>
    /// <param name="now">The rulebook now.</param>
    public static RulebookChanges Of(Rulebook before, Rulebook now)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        var compared = new Comparison(before, now);
        return new RulebookChanges
        {
            Before = before.Hash,
            Packs = [.. PackComparison.Of(compared)],
            Paths = [.. PathComparison.Of(compared)],
            Words = [.. WordComparison.Of(compared)],
            Calendars = [.. CalendarComparison.Of(compared)],
            Mails = [.. MailComparison.Of(compared)],
            AreSameFiles = before.Hash == now.Hash,
        };
    }
}

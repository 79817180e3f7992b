using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining.Rules;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining.Handbooks;

/// <summary>What one role has to do by when, what it signs and agrees, and what it is told.</summary>
public sealed record RoleChapter
{
    /// <summary>The role's word.</summary>
    public required string Word { get; init; }

    /// <summary>What a person calls it.</summary>
    public required string Title { get; init; }

    /// <summary>What it has to do, by when.</summary>
    public required ImmutableArray<RoleDuty> Duties { get; init; }

    /// <summary>What it has to see to, without a time of its own.</summary>
    public required ImmutableArray<RoleDuty> Checks { get; init; }

    /// <summary>The checklists that it signs.</summary>
    public required ImmutableArray<RoleDuty> Signs { get; init; }

    /// <summary>The duties for which it may agree another date.</summary>
    public required ImmutableArray<RoleDuty> Agrees { get; init; }

    /// <summary>By which paths it is written to.</summary>
    public required ImmutableArray<RoleTold> Told { get; init; }

    /// <summary>What else a path asks of it.</summary>
    public required ImmutableArray<string> Asked { get; init; }

    /// <summary>True: there is nothing to say of it.</summary>
    public bool IsEmpty => Duties.IsEmpty && Checks.IsEmpty && Signs.IsEmpty && Agrees.IsEmpty && Told.IsEmpty && Asked.IsEmpty;

    internal static RoleChapter Of(RoleType role, Phrases phrases)
    {
        var rules = PackChapter.InOrder(phrases.Rulebook.Packs).Where(pack => pack.Status != PackStatus.Withdrawn).SelectMany(pack => pack.Rules).ToList();
        var followed = rules.Select(rule => rule.Escalation).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var paths = phrases.Rulebook.Paths.Where(path => followed.Contains(path.Id)).ToList();
        return new RoleChapter
        {
            Word = role.Name,
            Title = English.Capital(role.Title),
            Duties = RoleDuty.Of(rules.Where(rule => rule is Timescale && rule.Owner == role.Name), phrases),
            Checks = RoleDuty.Of(rules.Where(rule => rule is Check { SignedBy: null } && rule.Owner == role.Name), phrases),
            Signs = RoleDuty.Of(rules.Where(rule => rule is Check { SignedBy: { } signing } && (rule.Owner == role.Name || IsBy(signing, role, phrases))), phrases),
            Agrees = RoleDuty.Of(rules.Where(rule => rule is Timescale { ExtendedBy: { } agreeing } && IsBy(agreeing, role, phrases)), phrases),
            Told = [.. paths.Select(path => RoleTold.Of(path, role, rules, phrases)).OfType<RoleTold>()],
            Asked = [.. paths.SelectMany(path => Asking(path, role)).Distinct(StringComparer.Ordinal)],
        };
    }

    private static bool IsBy(EventPattern pattern, RoleType role, Phrases phrases)
    {
        var who = phrases.Rulebook.Vocabulary.Events.FirstOrDefault(kind => kind.Name == pattern.Event)?.Attributes
            .FirstOrDefault(attribute => attribute.Means == AttributeMeaning.AgreedBy)?.Name;
        return pattern.Where.Any(test => test.Attribute == who && test.OneOf.Contains(role.Name));
    }

    private static IEnumerable<string> Asking(EscalationPath path, RoleType role)
    {
        if (path.CannotTell?.Role == role.Name)
        {
            yield return "It is asked for what is missing where something cannot be told.";
        }

        if (path.CannotTell?.Then == role.Name)
        {
            yield return "It is told where what is missing was asked for several times and is missing still.";
        }

        if (path.Undeliverable.Contains(role.Name))
        {
            yield return "It is told where a mail cannot be delivered.";
        }
    }
}

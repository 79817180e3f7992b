using System.Collections.Frozen;
using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Escalations.Wording;

/// <summary>The reasons that may leave in mail and on the board's page: none that tells a sensitive fact, and no text that somebody typed into the register.</summary>
public sealed class SafeReasons
{
    private const string Typed = "a ground that is recorded in the register";
    private readonly FrozenSet<string> _sensitive;
    private readonly FrozenSet<string> _declared;

    /// <summary>Under the words of a rulebook.</summary>
    public SafeReasons(Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        _sensitive = vocabulary.Facts.Select(fact => (fact.Name, fact.Name))
            .Concat(vocabulary.Conditions.Select(condition => (condition.Name, condition.Title)))
            .Where(named => Sensitivity.Tells(new Reason(ReasonTemplate.FactIs, named.Item1), vocabulary))
            .SelectMany(named => new[] { named.Item1, named.Item2 })
            .ToFrozenSet(StringComparer.Ordinal);
        _declared = vocabulary.Events.SelectMany(kind => kind.Attributes).SelectMany(type => type.Choices)
            .Concat(vocabulary.Roles.Select(role => role.Name))
            .ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Those that tell nothing sensitive, without what was typed.</summary>
    public ImmutableArray<Reason> Of(ImmutableArray<Reason> because) =>
        [.. because.Where(reason => !Tells(reason.Word) && !Tells(reason.Other)).Select(WithoutTyped)];

    /// <summary>As <see cref="Sensitivity"/> has it, decided once for every word.</summary>
    private bool Tells(string? word) => word is not null && _sensitive.Count > 0
        && (_sensitive.Contains(word)
            || (word.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon && _sensitive.Contains(word[..colon])));

    private Reason WithoutTyped(Reason reason) => reason.Template switch
    {
        ReasonTemplate.PausedFor or ReasonTemplate.PauseTooLate or ReasonTemplate.PauseMayRun or ReasonTemplate.AskPauseTerms =>
            reason with { Word = Declared(reason.Word) },
        ReasonTemplate.ExtendedTo or ReasonTemplate.ExtendedLate => reason with { Other = Declared(reason.Other) },
        _ => reason,
    };

    /// <summary>What an attribute holds is one of the words the vocabulary declares for it, or it was typed freely and is not repeated.</summary>
    public string? Declared(string? word) => string.IsNullOrWhiteSpace(word) || _declared.Contains(word) ? word : Typed;
}

using System.Collections.Frozen;
using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Escalations.Wording;

/// <summary>The reasons that may leave in mail: none that tells a sensitive fact, and no text that somebody typed into the register.</summary>
internal sealed class SafeReasons
{
    private const string Typed = "a ground that is recorded in the register";
    private readonly Vocabulary _vocabulary;
    private readonly FrozenSet<string> _declared;

    public SafeReasons(Vocabulary vocabulary)
    {
        _vocabulary = vocabulary;
        _declared = vocabulary.Events.SelectMany(kind => kind.Attributes).SelectMany(type => type.Choices)
            .Concat(vocabulary.Roles.Select(role => role.Name))
            .ToFrozenSet(StringComparer.Ordinal);
    }

    public ImmutableArray<Reason> Of(ImmutableArray<Reason> because) =>
        [.. because.Where(reason => !Sensitivity.Tells(reason, _vocabulary)).Select(WithoutTyped)];

    private Reason WithoutTyped(Reason reason) => reason.Template switch
    {
        ReasonTemplate.PausedFor or ReasonTemplate.PauseTooLate or ReasonTemplate.PauseMayRun or ReasonTemplate.AskPauseTerms =>
            reason with { Word = Declared(reason.Word) },
        ReasonTemplate.ExtendedTo or ReasonTemplate.ExtendedLate => reason with { Other = Declared(reason.Other) },
        _ => reason,
    };

    /// <summary>What an attribute holds is one of the words the vocabulary declares for it, or it was typed freely.</summary>
    private string? Declared(string? word) => string.IsNullOrWhiteSpace(word) || _declared.Contains(word) ? word : Typed;
}

using System.Collections.Immutable;
using DhrCompliance.Cases;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining;

/// <summary>What divides the time of one case, and what explains its lateness: found once, for as many rows as it has.</summary>
public sealed class CaseTime
{
    private CaseTime(CaseFile file, Vocabulary vocabulary)
    {
        File = file;
        Vocabulary = vocabulary;
        Steps = HeldStep.Of(file, vocabulary);
        Pauses = RecordedPause.Of(file, vocabulary);
        Explaining = Explained.Explaining(file, vocabulary);
    }

    internal CaseFile File { get; }

    internal Vocabulary Vocabulary { get; }

    /// <summary>The events that somebody's time runs towards, and the milestones, the earliest first.</summary>
    internal ImmutableArray<HeldStep> Steps { get; }

    internal ImmutableArray<RecordedPause> Pauses { get; }

    /// <summary>The departures and next steps that explain its lateness.</summary>
    internal ImmutableArray<(CaseEvent Event, EventKind Kind)> Explaining { get; }

    /// <summary>That of a case.</summary>
    /// <param name="file">The case.</param>
    /// <param name="vocabulary">Says whose time runs until an event, and which events are pauses.</param>
    public static CaseTime Of(CaseFile file, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(vocabulary);
        return new CaseTime(file, vocabulary);
    }
}

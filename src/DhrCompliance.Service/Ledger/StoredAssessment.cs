using DhrCompliance.Assessments;

namespace DhrCompliance.Service.Ledger;

/// <summary>An assessment as it is stored. Read the payload with <see cref="AssessmentReader"/> under the rulebook of the hash.</summary>
public sealed record StoredAssessment
{
    public required string Reference { get; init; }

    public required string Partnership { get; init; }

    public required DateOnly AsOf { get; init; }

    public required string RulebookHash { get; init; }

    /// <summary>Of the conclusions, without the counters that follow from the day.</summary>
    public required string Digest { get; init; }

    public required ReadOnlyMemory<byte> Payload { get; init; }

    public DateOnly? NextChangeOn { get; init; }

    /// <summary>The assessment as it is to be stored.</summary>
    public static StoredAssessment Of(Assessment assessment, string partnership, string rulebookHash, AssessmentCodec codec)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(codec);
        var encoded = codec.Encode(assessment);
        return new StoredAssessment
        {
            Reference = assessment.Reference,
            Partnership = partnership,
            AsOf = assessment.AsOf,
            RulebookHash = rulebookHash,
            Digest = encoded.Digest,
            Payload = encoded.Payload,
            NextChangeOn = assessment.NextChangeOn,
        };
    }
}

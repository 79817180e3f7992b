using DhrCompliance.Cases;

namespace DhrCompliance.Assessments.Movements;

/// <summary>One thing that the register says of a case now and did not say before, or said otherwise.</summary>
/// <param name="Row">What names it in the register: the id of the event or the item, the name of the fact, the pack that was adopted.</param>
/// <param name="Text">What changed, as a sentence.</param>
public sealed record RecordChange(string Row, string Text)
{
    /// <summary>The case file of now as it would be without this change.</summary>
    public required Func<CaseFile, CaseFile> Undo { get; init; }
}

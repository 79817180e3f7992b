using DhrCompliance.Cases;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining;

/// <summary>Which family has been longest without being told, of the live reviews in which something is owed to one. Is given the cases one by one.</summary>
/// <param name="vocabulary">Says what concerns a family.</param>
public sealed class LongestUntold(Vocabulary vocabulary)
{
    private string? _reference;
    private int _days;

    /// <summary>One more case.</summary>
    public void Add(CaseFile file, Assessment assessment)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(assessment);
        if (file.Kind != SubjectKind.Review || !assessment.Live || LastTold.Of(file, assessment, vocabulary) is not { Owed: > 0 } told)
        {
            return;
        }

        var days = told.DaysAtLeast ?? int.MaxValue;
        if (_reference is null || days > _days || (days == _days && string.CompareOrdinal(file.Reference, _reference) < 0))
        {
            (_reference, _days) = (file.Reference, days);
        }
    }

    /// <summary>The longest as a sentence; null where nothing is owed to any family.</summary>
    public string? Sentence => _reference is null ? null
        : _days == int.MaxValue ? $"Longest without being told: the family of {_reference}, of which nothing is recorded."
        : $"Longest without being told: the family of {_reference}, {English.Count(_days, "day")}.";
}

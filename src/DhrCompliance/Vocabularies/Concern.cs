namespace DhrCompliance.Vocabularies;

/// <summary>
/// Which page tells of an event, an item or a fact, beside those that tell of all. No clock, check or notice depends on it.
/// </summary>
public enum Concern
{
    /// <summary>What is owed to the family: the family page, and who has been longest without being told.</summary>
    Family,

    /// <summary>Where a report is and what became of it: the library.</summary>
    Library,

    /// <summary>What goes to and fro between the partnership and the Home Office about the report: the rounds of a case.</summary>
    Rounds,

    /// <summary>What is done after a review and followed to its end: the board's report counts items of this kind by their facts that are marked so, too, and takes the last event that is marked so for their end.</summary>
    ActionPlan,
}

namespace DhrCompliance.Vocabularies;

/// <summary>Whom a case file or a rule is about.</summary>
public enum SubjectKind
{
    /// <summary>A review.</summary>
    Review,

    /// <summary>A partnership: duties that belong to no one review.</summary>
    Partnership,
}

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>Reads a test of whether the law asks for a review.</summary>
internal sealed class CriterionReader(ConditionReader conditions, RuleReader rules)
{
    public Criterion Read(Fields fields)
    {
        var head = rules.Head(fields);
        var when = conditions.Read(fields.Value("when"), null);
        return new Criterion
        {
            Pack = rules.Pack,
            Id = head.Id,
            Was = head.Was,
            Title = head.Title,
            Force = head.Force,
            Basis = head.Basis,
            Cite = head.Cite,
            Verified = head.Verified,
            Governs = head.Governs,
            When = when ?? new Vocabularies.AllOf([]),
        };
    }
}

namespace DhrCompliance.Rulebooks.Reading.Words;

/// <summary>A kind of word: what a message calls it, and the code under which an unknown one is reported.</summary>
internal sealed record WordKind(string Noun, string Code)
{
    public static readonly WordKind Event = new("event", Codes.UnknownEvent);
    public static readonly WordKind Fact = new("fact", Codes.UnknownFact);
    public static readonly WordKind Item = new("item kind", Codes.UnknownItem);
    public static readonly WordKind Role = new("role", Codes.UnknownRole);
    public static readonly WordKind Condition = new("condition", Codes.UnknownCondition);
    public static readonly WordKind Path = new("escalation path", Codes.UnknownPath);
    public static readonly WordKind Pack = new("pack", Codes.UnknownSource);
}

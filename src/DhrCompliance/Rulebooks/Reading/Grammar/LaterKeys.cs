namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>Keys that the language has a place for and this version does not read: refused, so that no rule is half understood.</summary>
internal static class LaterKeys
{
    /// <summary>What to do without the key; null where it is none of these.</summary>
    public static string? Explain(string key) => key switch
    {
        "tightens" => "Only what has a clock can be tighter than another rule: 'tightens:' stands in a timescale.",
        "departs-from" => "What can be departed from is a timescale or a check: 'departs-from:' stands in one of these.",
        "was" => "A former name is said of a rule, a step of a path, an event, a fact, an item kind or a role, and of nothing else: keep the name.",
        "applies-when" => "A criterion is answered for every review: put the condition with the others under 'when:'. 'applies-when:' stands in a timescale, a check or a checklist.",
        _ => null,
    };
}

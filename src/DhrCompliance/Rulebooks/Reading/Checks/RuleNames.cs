using DhrCompliance.Rulebooks.Reading.Grammar;
using DhrCompliance.Rulebooks.Reading.Words;

namespace DhrCompliance.Rulebooks.Reading.Checks;

/// <summary>Rules that a pattern names (<c>for: complete-report</c>) exist, by short id or by <c>pack/id</c>.</summary>
internal static class RuleNames
{
    public static void Check(Desk desk)
    {
        foreach (var named in desk.RulesNamed.Where(named => !desk.RuleIds.Contains(named.Value) && !desk.Lexicon.IsExcused(named.Value)))
        {
            Lexicon.ReportUnknown(desk.Mistakes, Codes.UnknownRule, "rule", named, desk.RuleIds.Where(id => id.Length > 0));
        }
    }
}

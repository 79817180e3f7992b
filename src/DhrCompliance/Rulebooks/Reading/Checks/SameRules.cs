using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Grammar;
using DhrCompliance.Rulebooks.Reading.Trees;

namespace DhrCompliance.Rulebooks.Reading.Checks;

/// <summary>Two rules of one pack that ask the same of the same person: the second says nothing, or is met whenever the first is.</summary>
internal static class SameRules
{
    private static readonly ImmutableArray<string> Sections = ["criteria", "timescales", "checks", "checklists"];

    /// <summary>What may differ where two rules are the same: how they are called, where they are from, and who is told.</summary>
    private static readonly ImmutableArray<string> Aside = ["id", "title", "was", "cite", "verified", "basis", "escalation", "tightens", "departs-from"];

    private static readonly ImmutableArray<string> Limits = ["within", "promptly"];

    public static void Check(Desk desk, IEnumerable<MappingNode> packs)
    {
        foreach (var rules in packs.SelectMany(pack => Sections.Select(section => (pack.Find(section) as SequenceNode)?.Items.OfType<MappingNode>())))
        {
            var same = new Dictionary<string, ScalarNode>(StringComparer.Ordinal);
            var others = new Dictionary<string, ScalarNode>(StringComparer.Ordinal);
            foreach (var (rule, id) in (rules ?? []).Select(rule => (rule, rule.Find("id") as ScalarNode)).Where(pair => pair.Item2 is not null))
            {
                var (whole, withoutLimit) = (Text(rule, Aside), Text(rule, [.. Aside, .. Limits]));
                if (!same.TryAdd(whole, id!))
                {
                    desk.Mistakes.Warning(id!.Place, Codes.SameRule, $"'{id.Value}' asks the same as '{same[whole].Value}'", "Keep one, and cite both sources in it.");
                }
                else if (!others.TryAdd(withoutLimit, id!))
                {
                    desk.Mistakes.Warning(id!.Place, Codes.SameRule, $"'{id.Value}' differs from '{others[withoutLimit].Value}' in its limit alone, so that the shorter of them decides", "Keep one; or say what is different: for whom, for what or from when.");
                }
            }
        }
    }

    private static string Text(MappingNode rule, ImmutableArray<string> aside) => string.Join(
        '\n', rule.Entries.Where(entry => !aside.Contains(entry.Key.Value)).OrderBy(entry => entry.Key.Value, StringComparer.Ordinal).Select(entry => $"{entry.Key.Value}: {Text(entry.Value)}"));

    private static string Text(Node node) => node switch
    {
        ScalarNode scalar => $"\"{scalar.Value}\"",
        SequenceNode { Items: [ScalarNode one] } => Text(one),
        SequenceNode list => $"[{string.Join(", ", list.Items.Select(Text))}]",
        MappingNode mapping => $"{{{string.Join(", ", mapping.Entries.Select(entry => $"{entry.Key.Value}: {Text(entry.Value)}"))}}}",
        _ => "",
    };
}

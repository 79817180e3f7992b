using System.Globalization;
using DhrCompliance.Rulebooks.Reading.Grammar;

namespace DhrCompliance.Rulebooks.Reading.Checks;

/// <summary>Counts the citations of each pack that nobody has compared with their source.</summary>
internal static class Unverified
{
    public static void Check(Desk desk, IReadOnlyList<PackEntry> packs)
    {
        foreach (var entry in packs)
        {
            Rule[] rules = [.. entry.Pack.Rules.Where(rule => !(entry.Pack.Verified && rule.Verified) && !rule.Cite.IsEmpty)];
            var count = rules.Sum(rule => rule.Cite.Length);
            if (count > 0)
            {
                var which = entry.Pack.Verified ? $": {string.Join(", ", rules.Select(rule => rule.Id))}" : "";
                desk.Mistakes.Information(
                    entry.Place,
                    Codes.Unverified,
                    string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "citation" : "citations")} of '{entry.Pack.Id}' {(count == 1 ? "is" : "are")} not verified{which}"));
            }
        }
    }
}

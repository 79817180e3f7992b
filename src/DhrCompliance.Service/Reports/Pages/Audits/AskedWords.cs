using System.Globalization;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Reports.Json;

namespace DhrCompliance.Service.Reports.Pages.Audits;

/// <summary>What was asked, in words.</summary>
internal sealed class AskedWords(AuditAsked asked, AuditHeader header, IReadOnlyDictionary<string, string> names)
{
    /// <summary>Each thing that can be asked and what it was, also where it was not narrowed.</summary>
    public IEnumerable<(string Label, string Value)> All()
    {
        yield return ("Day assessed", DateWords.Day(header.AsOf));
        yield return ("Known at", KnownAt);
        yield return ("Cases", asked.Cases.IsEmpty ? "every case" : $"only {string.Join(", ", asked.Cases)}");
        yield return ("Partnership", asked.Partnership is null ? "every partnership" : $"only {Partnership}, with its joint cases");
        yield return ("Rules", asked.Rule is null ? "every rule" : $"only {Rule}");
        yield return ("States", asked.State is null ? "every state" : $"only {Plain(asked.State)}");
        yield return ("Rows", asked.IsAll ? "every row of these" : "without what has not begun or does not apply; how many these are is said at each case, and --all shows them");
        yield return ("Rulebook", header.Rulebook.Hash);
    }

    /// <summary>That the page has only a part of the audit; null: it has all of it.</summary>
    public string? Part()
    {
        var parts = new[]
        {
            asked.Cases.IsEmpty ? null : asked.Cases.Length == 1 ? $"the case {asked.Cases[0]}" : string.Create(CultureInfo.InvariantCulture, $"the {asked.Cases.Length} cases that were named"),
            asked.Partnership is null ? null : $"cases of {Partnership}",
            asked.Rule is null ? null : $"the rule {Rule}",
            asked.State is null ? null : $"what is in the state “{Plain(asked.State)}”",
        }.OfType<string>().ToList();
        return parts.Count == 0 ? null : $"This is a part of the audit: only {string.Join("; only ", parts)}. What was not asked for is not on this page and not in its numbers.";
    }

    /// <summary>A state as a person reads it.</summary>
    public static string Plain(string state) => state.Replace('-', ' ');

    private string KnownAt => header.KnownAt is { } moment
        ? $"{moment}, {(header.Claimed ? "by the times that the sources of the rows claim" : "by the times at which the register took the rows in")}"
        : $"everything recorded when this page was made, {asked.MadeAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)}";

    private string Partnership => asked.Partnership is { } id && names.TryGetValue(id, out var name) && name != id ? $"{name} ({id})" : asked.Partnership ?? "";

    private string Rule => asked.Rule is { } name && Named(name).FirstOrDefault() is { } rule ? $"“{rule.Title}” ({name})" : asked.Rule ?? "";

    private IEnumerable<Rule> Named(string name) => header.Rulebook.Packs.SelectMany(pack => pack.Rules).Where(rule => rule.Id == name || rule.FullName == name);
}

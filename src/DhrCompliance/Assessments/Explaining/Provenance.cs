using DhrCompliance.Rulebooks;

namespace DhrCompliance.Assessments.Explaining;

/// <summary>Where a rule comes from, in words: each passage, then what makes it binding, how it follows from its source, and whether that was verified.</summary>
public static class Provenance
{
    /// <summary>One line for each passage, beginning with "Source:", then one about the rule itself.</summary>
    public static IEnumerable<string> Of(Rule rule, Rulebook rulebook)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(rulebook);
        var pack = rulebook.Packs.FirstOrDefault(candidate => string.Equals(candidate.Id, rule.Pack, StringComparison.Ordinal));
        foreach (var citation in rule.Cite)
        {
            yield return English.Sentence($"Source: {Passage(citation, pack, rulebook)}");
        }

        var owner = rule.Owner is { } role ? $"; whose duty it is: {Titles.Of(rulebook.Vocabulary).Who(role)}" : string.Empty;
        yield return English.Sentence($"Rule {rule.FullName}: {Standing(rule, pack)}{owner}");
    }

    /// <summary><c>guidance, stated by the source, verified</c>.</summary>
    public static string Standing(Rule rule, Rulebook rulebook)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(rulebook);
        return Standing(rule, rulebook.Packs.FirstOrDefault(pack => string.Equals(pack.Id, rule.Pack, StringComparison.Ordinal)));
    }

    private static string Standing(Rule rule, Pack? pack)
    {
        var force = rule.Force is Force.Local ? "local protocol" : English.Plain(Words.Of(rule.Force));
        var basis = rule.Basis switch
        {
            Basis.Stated => "stated by the source",
            Basis.Read => "our reading of the source",
            _ => "our proposal, which the source does not state",
        };
        return $"{force}, {basis}, {(rule.Verified && pack?.Verified is not false ? "verified" : "not verified")}";
    }

    private static string Passage(Citation citation, Pack? pack, Rulebook rulebook)
    {
        var source = pack?.Sources.GetValueOrDefault(citation.Source);
        var other = source is null
            ? rulebook.Packs.FirstOrDefault(candidate => string.Equals(candidate.Id, citation.Source, StringComparison.Ordinal))
            : null;
        var text = source?.Title ?? other?.Title ?? citation.Source;
        if (source?.Publisher is { } publisher && !text.Contains(publisher, StringComparison.OrdinalIgnoreCase))
        {
            text += $" ({publisher})";
        }

        text += citation.At is { } at ? $", {at}" : string.Empty;
        text += source?.Reports is { } reports ? $", which reports {reports}" : string.Empty;
        return citation.Quote is { } quote ? $"{text}: “{quote}”" : text;
    }
}

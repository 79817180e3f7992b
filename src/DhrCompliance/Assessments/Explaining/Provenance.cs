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
        foreach (var passage in Passages(rule, rulebook))
        {
            yield return English.Sentence($"Source: {passage.Where}{(passage.Quote is { } quote ? $": “{quote}”" : string.Empty)}");
        }

        var owner = rule.Owner is { } role ? $"; whose duty it is: {Titles.Of(rulebook.Vocabulary).Who(role)}" : string.Empty;
        yield return English.Sentence($"Rule {rule.FullName}: {Standing(rule, pack)}{owner}");
    }

    /// <summary>The passages that a rule rests on, in their order.</summary>
    public static IEnumerable<CitedPassage> Passages(Rule rule, Rulebook rulebook)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(rulebook);
        var pack = rulebook.Packs.FirstOrDefault(candidate => string.Equals(candidate.Id, rule.Pack, StringComparison.Ordinal));
        return rule.Cite.Select(citation => new CitedPassage(Where(citation, pack, rulebook), citation.Quote));
    }

    /// <summary>A document as a person names it: its title, its publisher, and what it reports where it is second-hand.</summary>
    public static string Document(Source source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return $"{Named(source)}{Reporting(source)}";
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

    private static string Where(Citation citation, Pack? pack, Rulebook rulebook)
    {
        var source = pack?.Sources.GetValueOrDefault(citation.Source);
        var other = source is null
            ? rulebook.Packs.FirstOrDefault(candidate => string.Equals(candidate.Id, citation.Source, StringComparison.Ordinal))
            : null;
        var text = source is null ? other?.Title ?? citation.Source : Named(source);
        text += citation.At is { } at ? $", {at}" : string.Empty;
        return source is null ? text : $"{text}{Reporting(source)}";
    }

    private static string Named(Source source) => source.Publisher is { } publisher && !source.Title.Contains(publisher, StringComparison.OrdinalIgnoreCase)
        ? $"{source.Title} ({publisher})"
        : source.Title;

    private static string Reporting(Source source) => source.Reports is { } reports ? $", which reports {reports}" : string.Empty;
}

/// <summary>A passage that a rule rests on.</summary>
/// <param name="Where">The document, and where in it.</param>
/// <param name="Quote">Its words; null: they are not quoted.</param>
public sealed record CitedPassage(string Where, string? Quote);

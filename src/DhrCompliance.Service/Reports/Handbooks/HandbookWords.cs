using System.Globalization;
using DhrCompliance.Assessments.Explaining.Changes;
using DhrCompliance.Assessments.Explaining.Glossaries;
using DhrCompliance.Assessments.Explaining.Handbooks;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Service.Reports.Handbooks;

/// <summary>The short words of the handbook's page: what a mark says, and how much there is of what.</summary>
internal static class HandbookWords
{
    public static string Of(Force force) => force switch
    {
        Force.Statute => "Statute",
        Force.Guidance => "Guidance",
        Force.Local => "Local protocol",
        _ => "Good practice",
    };

    public static string Of(Basis basis) => basis switch
    {
        Basis.Stated => "stated by the source",
        Basis.Read => "our reading of the source",
        _ => "our proposal, stated by no source",
    };

    public static string Of(PackStatus status) => status switch
    {
        PackStatus.Draft => "Draft: not in force",
        PackStatus.Withdrawn => "Withdrawn",
        _ => "In force",
    };

    public static string Of(RulebookChange change) => (change.Kind, change.Weight) switch
    {
        (ChangeKind.Added, _) => "New",
        (ChangeKind.Withdrawn, _) => "Withdrawn",
        (ChangeKind.Renamed, _) => "Renamed only",
        (_, ChangeWeight.Substance) => "Changed in substance",
        (_, ChangeWeight.Grounds) => "Resting on something else, asking the same",
        _ => "In other words only",
    };

    public static string Of(WordSort sort) => sort switch
    {
        WordSort.Role => "Who acts and is written to",
        WordSort.Item => "What a review has several of",
        WordSort.Fact => "What is asked",
        WordSort.Event => "What can happen",
        _ => "Conditions",
    };

    /// <summary>The weekday as well: a limit is about days.</summary>
    public static string Day(DateOnly? day) => day?.ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture) ?? string.Empty;

    public static string Count(int number, string thing) => string.Create(CultureInfo.InvariantCulture, $"{number} {thing}{(number == 1 ? string.Empty : "s")}");

    public static string Capital(string text) => text.Length > 0 ? char.ToUpperInvariant(text[0]) + text[1..] : text;

    /// <summary>How many rules of what force there are in force.</summary>
    public static string Headline(Handbook book)
    {
        var rules = book.Packs.Where(pack => pack.Status == PackStatus.InForce).SelectMany(pack => pack.Rules).ToList();
        var parts = rules.GroupBy(rule => rule.Rule.Force).OrderBy(group => group.Key)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {(group.Key == Force.Statute ? "by statute" : group.Key == Force.Guidance ? "by guidance" : group.Key == Force.Local ? "by local protocol" : "by good practice")}"));
        return $"{Count(rules.Count, "rule")} in force: {string.Join(", ", parts)}.";
    }

    /// <summary>What a reader must not overlook.</summary>
    public static IEnumerable<string> Remarks(HandbookReport report)
    {
        var rules = report.Book.Packs.Where(pack => pack.Status == PackStatus.InForce).SelectMany(pack => pack.Rules).ToList();
        if (rules.Count(rule => !rule.Verified) is > 0 and var unverified)
        {
            yield return $"{Count(unverified, "rule")} could not be verified against the source, and {(unverified == 1 ? "is" : "are")} marked so.";
        }

        if (rules.Count(rule => rule.Rule.Basis == Basis.Proposed) is > 0 and var proposed)
        {
            yield return $"{Count(proposed, "rule")} {(proposed == 1 ? "is" : "are")} our proposal: no source states it, and it binds nobody by itself.";
        }

        if (rules.Count(rule => rule.Scenarios.IsEmpty) is > 0 and var untested)
        {
            yield return $"{Count(untested, "rule")} {(untested == 1 ? "is" : "are")} tested by no made-up case.";
        }

        if (!report.LeftOut.IsEmpty)
        {
            yield return $"Left out, as it concerns other partnerships: {string.Join("; ", report.LeftOut)}.";
        }
    }

    /// <summary>What changed, in numbers.</summary>
    public static string Summary(RulebookChanges changes)
    {
        var parts = changes.All.GroupBy(Of).OrderBy(group => group.First().Kind == ChangeKind.Changed ? 0 : 1).ThenBy(group => group.First().Weight).ThenBy(group => group.First().Kind)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {char.ToLowerInvariant(group.Key[0])}{group.Key[1..]}")).ToList();
        return parts.Count > 0 ? $"Of rules, packs, paths, words and mails: {string.Join("; ", parts)}."
            : changes.AreSameFiles ? "Nothing: the two rulebooks are the same files."
            : "Nothing that the rules say. The files differ in what decides nothing, such as notes, order or made-up cases.";
    }
}

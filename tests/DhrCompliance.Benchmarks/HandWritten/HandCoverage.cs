using DhrCompliance.Cases;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Benchmarks.HandWritten;

/// <summary>The cases that were written for. Others need dates known in part, implied events or missing facts, which only the assessor does.</summary>
internal static class HandCoverage
{
    private static readonly DateOnly GuidanceOf2016 = new(2016, 12, 31);

    private static readonly DateOnly Commissioner = new(2021, 11, 1);

    private static readonly DateOnly CommissionerSurely = new(2021, 11, 30);

    private static readonly string[] OfTheDeceased = ["age", "resulted-from", "link-to-suspect", "suicide", "circumstances-of-concern"];

    private static readonly string[] Stopping = ["criminal-proceedings", "inquest", "appeal", "other-review", "dispute"];

    /// <summary>What implies an event that must then be recorded.</summary>
    private static readonly (string Event, string[] By)[] Implied =
    [
        ("notified", ["csp-chair-notified", "decision", "home-office-informed"]),
        ("decision", ["home-office-informed", "panel-meeting", "terms-of-reference-agreed", "pause-started", "report-completed"]),
        ("report-completed", ["submitted", "published", "sent-to-commissioner"]),
        ("submitted", ["qa-outcome"]),
        ("qa-outcome", ["changes-made"]),
        ("pause-started", ["pause-ended"]),
    ];

    public static bool Covers(CaseFile file) =>
        file.Kind == SubjectKind.Review
        && file.KeptSince is { } kept
        && file.Events.All(one => one.Date.IsDay && one.Date.Earliest >= kept)
        && One(file, "death") && One(file, "notified") && AtMostOne(file, "decision") && AtMostOne(file, "home-office-direction", 0)
        && Array.TrueForAll(Implied, rule => Has(file, rule.Event) || !Array.Exists(rule.By, by => Has(file, by)))
        && IsUnder2016(file) && HasFacts(file) && HasDates(file);

    private static bool IsUnder2016(CaseFile file)
    {
        var told = file.Events.Where(one => one.Event is "csp-chair-notified").Append(file.Events.First(one => one.Event == "notified")).First();
        var completed = file.Events.Where(one => one.Event == "report-completed").Select(one => one.Date.Earliest);
        return told.Date.Earliest >= GuidanceOf2016
            && file.Adopted.Count(one => one.Pack == "three-boroughs") <= 1
            && !completed.Any(day => day >= Commissioner && day < CommissionerSurely);
    }

    private static bool HasFacts(CaseFile file) =>
        file.Items.Any(item => item.Kind == "deceased")
        && file.Items.Any(item => item.Kind == "family-contact")
        && file.Items.All(item => item.Kind switch
        {
            "deceased" => Array.TrueForAll(OfTheDeceased, item.Facts.ContainsKey),
            "family-contact" => item.Facts.ContainsKey("wish"),
            "action" => item.Facts.ContainsKey("named-lead"),
            _ => true,
        });

    private static bool HasDates(CaseFile file) => file.Events.All(one => one.Event switch
    {
        "decision" => one.Attributes.ContainsKey("outcome"),
        "qa-outcome" => one.Attributes.ContainsKey("outcome") && (one.Attributes["outcome"] == "approved"
            || one.Attributes.ContainsKey("letter-received") || one.Attributes.ContainsKey("letter-date")),
        "pause-started" or "pause-ended" => one.Attributes.TryGetValue("reason", out var reason) && Stopping.Contains(reason),
        "timescale-agreed" => one.Attributes.ContainsKey("for") && one.Attributes.ContainsKey("until") && one.Attributes.ContainsKey("agreed-by"),
        "next-step-agreed" => one.Attributes.ContainsKey("by"),
        "home-office-informed" or "family-notified" => one.Attributes.ContainsKey("about"),
        _ => true,
    });

    private static bool Has(CaseFile file, string word) => file.Events.Any(one => one.Event == word);

    private static bool One(CaseFile file, string word) => file.Events.Count(one => one.Event == word) == 1;

    private static bool AtMostOne(CaseFile file, string word, int most = 1) => file.Events.Count(one => one.Event == word) <= most;
}

using System.Globalization;
using DhrCompliance.Cases;

namespace DhrCompliance.Benchmarks.HandWritten;

/// <summary>
/// From a case file to the typed case. Covered are reviews under the guidance of 2016 of a register that was kept from
/// before the death, every date a day and nothing left out that what is recorded implies, with one decision, no
/// direction of the Home Office, and the facts that the rules ask for: see <see cref="HandCoverage"/>.
/// </summary>
public static class HandReader
{
    private static readonly string[] Declined = ["declined", "unsafe"];

    private static readonly string[] Linked = ["related", "intimate-partner", "former-intimate-partner"];

    /// <summary>The typed case; null where it is none of those covered.</summary>
    public static HandCase? Read(CaseFile file) => HandCoverage.Covers(file) ? Make(file) : null;

    private static HandCase Make(CaseFile file)
    {
        var adopted = file.Adopted.FirstOrDefault(one => one.Pack == "three-boroughs");
        var deceased = file.Items.Where(item => item.Kind == "deceased").Select(item => item.Facts).ToList();
        var family = file.Items.Where(item => item.Kind == "family-contact").Select(item => item.Facts["wish"]).ToList();
        var decision = file.Events.FirstOrDefault(one => one.Event == "decision");
        var chairNotified = First(file, "csp-chair-notified");
        var notified = First(file, "notified");
        return new HandCase
        {
            KeptSince = file.KeptSince!.Value,
            ProtocolFrom = adopted?.From ?? HandCase.Never,
            ProtocolUntil = adopted?.Until ?? HandCase.Never,
            Death = First(file, "death"),
            Told = chairNotified != HandCase.Never ? chairNotified : notified,
            Notified = notified,
            ChairNotified = chairNotified,
            Decided = First(file, "decision"),
            DecisionId = decision?.Id ?? "",
            IsReview = decision?.Attributes["outcome"] == "review",
            ActionPlanAgreed = First(file, "action-plan-agreed"),
            Published = First(file, "published"),
            Withheld = First(file, "publication-withheld"),
            Closed = First(file, "closed"),
            ChangesMade = First(file, "changes-made"),
            HomeOfficeInformed = Days(file, "home-office-informed", "decision"),
            FamilyNotified = Days(file, "family-notified", "decision"),
            AdvocacyOffered = Days(file, "advocacy-offered"),
            TermsShared = Days(file, "terms-shared-with-family"),
            TermsAgreed = Days(file, "terms-of-reference-agreed"),
            ReportCompleted = Days(file, "report-completed"),
            FamilyViewed = Days(file, "family-viewed-report"),
            PanelSignedOff = Days(file, "panel-signed-off"),
            SentToBoard = Days(file, "sent-to-csp-board"),
            BoardSignedOff = Days(file, "csp-signed-off"),
            Submitted = Days(file, "submitted"),
            DateAgreedWithFamily = Days(file, "publication-date-agreed-with-family"),
            SentToCommissioner = Days(file, "sent-to-commissioner"),
            Outcomes = [.. Ordered(file, "qa-outcome").Select(Outcome)],
            Pauses = Pauses(file),
            Agreements = [.. Ordered(file, "timescale-agreed").Where(one => one.Attributes["for"] == "complete-report" && one.Attributes["agreed-by"] is "csp-board" or "csp-chair")
                .Select(one => new HandAgreement(one.Date.Earliest, Day(one, "until")))],
            NextSteps = [.. Ordered(file, "next-step-agreed").Select(one => new HandStep(one.Date.Earliest, Day(one, "by")))],
            Actions = [.. file.Items.Where(item => item.Kind == "action").Select(item => Action(file, item))],
            Deceased = [.. deceased.Select(facts => new HandPerson(
                int.Parse(facts["age"], CultureInfo.InvariantCulture), facts["resulted-from"] != "none-of-these", Linked.Contains(facts["link-to-suspect"]),
                facts.GetValueOrDefault("same-household") == "yes", facts["suicide"] == "yes", facts["circumstances-of-concern"] == "yes"))],
            FamilyDeclined = [.. family.Select(Declined.Contains)],
            AllDays = [.. file.Events.Select(one => one.Date.Earliest).Order()],
        };
    }

    private static IEnumerable<CaseEvent> Ordered(CaseFile file, string word) =>
        file.Events.Where(one => one.Event == word).OrderBy(one => one.Date.Earliest).ThenBy(one => one.Id, StringComparer.Ordinal);

    private static DateOnly[] Days(CaseFile file, string word, string? about = null) =>
        [.. Ordered(file, word).Where(one => about is null || one.Attributes["about"] == about).Select(one => one.Date.Earliest)];

    private static DateOnly First(CaseFile file, string word) => Days(file, word) is [var first, ..] ? first : HandCase.Never;

    private static HandOutcome Outcome(CaseEvent one) => new(
        one.Id,
        one.Date.Earliest,
        one.Attributes["outcome"] switch
        {
            "approved" => HandVerdict.Approved,
            "approved-with-changes" => HandVerdict.ApprovedWithChanges,
            _ => HandVerdict.Resubmit,
        },
        Day(one, "letter-received") is var received && received != HandCase.Never ? received : Day(one, "letter-date"),
        Day(one, "respond-by"));

    private static HandPause[] Pauses(CaseFile file)
    {
        var ends = Ordered(file, "pause-ended").ToList();
        var pauses = new List<HandPause>();
        foreach (var start in Ordered(file, "pause-started"))
        {
            var end = ends.Find(one => one.Date.Latest >= start.Date.Earliest && one.Attributes["reason"] == start.Attributes["reason"]);
            if (end is not null)
            {
                ends.Remove(end);
            }

            pauses.Add(new HandPause(start.Date.Earliest, end?.Date.Earliest ?? HandCase.Never, start.Attributes["reason"] == "dispute"));
        }

        return [.. pauses];
    }

    private static HandAction Action(CaseFile file, CaseItem item)
    {
        var completed = Ordered(file, "completed").FirstOrDefault(one => one.Item == item.Id);
        return new HandAction(
            item.Id,
            item.Facts.TryGetValue("due", out var due) ? Day(due) : HandCase.Never,
            completed?.Date.Earliest ?? HandCase.Never,
            item.Facts["named-lead"] == "yes");
    }

    private static DateOnly Day(CaseEvent one, string attribute) => one.Attributes.TryGetValue(attribute, out var text) ? Day(text) : HandCase.Never;

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Benchmarks.Synthetic;

/// <summary>One review, from the death to its closing, as far as it has come.</summary>
internal static class SyntheticCase
{
    private const int FirstYear = 2011;

    public static void Add(Rows rows, Random random, int number, int partnership)
    {
        var reference = string.Create(CultureInfo.InvariantCulture, $"S{partnership:d4}-{number:d6}");
        var death = new DateOnly(FirstYear, 5, 1).AddDays(random.Next(rows.Today.DayNumber - new DateOnly(FirstYear, 5, 1).DayNumber));
        var facts = random.Next(3) == 0 ? ImmutableDictionary<string, string>.Empty : ImmutableDictionary<string, string>.Empty.Add("parallel-review", random.Next(5) == 0 ? "yes" : "no");
        rows.Add(new CaseRow { Reference = reference, Partnership = $"borough-{partnership:d4}", Facts = facts });
        AddPeople(rows, random, reference);
        var vague = random.Next(12) == 0;
        rows.Event(reference, "death", death, vague);
        var told = death.AddDays(random.Next(1, 30));
        rows.Event(reference, "notified", told);
        rows.Event(reference, "csp-chair-notified", told.AddDays(random.Next(0, 10)));
        var decided = told.AddDays(random.Next(10, random.Next(4) == 0 ? 120 : 32));
        var isReview = random.Next(12) != 0;
        rows.Event(reference, "decision", decided, vague, null, ("outcome", isReview ? "review" : "no-review"));
        rows.Event(reference, "home-office-informed", decided.AddDays(random.Next(1, 25)), false, null, ("about", "decision"));
        if (isReview)
        {
            AddReview(rows, random, reference, decided);
        }
        else
        {
            rows.Event(reference, "no-review-accepted", decided.AddDays(random.Next(30, 90)));
            rows.Event(reference, "closed", decided.AddDays(random.Next(90, 120)));
        }
    }

    private static void AddReview(Rows rows, Random random, string reference, DateOnly decided)
    {
        rows.Event(reference, "family-notified", decided.AddDays(random.Next(2, 30)), false, null, ("about", "decision"));
        rows.Event(reference, "review-chair-appointed", decided.AddDays(random.Next(20, 120)));
        var terms = decided.AddDays(random.Next(30, 160));
        rows.Event(reference, "terms-shared-with-family", terms.AddDays(-random.Next(1, 14)));
        rows.Event(reference, "terms-of-reference-agreed", terms);
        for (var i = 1; i <= 3; i++)
        {
            rows.Event(reference, "panel-meeting", decided.AddDays((i * 70) + random.Next(20)));
        }

        var paused = random.Next(3) == 0 ? random.Next(60, 400) : 0;
        if (paused > 0)
        {
            var from = decided.AddDays(random.Next(20, 60));
            rows.Event(reference, "pause-started", from, false, null, ("reason", "criminal-proceedings"), ("agreed-by", "csp-chair"), ("review-by", Text(from.AddMonths(3))));
            rows.Event(reference, "pause-ended", from.AddDays(paused), false, null, ("reason", "criminal-proceedings"));
        }

        if (random.Next(5) == 0)
        {
            var agreed = decided.AddDays(random.Next(100, 220));
            rows.Event(reference, "timescale-agreed", agreed, false, null, ("for", "complete-report"), ("until", Text(agreed.AddMonths(6))), ("agreed-by", "csp-board"));
        }

        var reported = decided.AddDays(paused + random.Next(120, 600));
        rows.Event(reference, "report-completed", reported);
        rows.Event(reference, "family-viewed-report", reported.AddDays(random.Next(5, 40)));
        rows.Event(reference, "panel-signed-off", reported.AddDays(random.Next(10, 42)));
        rows.Event(reference, "sent-to-csp-board", reported.AddDays(random.Next(40, 60)));
        if (random.Next(6) != 0)
        {
            rows.Event(reference, "csp-signed-off", reported.AddDays(random.Next(50, 70)));
        }

        AddRounds(rows, random, reference, reported.AddDays(random.Next(60, 120)));
    }

    private static void AddRounds(Rows rows, Random random, string reference, DateOnly submitted)
    {
        while (rows.Event(reference, "submitted", submitted))
        {
            var judged = submitted.AddDays(random.Next(40, 150));
            while (judged.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            {
                judged = judged.AddDays(1);
            }

            var outcome = random.Next(5) == 0 ? "resubmit" : random.Next(2) == 0 ? "approved" : "approved-with-changes";
            var letter = judged.AddDays(random.Next(5, 40));
            (string, string)[] said = letter > rows.Today ? [("outcome", outcome)] : [("outcome", outcome), ("letter-received", Text(letter))];
            if (!rows.Event(reference, "qa-outcome", judged, false, null, said))
            {
                return;
            }

            if (outcome != "resubmit")
            {
                AddEnd(rows, random, reference, judged, outcome == "approved-with-changes");
                return;
            }

            submitted = judged.AddDays(random.Next(30, 200));
        }
    }

    private static void AddEnd(Rows rows, Random random, string reference, DateOnly approved, bool withChanges)
    {
        var published = approved.AddDays(random.Next(60, 200));
        if (withChanges)
        {
            rows.Event(reference, "changes-made", approved.AddDays(random.Next(10, 60)));
        }

        rows.Event(reference, "action-plan-agreed", approved.AddDays(random.Next(5, 30)));
        rows.Event(reference, "publication-date-agreed-with-family", published.AddDays(-random.Next(5, 25)));
        rows.Event(reference, "published", published);
        rows.Event(reference, "sent-to-commissioner", published.AddDays(random.Next(30)));
        var last = published;
        for (var i = 1; i <= 4; i++)
        {
            var due = approved.AddMonths(3 * i);
            var id = $"{reference}-A{i}";
            rows.Add(new ItemRow
            {
                Id = id,
                Reference = reference,
                Kind = "action",
                Facts = ImmutableDictionary<string, string>.Empty.Add("due", Text(due)).Add("named-lead", random.Next(6) == 0 ? "no" : "yes"),
            });
            var done = due.AddDays(random.Next(-40, 60));
            rows.Event(reference, "completed", done, false, id);
            last = done > last ? done : last;
        }

        rows.Event(reference, "closed", last.AddDays(random.Next(10, 60)));
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void AddPeople(Rows rows, Random random, string reference)
    {
        var facts = ImmutableDictionary<string, string>.Empty
            .Add("age", random.Next(17, 88).ToString(CultureInfo.InvariantCulture))
            .Add("link-to-suspect", random.Next(3) == 0 ? "former-intimate-partner" : "intimate-partner")
            .Add("resulted-from", "violence")
            .Add("suicide", "no")
            .Add("circumstances-of-concern", "no");
        if (random.Next(10) == 0)
        {
            facts = facts.SetItem("suicide", "yes").SetItem("resulted-from", "abuse").SetItem("circumstances-of-concern", random.Next(2) == 0 ? "yes" : "no");
        }
        else if (random.Next(4) == 0)
        {
            facts = facts.Remove("suicide").Remove("circumstances-of-concern");
        }

        rows.Add(new ItemRow { Id = $"{reference}-D1", Reference = reference, Kind = "deceased", Facts = facts });
        rows.Add(new ItemRow { Id = $"{reference}-F1", Reference = reference, Kind = "family-contact", Facts = ImmutableDictionary<string, string>.Empty.Add("wish", random.Next(8) == 0 ? "declined" : "yes") });
    }
}

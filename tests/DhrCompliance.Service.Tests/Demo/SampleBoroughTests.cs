using System.Globalization;
using DhrCompliance.Calendars;
using DhrCompliance.Service.Demo;
using DhrCompliance.Tests.RealTimelines;

namespace DhrCompliance.Service.Tests.Demo;

public sealed class SampleBoroughTests
{
    private static readonly string[] Planned = ["panel-meeting", "board-meeting", "scoping-meeting", "learning-event"];

    /// <summary>Month ends, a 29 February, weekends, and an ordinary Friday.</summary>
    public static TheoryData<string> Days =>
        ["2026-11-20", "2026-02-28", "2026-03-31", "2026-05-30", "2026-05-31", "2026-08-29", "2026-12-31", "2027-01-01", "2028-02-29"];

    [Theory]
    [MemberData(nameof(Days))]
    public void Whatever_the_day_every_date_is_one_and_lies_in_the_past_unless_it_is_planned(string day)
    {
        var asOf = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var row in Rows("events.csv", asOf))
        {
            PartialDate.TryParse(row["date"], out var date, out var expected).ShouldBeTrue($"{row["id"]}: {row["date"]}: {expected}");
            if (!Planned.Contains(row["event"]))
            {
                date.Earliest.ShouldBeLessThanOrEqualTo(asOf, row["id"]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Days))]
    public void Whatever_the_day_one_quality_assurance_panel_met_on_a_Saturday_and_no_other_on_a_weekend(string day)
    {
        var asOf = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        Rows("events.csv", asOf)
            .Where(row => row["event"] == "qa-outcome" && PartialDate.TryParse(row["date"], out var date, out _) && date.IsDay
                && date.Earliest.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            .Select(row => row["reference"]).ShouldBe(["HAR-19"]);
    }

    [Fact]
    public void Every_event_and_item_belongs_to_a_case_or_a_partnership_of_the_borough()
    {
        var asOf = new DateOnly(2026, 11, 20);
        var known = Rows("cases.csv", asOf).Select(row => row["reference"])
            .Concat(Rows("partnerships.csv", asOf).Select(row => row["id"])).ToHashSet(StringComparer.Ordinal);
        var items = Rows("items.csv", asOf).Select(row => row["id"]).Append("").ToHashSet(StringComparer.Ordinal);

        Rows("events.csv", asOf).Where(row => !known.Contains(row["reference"]) || !items.Contains(row["item"])).ShouldBeEmpty();
        Rows("items.csv", asOf).Where(row => !known.Contains(row["reference"])).ShouldBeEmpty();
        Rows("events.csv", asOf).GroupBy(row => row["id"]).Where(group => group.Count() > 1).ShouldBeEmpty();
        known.Count.ShouldBeGreaterThanOrEqualTo(16);
    }

    [Fact]
    public void Every_address_is_one_that_cannot_be_anybodys() =>
        Rows("contacts.csv", new DateOnly(2026, 11, 20))
            .Where(row => !row["email"].EndsWith("example.org", StringComparison.Ordinal)).ShouldBeEmpty();

    private static List<Dictionary<string, string>> Rows(string file, DateOnly asOf) => CsvRows.Of(SampleBorough.Files(asOf)[file]);
}

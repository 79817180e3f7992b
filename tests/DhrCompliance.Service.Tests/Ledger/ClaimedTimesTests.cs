using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Ledger.Reading;

namespace DhrCompliance.Service.Tests.Ledger;

/// <summary>History that was loaded at once, read as its sources say it came to be known.</summary>
public sealed class ClaimedTimesTests : IDisposable
{
    private readonly TemporaryRegister register = new();

    public void Dispose() => register.Dispose();

    [Theory]
    [InlineData("2019-03-01", "2019-03-01T23:59:59.999Z")]
    [InlineData("2019-07-01", "2019-07-01T22:59:59.999Z")]
    [InlineData("2019-07-01T12:00:00+01:00", "2019-07-01T11:00:00.000Z")]
    [InlineData("2031-01-01", "2026-11-20T09:30:00.000Z")]
    [InlineData("some time in 2019", "2026-11-20T09:30:00.000Z")]
    [InlineData(null, "2026-11-20T09:30:00.000Z")]
    public void A_day_counts_to_its_end_in_London_and_nothing_counts_later_than_it_was_taken_in(string? claimed, string expected) =>
        ClaimedTimes.Moment(claimed, "2026-11-20T09:30:00.000Z").ShouldBe(expected);

    [Fact]
    public void An_event_is_known_from_the_day_that_is_claimed_and_its_case_with_its_first()
    {
        TemporaryRegister.Write(register.Open(), writer =>
        {
            Sample.Start(writer);
            writer.Append(Sample.Event("E1", date: "2019-03-01") with { RecordedAt = "2019-03-05" });
            writer.Append(Sample.Event("E2", date: "2019-03-02") with { RecordedAt = "2019-04-05" });
            writer.Append(Sample.Event("E3", date: "2019-03-03"));
        });

        using var database = LedgerDatabase.Open(register.Path, OpenMode.ReadOnly, register.Clock);
        Events(database, "2019-03-05").ShouldBeNull();
        database.UseClaimedTimes().ShouldBe(1);

        Events(database, "2019-03-04").ShouldBeNull();
        Events(database, "2019-03-05").ShouldBe(["E1"]);
        Events(database, "2019-04-04").ShouldBe(["E1"]);
        Events(database, "2019-04-05").ShouldBe(["E1", "E2"]);
        database.CaseFiles().Single().Events.Length.ShouldBe(3);
        database.Rows(Instants.EndOf(new DateOnly(2019, 4, 5))).Events.Length.ShouldBe(2);
    }

    [Fact]
    public void A_register_that_is_written_to_is_not_read_so()
    {
        using var database = register.Open();

        Should.Throw<InvalidOperationException>(() => database.UseClaimedTimes());
    }

    private static string[]? Events(LedgerDatabase database, string day) =>
        database.CaseFiles(Instants.EndOf(DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))).SingleOrDefault()?.Events.Select(happened => happened.Id).ToArray();
}

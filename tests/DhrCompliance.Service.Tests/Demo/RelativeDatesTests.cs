using DhrCompliance.Service.Demo;

namespace DhrCompliance.Service.Tests.Demo;

public sealed class RelativeDatesTests
{
    private static readonly DateOnly Friday = new(2026, 11, 20);

    [Theory]
    [InlineData("{today}", "2026-11-20")]
    [InlineData("{-45d}", "2026-10-06")]
    [InlineData("{+10d}", "2026-11-30")]
    [InlineData("{-6w}", "2026-10-09")]
    [InlineData("{-3m}", "2026-08-20")]
    [InlineData("{-1y}", "2025-11-20")]
    [InlineData("{-6m+7d}", "2026-05-27")]
    [InlineData("{-1y-2m+1w-3d}", "2025-09-24")]
    [InlineData("{month -9m}", "2026-02")]
    [InlineData("{year -9y}", "2017")]
    public void A_date_in_braces_is_counted_from_the_day(string text, string expected) =>
        RelativeDates.Expand(text, Friday).ShouldBe(expected);

    [Theory]
    [InlineData("{today friday}", "2026-11-20")]
    [InlineData("{today thursday}", "2026-11-19")]
    [InlineData("{today saturday}", "2026-11-14")]
    [InlineData("{-3m wednesday}", "2026-08-19")]
    public void A_weekday_is_the_last_such_day_on_or_before(string text, string expected) =>
        RelativeDates.Expand(text, Friday).ShouldBe(expected);

    [Fact]
    public void A_month_counted_back_from_a_long_month_ends_on_the_last_day_of_a_short_one() =>
        RelativeDates.Expand("{-1m}", new DateOnly(2026, 3, 31)).ShouldBe("2026-02-28");

    [Fact]
    public void Months_are_counted_before_days() =>
        RelativeDates.Expand("{-1m+1d}", new DateOnly(2026, 3, 31)).ShouldBe("2026-03-01");

    [Fact]
    public void Everything_outside_braces_is_left_as_it_is() =>
        RelativeDates.Expand("HAR-01,by {-10m},{-7m}/{-6m},2013-07\n-45d,\"a, b\"\n", Friday)
            .ShouldBe("HAR-01,by 2026-01-20,2026-04-20/2026-05-20,2013-07\n-45d,\"a, b\"\n");

    [Theory]
    [InlineData("{}")]
    [InlineData("{45d}")]
    [InlineData("{-45}")]
    [InlineData("{-3m someday}")]
    [InlineData("{-4d-3m}")]
    [InlineData("{-9999y}")]
    [InlineData("{+99999m}")]
    [InlineData("{today }")]
    public void What_is_not_a_date_in_braces_is_told_with_its_text_and_the_forms_there_are(string text)
    {
        var error = Should.Throw<FormatException>(() => RelativeDates.Expand(text, Friday));
        error.Message.ShouldContain($"'{text}'");
        error.Message.ShouldContain("{-3m wednesday}");
    }
}

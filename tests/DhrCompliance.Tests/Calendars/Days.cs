using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Calendars;
using DhrCompliance.Tests.Architecture.Checks;
using FsCheck;
using FsCheck.Fluent;

namespace DhrCompliance.Tests.Calendars;

/// <summary>Days, limits and pauses for tests of dates.</summary>
internal static class Days
{
    public static HolidayFile EnglandAndWales { get; } = ReadEnglandAndWales();

    public static HolidayCalendar Calendar => EnglandAndWales.Calendar;

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateInterval Date(string text) =>
        PartialDate.TryParse(text, out var date, out var expected) ? date : throw new FormatException($"'{text}': expected {expected}");

    public static LimitTerms Terms(string period, bool beginningWith = false, MonthRounding rounding = MonthRounding.LastDay, Roll roll = Roll.None) =>
        PeriodText.TryParse(period, out var length, out var expected)
            ? new LimitTerms(length, beginningWith, rounding, roll)
            : throw new FormatException($"'{period}': expected {expected}");

    /// <summary>Three years around a 29 February and a Christmas with moved holidays.</summary>
    public static Gen<DateOnly> InYears { get; } = Gen.Choose(0, 1100).Select(offset => new DateOnly(2023, 1, 1).AddDays(offset));

    public static Gen<LimitTerms> AnyTerms { get; } =
        from unit in Gen.Elements(Enum.GetValues<PeriodUnit>())
        from count in Gen.Choose(1, unit is PeriodUnit.Years ? 3 : 14)
        from beginningWith in Gen.Elements(false, true)
        from rounding in Gen.Elements(Enum.GetValues<MonthRounding>())
        from roll in Gen.Elements(Enum.GetValues<Roll>())
        select new LimitTerms(new Period(count, unit), beginningWith, rounding, roll);

    public static Gen<DateInterval> Interval(int widest) =>
        from first in InYears
        from width in Gen.Choose(0, widest)
        select new DateInterval(first, first.AddDays(width));

    private static HolidayFile ReadEnglandAndWales()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "rules/calendars/england-and-wales.csv"));
        return HolidayFile.TryParse(text, out var file, out ImmutableArray<HolidayMistake> mistakes)
            ? file!
            : throw new FormatException(string.Join('\n', mistakes));
    }
}

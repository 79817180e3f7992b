using System.Collections.Immutable;
using DhrCompliance.Calendars;

namespace DhrCompliance.Assessments.Explaining.Changes;

/// <summary>What became of the days that are no working days.</summary>
internal static class CalendarComparison
{
    // More than a change of a calendar can want to tell; holidays are known for years and not for centuries.
    private const int YearsBack = 50;

    public static IEnumerable<RulebookChange> Of(Comparison compared)
    {
        foreach (var name in compared.Before.Calendars.Keys.Union(compared.Now.Calendars.Keys).Order(StringComparer.Ordinal))
        {
            var (before, now) = (compared.Before.Calendars.GetValueOrDefault(name), compared.Now.Calendars.GetValueOrDefault(name));
            var title = $"Bank holidays: {English.Capital(English.Plain(name))}";
            if (before is null || now is null)
            {
                yield return Comparison.Whole(before is null ? ChangeKind.Added : ChangeKind.Withdrawn, name, title);
            }
            else if (Sentences(before, now) is { IsEmpty: false } sentences)
            {
                yield return new RulebookChange { Kind = ChangeKind.Changed, Weight = ChangeWeight.Substance, Name = name, Title = title, Sentences = sentences };
            }
        }
    }

    private static ImmutableArray<SentenceChange> Sentences(HolidayCalendar before, HolidayCalendar now)
    {
        var sentences = ImmutableArray.CreateBuilder<SentenceChange>();
        if (before.KnownUntil != now.KnownUntil)
        {
            sentences.Add(new("known until", $"Known until {DateWords.Day(before.KnownUntil)}.", $"Known until {DateWords.Day(now.KnownUntil)}."));
        }

        // Days beyond what was known before are told by the line above.
        var last = before.KnownUntil < now.KnownUntil ? before.KnownUntil : now.KnownUntil;
        var first = last.Year > YearsBack ? last.AddYears(-YearsBack) : DateOnly.MinValue;
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            if (before.IsWorkingDay(day) != now.IsWorkingDay(day))
            {
                sentences.Add(new(DateWords.Brief(day), Told(before, day), Told(now, day)));
            }
        }

        return sentences.ToImmutable();
    }

    private static string Told(HolidayCalendar calendar, DateOnly day) =>
        $"{DateWords.Day(day)} is {(calendar.IsWorkingDay(day) ? "a working day" : $"no working day: {calendar.HolidayOn(day)}")}.";
}

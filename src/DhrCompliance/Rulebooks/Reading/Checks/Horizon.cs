using System.Globalization;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks.Reading.Grammar;

namespace DhrCompliance.Rulebooks.Reading.Checks;

/// <summary>Limits that count working days beyond those that a calendar knows: even a clock started on the day the calendar was taken ends too late for it.</summary>
internal static class Horizon
{
    public static void Check(Desk desk, IReadOnlyList<PackEntry> packs, IReadOnlyList<HolidayFile> calendars)
    {
        foreach (var entry in packs)
        {
            foreach (var rule in entry.Pack.Timescales)
            {
                if (rule.Limit is Within { Terms: var terms } && calendars.FirstOrDefault(file => IsBeyond(file, terms)) is { } file)
                {
                    desk.Mistakes.Warning(
                        entry.RulePlaces[rule.Id],
                        Codes.BeyondHolidays,
                        string.Create(CultureInfo.InvariantCulture, $"'{rule.Id}' counts working days beyond {file.Calendar.KnownUntil:yyyy-MM-dd}, up to which the holidays of {string.Join(" and ", file.Jurisdictions)} are known"),
                        "Its due dates are provisional until the calendar goes further.");
                }
            }
        }
    }

    private static bool IsBeyond(HolidayFile file, LimitTerms terms) =>
        DueDates.IsProvisional(DueDates.Due(file.Taken, terms, file.Calendar), terms, file.Calendar);
}

using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks.Reading.Texts;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Checks;

/// <summary>A rule that tightens another is never looser: shown by computing both due dates for every start day of four years.</summary>
internal static class Tightening
{
    /// <summary>Four years hold every length of month and a 29 February.</summary>
    private static readonly DateOnly First = new(2024, 1, 1);
    private static readonly DateOnly Last = new(2027, 12, 31);

    public static void Check(Timescale rule, ImmutableArray<Timescale> others, Place place, IEnumerable<HolidayCalendar> calendars, DiagnosticList mistakes)
    {
        HolidayCalendar[] all = [.. calendars.Distinct().DefaultIfEmpty(new HolidayCalendar("none", [], DateOnly.MinValue))];
        foreach (var other in others)
        {
            if (Looser(rule, other, all) is { } looser)
            {
                mistakes.Error(
                    place, Codes.Looser, $"'{rule.Id}' is looser than '{other.FullName}', which it tightens: {looser}",
                    hint: "Make it no looser, or say 'departs-from:' where the guidance is departed from for a reason.");
            }
            else if (Incomparable(rule, other) is { } why)
            {
                mistakes.Warning(place, Codes.NotComparable, $"whether '{rule.Id}' is as tight as '{other.FullName}' cannot be computed: {why}", "Compare them by reading.");
            }
        }
    }

    private static string? Looser(Timescale rule, Timescale other, HolidayCalendar[] calendars) =>
        Grounds(rule, other)
        ?? (Terms(rule.Limit) is { } own && Terms(other.Limit) is { } theirs && rule.Limit.GetType() == other.Limit.GetType()
            ? calendars.Select(calendar => Later(own, theirs, calendar)).FirstOrDefault(later => later is not null)
            : rule.Limit is Promptly && other.Limit is not Promptly ? "it gives no limit" : null);

    private static string? Later(LimitTerms own, LimitTerms theirs, HolidayCalendar calendar)
    {
        for (var start = First; start <= Last; start = start.AddDays(1))
        {
            var (due, limit) = (DueDates.Due(start, own, calendar), DueDates.Due(start, theirs, calendar));
            if (due > limit)
            {
                return string.Create(CultureInfo.InvariantCulture, $"from {start:yyyy-MM-dd} it is due by {due:yyyy-MM-dd}, and that by {limit:yyyy-MM-dd}");
            }
        }

        return null;
    }

    private static string? Grounds(Timescale rule, Timescale other) =>
        rule.PausedBy.Except(other.PausedBy).FirstOrDefault() is { } reason ? $"a pause for '{reason}' stops its clock alone"
        : rule.ExtendedBy is not null && other.ExtendedBy is null ? "another date can be agreed for it alone"
        : null;

    private static string? Incomparable(Timescale rule, Timescale other) =>
        Terms(rule.Limit) is null ? "its due date is one that somebody sets, or a meeting's"
        : Terms(other.Limit) is null ? "that one's due date is one that somebody sets, or a meeting's"
        : !Text(rule).Equals(Text(other), StringComparison.Ordinal) ? "their clocks start otherwise"
        : null;

    private static LimitTerms? Terms(TimeLimit limit) => limit switch
    {
        Within within => within.Terms,
        Promptly promptly => new LimitTerms(promptly.AskAfter),
        _ => null,
    };

    private static string Text(Timescale rule) => string.Join(", ", rule.Starts.Select(start => start switch
    {
        StartEvent on => Text(on.Event),
        StartOwnDate own => $"own {own.Name}",
        StartOverdue late => $"overdue {late.Rule}",
        _ => "",
    }).Prepend(rule.ForEach switch
    {
        ForEachEvent each => $"each {Text(each.Event)}",
        ForEachItem item => $"item {item.ItemKind}{(item.Where is null ? "" : " where")}",
        ForEachPeriod period => $"{period.Period}",
        _ => "once",
    }));

    private static string Text(EventPattern pattern) =>
        pattern.Event + string.Concat(pattern.Where.Select(test => $"({test.Attribute}: {string.Join('|', test.OneOf)})")) + (pattern.After is null ? "" : $" after {Text(pattern.After)}");
}

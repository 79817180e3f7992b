using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Escalations.Wording;

/// <summary>Puts into words how partnerships stand in a week: also where nothing is wrong, so that silence means that something is broken.</summary>
public static class WeekWriter
{
    private const int NameLength = 120;

    /// <summary>A mail of its own.</summary>
    /// <param name="asOf">The day.</param>
    /// <param name="weeks">The partnerships that one person hears of; at least one.</param>
    /// <param name="vocabulary">What roles are called.</param>
    public static Mail Write(DateOnly asOf, ImmutableArray<WeekReport> weeks, Vocabulary vocabulary)
    {
        var said = Said(weeks);
        return new Document($"[DHR] This week: {said}", $"This week: {said}", [.. Blocks(asOf, weeks, vocabulary)], Closings.Of(asOf)).ToMail();
    }

    internal static IEnumerable<Block> Blocks(DateOnly asOf, ImmutableArray<WeekReport> weeks, Vocabulary vocabulary)
    {
        foreach (var week in weeks)
        {
            yield return new Part($"This week: {OneLine.Of(week.Partnership, NameLength)}");
            yield return new Paragraph($"{English.Capital(Said([week]))}, rules of {Month(week.RulesOf)}, holidays known {(week.HolidaysKnownUntil is { } until ? $"to {Month(until)}" : "to no day")}.");
            yield return new FactTable([.. Facts(week, Titles.Of(vocabulary))]);
        }

        yield return new Paragraph($"This mail comes every week, whether or not there is anything to tell. If it does not come, something is broken: ask whoever runs the service. It shows how things stood on {DateWords.Day(asOf)}.");
    }

    private static string Said(ImmutableArray<WeekReport> weeks)
    {
        var reviews = English.Count(weeks.Sum(week => week.Reviews), "review");
        NoticeKind[] grave = [NoticeKind.Overdue, NoticeKind.CheckFails];
        var wrong = grave.Select(kind => (Kind: kind, Count: weeks.Sum(week => week.Standing.GetValueOrDefault(kind)))).Where(one => one.Count > 0)
            .Select(one => Counts.Of(one.Kind, one.Count))
            .Concat(weeks.Sum(week => week.Failed) is > 0 and var failed ? [$"{failed} not assessed"] : Array.Empty<string>())
            .ToList();
        return wrong.Count == 0 ? $"{reviews}, nothing overdue" : $"{reviews}, {string.Join(", ", wrong)}";
    }

    private static IEnumerable<LetterFact> Facts(WeekReport week, Titles titles)
    {
        foreach (var (kind, count) in week.Standing.Where(kind => kind.Value > 0).OrderBy(kind => new Gravity(kind.Key, default, default, 0)))
        {
            yield return kind switch
            {
                NoticeKind.Overdue => new("Overdue", week.Explained > 0 ? $"{count}, {week.Explained} of them with a recorded reason and a dated next step" : $"{count}"),
                NoticeKind.CheckFails => new("Not as it should be", $"{count}"),
                NoticeKind.Outstanding => new("Asked for, without a limit", $"{count}"),
                NoticeKind.Reminder => new("Due soon", $"{count}"),
                _ => new("Cannot be told", $"{count}"),
            };
        }

        if (week.Failed > 0)
        {
            yield return new("Could not be assessed", $"{English.Count(week.Failed, "review")}: 'dhr run' says why");
        }

        if (week.GoodPractice > 0)
        {
            yield return new("Good practice outstanding", $"{week.GoodPractice}");
        }

        yield return new("Waits for approval", week.Held == 0 ? "nothing" : $"{English.Count(week.Held, "mail")}, the first since {DateWords.Brief(week.HeldSince!.Value)} ('dhr outbox list --held')");
        if (!week.Vacant.IsEmpty)
        {
            yield return new("Held by nobody", English.List([.. week.Vacant.Select(titles.Who)]));
        }

        if (!week.Ending.IsEmpty)
        {
            yield return new("Contacts that end", English.List([.. week.Ending.Select(end => $"{titles.Who(end.Role)} on {DateWords.Brief(end.Until)}")]));
        }

        yield return new("Rules", $"{week.RulesHash}, since {DateWords.Brief(week.RulesOf)}");
        if (week.ChainEnd is { } end)
        {
            yield return new("Audit trail", string.Create(CultureInfo.InvariantCulture, $"{end.Sequence} entries, the last {end.Hash}"));
        }
    }

    private static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}

using DhrCompliance.Assessments.Explaining;

namespace DhrCompliance.Escalations.Wording;

/// <summary>How many of each kind, in a line: <c>3 overdue, 2 due soon, 4 questions</c>.</summary>
internal static class Counts
{
    public static string Of(IEnumerable<NoticeKind> kinds) => string.Join(", ", kinds
        .GroupBy(kind => kind)
        .OrderBy(kind => new Gravity(kind.Key, default, default, 0))
        .Select(kind => Of(kind.Key, kind.Count())));

    /// <summary>What reviews are called for short, before a subject.</summary>
    public static string Tag(IEnumerable<string> shortNames)
    {
        var names = shortNames.Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(3).ToList();
        return names.Count == 0 ? "[DHR] " : $"[{string.Join('/', names)}] ";
    }

    public static string Of(NoticeKind kind, int count) => kind switch
    {
        NoticeKind.Reminder => $"{count} due soon",
        NoticeKind.Overdue => $"{count} overdue",
        NoticeKind.Outstanding => $"{count} asked for",
        NoticeKind.CheckFails => $"{count} not as it should be",
        NoticeKind.Question => English.Count(count, "question"),
        _ => $"{count} no longer overdue",
    };
}

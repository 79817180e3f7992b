using DhrCompliance.Rulebooks.Texts;

namespace DhrCompliance.Escalations.Wording;

/// <summary>How many of each kind, in a line: <c>3 overdue, 2 due soon, 4 questions</c>.</summary>
internal static class Counts
{
    public static string Of(IEnumerable<NoticeKind> kinds, LetterWords words) => string.Join(", ", kinds
        .GroupBy(kind => kind)
        .OrderBy(kind => new Gravity(kind.Key, default, default, 0))
        .Select(kind => Of(kind.Key, kind.Count(), words)));

    public static string Of(NoticeKind kind, int count, LetterWords words) => words.Count(TextOf(kind), count);

    private static TextId TextOf(NoticeKind kind) => kind switch
    {
        NoticeKind.Reminder => CountTextIds.Reminder,
        NoticeKind.Overdue => CountTextIds.Overdue,
        NoticeKind.Outstanding => CountTextIds.Outstanding,
        NoticeKind.CheckFails => CountTextIds.CheckFails,
        NoticeKind.Question => CountTextIds.Question,
        _ => CountTextIds.NoLongerStands,
    };
}

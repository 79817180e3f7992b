using System.Collections.Immutable;
using DhrCompliance.Escalations;

namespace DhrCompliance.Service.Post;

/// <summary>A notice that a mail carries, and the number that what it tells has in the mail.</summary>
/// <param name="Key">The text of its key.</param>
/// <param name="Number">Counted from 1.</param>
/// <param name="IsOneOfSeveral">Whether the mail tells more than one thing.</param>
public readonly record struct NumberedNotice(string Key, int Number, bool IsOneOfSeveral);

/// <summary>The notices of a mail with their numbers: several tell one thing where whoever reads it holds several roles.</summary>
public static class NumberedNotices
{
    /// <param name="keys">The texts of the keys, in the mail's order.</param>
    public static ImmutableArray<NumberedNotice> Of(ImmutableArray<string> keys)
    {
        var numbers = new Dictionary<(string, string, string, bool), int>();
        var numbered = keys.Select(text =>
        {
            var key = NoticeKey.Parse(text);
            var about = (key.Subject, key.Duty, key.Instance, key.Step == NoticeKey.NoLongerStands);
            if (!numbers.TryGetValue(about, out var number))
            {
                numbers[about] = number = numbers.Count + 1;
            }

            return (text, number);
        }).ToList();
        return [.. numbered.Select(one => new NumberedNotice(one.text, one.number, numbers.Count > 1))];
    }
}

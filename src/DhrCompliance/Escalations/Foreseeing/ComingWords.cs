using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Escalations.Foreseeing;

/// <summary>What comes next of itself, as a sentence.</summary>
public static class ComingWords
{
    private const int Most = 4;

    /// <summary>The day, what becomes what on it, and who is written to about what.</summary>
    /// <param name="coming">What comes; null: nothing does.</param>
    /// <param name="rulebook">Names the roles.</param>
    public static string Of(Coming? coming, Rulebook rulebook)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        if (coming is null)
        {
            return "If nothing is recorded, nothing more comes of itself.";
        }

        var titles = Titles.Of(rulebook.Vocabulary);
        List<string> parts =
        [
            .. coming.Changed.Select(row => $"“{Explanation.Title(row.Rule, row.Instance, row.Item)}” {Becomes(row)}").Distinct(StringComparer.Ordinal),
            .. coming.Letters
                .GroupBy(letter => (Title: TitleOf(letter), letter.Kind, letter.Held))
                .Select(group => $"about “{group.Key.Title}”, {Told([.. group.Select(letter => titles.Who(Role(letter))).Distinct(StringComparer.Ordinal)], group.First())}"),
        ];
        var told = parts.Count <= Most ? parts : [.. parts.Take(Most - 1), $"and {English.Count(parts.Count - Most + 1, "thing")} more"];
        return English.Sentence($"If nothing is recorded: on {DateWords.Day(coming.Day)}, {string.Join("; ", told)}");
    }

    private static string TitleOf(Notice letter) => Explanation.Title(letter.Rule, letter.Key.Instance, letter.Timescale?.Item ?? letter.Check?.Item);

    private static string Role(Notice letter) => letter.Key.Role is "owner" ? letter.Rule.Owner ?? letter.Key.Role : letter.Key.Role;

    private static string Told(IReadOnlyList<string> who, Notice letter) => letter switch
    {
        { Held: true } => $"{English.List(who)} may be written to, once a person approves it",
        { Kind: NoticeKind.Question } => $"{English.List(who)} are asked what is missing",
        _ => $"{English.List(who)} are written to",
    };

    private static string Becomes(ChangedRow row) => row.StateNow switch
    {
        null => "is no longer looked at",
        "cannot-tell" => "can no longer be told",
        "not-applicable" => "no longer applies",
        "outstanding" => "is to be done, without a limit",
        "running" => "begins to run",
        "met" or "met-late" or "holds" or "waived" or "ended" => $"counts as {English.Plain(row.StateNow)}",
        "fails" => "is not as it should be",
        _ => $"becomes {English.Plain(row.StateNow)}",
    };
}

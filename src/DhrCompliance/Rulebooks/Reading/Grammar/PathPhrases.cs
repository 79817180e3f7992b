using System.Globalization;
using System.Text.RegularExpressions;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Rulebooks.Reading.Words;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>The phrases of escalation paths: <c>14 days before</c>, <c>every 28 days</c>, <c>at most 28 days</c>, <c>ask ROLE, ...</c></summary>
internal static partial class PathPhrases
{
    public const string When = "'14 days before', 'on the due date' or '1 day after'";
    public const string After = "'14 days after'";
    public const string Every = "'every 28 days'";
    public const string AtMost = "'at most 28 days'";
    public const string Ask = "'ask ROLE, every 28 days, at most 3 times, then ROLE'";
    public const string Quiet = "weekends-and-holidays";

    private const int MostDays = 3650;

    /// <summary>Days from the due date, those before it below zero.</summary>
    public static int? ReadWhen(Desk desk, ScalarNode text)
    {
        if (text.Value == "on the due date")
        {
            return 0;
        }

        var match = DaysFrom().Match(text.Value);
        return match.Success && Days(match) is { } days ? (match.Groups["side"].Value == "before" ? -days : days) : Refused(desk, text, When);
    }

    /// <summary>Days after another day.</summary>
    public static int? ReadAfter(Desk desk, ScalarNode text) =>
        DaysFrom().Match(text.Value) is { Success: true } match && match.Groups["side"].Value == "after" && Days(match) is { } days ? days : Refused(desk, text, After);

    public static int? ReadEvery(Desk desk, ScalarNode text) =>
        EveryDays().Match(text.Value) is { Success: true } match && Days(match) is { } days ? days : Refused(desk, text, Every);

    public static int? ReadAtMost(Desk desk, ScalarNode text) =>
        AtMostDays().Match(text.Value) is { Success: true } match && Days(match) is { } days ? days : Refused(desk, text, AtMost);

    public static CannotTellAsking? ReadAsk(Desk desk, ScalarNode text)
    {
        var match = Asking().Match(text.Value);
        if (!match.Success || Days(match) is not { } every || Number(match.Groups["times"].Value) is not { } times)
        {
            Refused(desk, text, Ask);
            return null;
        }

        var role = Role(desk, text, match.Groups["role"]);
        var then = match.Groups["then"].Success ? Role(desk, text, match.Groups["then"]) : null;
        return role is null ? null : new CannotTellAsking(role, every, times, then);
    }

    public static void CheckQuiet(Desk desk, ScalarNode text)
    {
        if (text.Value != Quiet)
        {
            Lexicon.ReportUnknown(desk.Mistakes, Codes.UnknownOption, "time of quiet", text, [Quiet]);
        }

        desk.WorkingDays.Add(text.Place);
    }

    private static string? Role(Desk desk, ScalarNode text, Group group) => desk.Lexicon.Resolve(WordKind.Role, text.Part(group.Index, group.Length));

    private static int? Refused(Desk desk, ScalarNode text, string expected)
    {
        desk.Mistakes.Error(text.Place, Codes.Phrase, $"expected {expected}, found {Quote.Of(text.Value)}", hint: string.Create(CultureInfo.InvariantCulture, $"Days from 1 to {MostDays}; '1 day', but '2 days'."));
        return null;
    }

    private static int? Days(Match match) =>
        Number(match.Groups["days"].Value) is { } days && days == 1 == (match.Groups["unit"].Value == "day") ? days : null;

    private static int? Number(string digits) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostDays ? number : null;

    [GeneratedRegex(@"^(?<days>[0-9]+) (?<unit>days?) (?<side>before|after)\z")]
    private static partial Regex DaysFrom();

    [GeneratedRegex(@"^every (?<days>[0-9]+) (?<unit>days?)\z")]
    private static partial Regex EveryDays();

    [GeneratedRegex(@"^at most (?<days>[0-9]+) (?<unit>days?)\z")]
    private static partial Regex AtMostDays();

    [GeneratedRegex(@"^ask (?<role>[^\s,]+), every (?<days>[0-9]+) (?<unit>days?), at most (?<times>[0-9]+) times?(?:, then (?<then>[^\s,]+))?\z")]
    private static partial Regex Asking();
}

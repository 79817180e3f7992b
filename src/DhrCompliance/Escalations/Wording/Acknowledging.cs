using System.Globalization;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Rulebooks.Texts;

namespace DhrCompliance.Escalations.Wording;

/// <summary>How a notice is acknowledged, where its path allows it.</summary>
/// <param name="AtMostDays">The most days for which repeats may be held back.</param>
/// <param name="Repeats">Whether its step repeats.</param>
/// <param name="Words">The texts.</param>
internal sealed record Acknowledging(int AtMostDays, bool Repeats, LetterWords Words)
{
    /// <summary>Null where the path allows none, or nothing is left to acknowledge.</summary>
    public static Acknowledging? Of(Notice notice, LetterWords words) =>
        notice.Kind != NoticeKind.NoLongerStands && notice.Path.AcknowledgeAtMostDays is { } most ? new(most, notice.Step.EveryDays is not null, words) : null;

    /// <summary>What it does, and what is typed.</summary>
    public LetterSection Section(DateOnly asOf, string delivery) =>
        new(Words.Of(CommonTextIds.AcknowledgeHeading), [Effect(CommonTextIds.Acknowledge, CommonTextIds.AcknowledgeOnce), Command(asOf, delivery)]);

    /// <summary>The same among many.</summary>
    public LetterSection Brief(DateOnly asOf, string named) =>
        new(Effect(CommonTextIds.AcknowledgeBrief, CommonTextIds.AcknowledgeBriefOnce), [Command(asOf, named)]);

    /// <summary>What is typed, up to the last day that the path allows.</summary>
    public string Command(DateOnly asOf, string named) =>
        string.Create(CultureInfo.InvariantCulture, $"dhr ack {named} --until {asOf.AddDays(AtMostDays):yyyy-MM-dd} --reason \"...\"");

    private string Effect(TextId repeated, TextId once) => Words.Of(Repeats ? repeated : once, ("days", English.Count(AtMostDays, "day")));
}

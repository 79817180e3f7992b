using System.Globalization;
using DhrCompliance.Assessments.Explaining;

namespace DhrCompliance.Escalations.Wording;

/// <summary>How a notice is acknowledged, where its path allows it.</summary>
/// <param name="AtMostDays">The most days for which repeats may be held back.</param>
/// <param name="Repeats">Whether its step repeats.</param>
internal sealed record Acknowledging(int AtMostDays, bool Repeats)
{
    /// <summary>Null where the path allows none, or nothing is left to acknowledge.</summary>
    public static Acknowledging? Of(Notice notice) =>
        notice.Kind != NoticeKind.NoLongerStands && notice.Path.AcknowledgeAtMostDays is { } most ? new(most, notice.Step.EveryDays is not null) : null;

    /// <summary>What it does, and what is typed.</summary>
    public LetterSection Section(DateOnly asOf, string delivery)
    {
        var effect = Repeats
            ? $"Somebody who deals with this can say so, with a reason: repeats of this step are held back then, for at most {English.Count(AtMostDays, "day")}. The next step is not."
            : "Somebody who deals with this can say so, with a reason. This step is not repeated, and the next one is not held back.";
        return new LetterSection("To acknowledge it", [effect + " Where the register is kept, this is typed:", Command(asOf, delivery)]);
    }

    /// <summary>The same among many.</summary>
    public LetterSection Brief(DateOnly asOf, string named) => new(
        Repeats
            ? $"To acknowledge it, with a reason, so that repeats of this step are held back for at most {English.Count(AtMostDays, "day")}"
            : "To acknowledge it, with a reason (this step is not repeated)",
        [Command(asOf, named)]);

    /// <summary>What is typed, up to the last day that the path allows.</summary>
    public string Command(DateOnly asOf, string named) =>
        string.Create(CultureInfo.InvariantCulture, $"dhr ack {named} --until {asOf.AddDays(AtMostDays):yyyy-MM-dd} --reason \"...\"");
}

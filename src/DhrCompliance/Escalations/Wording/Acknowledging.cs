using System.Globalization;
using DhrCompliance.Assessments.Explaining;

namespace DhrCompliance.Escalations.Wording;

/// <summary>How a notice is acknowledged, where its path allows it.</summary>
internal static class Acknowledging
{
    /// <summary>What it does, and what is typed; null where the path allows none, or nothing is left to acknowledge.</summary>
    public static LetterSection? Of(Notice notice, DateOnly asOf, string? delivery)
    {
        if (delivery is null || notice.Kind == NoticeKind.NoLongerStands || notice.Path.AcknowledgeAtMostDays is not { } most)
        {
            return null;
        }

        var effect = notice.Step.EveryDays is null
            ? "Somebody who deals with this can say so, with a reason. This step is not repeated, and the next one is not held back."
            : $"Somebody who deals with this can say so, with a reason: repeats of this step are held back then, for at most {English.Count(most, "day")}. The next step is not.";
        return new LetterSection("To acknowledge it",
        [
            effect + " Where the register is kept, this is typed:",
            string.Create(CultureInfo.InvariantCulture, $"dhr ack {delivery} --until {asOf.AddDays(most):yyyy-MM-dd} --reason \"...\""),
        ]);
    }
}

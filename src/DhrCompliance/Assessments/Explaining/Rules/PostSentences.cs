using System.Globalization;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Assessments.Explaining.Rules;

/// <summary>What is mailed beside the steps of the paths.</summary>
internal static class PostSentences
{
    /// <summary>A sentence about each of the two, also where there is none.</summary>
    public static IEnumerable<(string About, string Sentence)> Of(Rulebook rulebook)
    {
        var phrases = new Phrases(rulebook);
        yield return ("backlog", rulebook.Post?.Backlog is { } backlog
            ? $"What is late already when it is first assessed is told in one summary, to {phrases.Roles(backlog.To, null)}; its path begins {English.Count(backlog.LaddersBeginDays, "day")} later."
            : "What is late already when it is first assessed is told by its path at once.");
        yield return ("weekly", rulebook.Post?.Weekly is { } weekly
            ? $"On each {CultureInfo.InvariantCulture.DateTimeFormat.GetDayName(weekly.On)}, or the first working day after it, a mail says how things stand, to {phrases.Roles(weekly.To, null)}."
            : "There is no mail of each week.");
    }
}

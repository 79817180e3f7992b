using DhrCompliance.Rulebooks;

namespace DhrCompliance.Assessments.Explaining.Rules;

/// <summary>What a check or a checklist says.</summary>
internal static class CheckSentences
{
    /// <summary>What the points of a checklist are about.</summary>
    public const string Points = "points";

    public static IEnumerable<RulePoint> Of(Check rule, Phrases phrases, ConditionPhrases conditions)
    {
        if (rule.SignedBy is { } signing)
        {
            yield return new("what it asks", $"It is a checklist. It holds from {phrases.Event(signing)} on, and never fails; its points are not answered one by one.");
            yield return new(Points, $"Its points: {string.Join("; ", rule.Points.Select(Point))}.");
        }
        else if (rule.Require is { } required)
        {
            yield return new("what it asks", $"It holds when this is so: {conditions.Of(required)}.");
        }
        else
        {
            var order = string.Join(", and that on or before ", rule.Order.Skip(1).Select(phrases.Event));
            yield return new("what it asks", $"It holds when {rule.Order.Select(phrases.Event).FirstOrDefault()} came on or before {order}; the same day will do.");
        }

        if (rule.At is { } at)
        {
            yield return new("moment", $"It is judged at {phrases.Event(at)}.");
        }
        else if (rule.From is { } from)
        {
            yield return new("moment", $"It must hold on every day from {phrases.Event(from)} on.");
        }
        else if (rule.ForEach is ForEachEvent && rule.Require is not null)
        {
            yield return new("moment", "It is judged on the day of that event.");
        }
    }

    private static string Point(ChecklistPoint point) => point.Obligation is { } number ? $"{point.Text} (duty {number})" : point.Text;
}

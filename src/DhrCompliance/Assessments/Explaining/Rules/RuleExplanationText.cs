namespace DhrCompliance.Assessments.Explaining.Rules;

/// <summary>A rule's explanation as lines of plain text.</summary>
public static class RuleExplanationText
{
    /// <summary>A heading, then each part under its own.</summary>
    public static IEnumerable<string> Lines(RuleExplanation explanation, int width = 100)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        return
        [
            .. Wrapped.Lines($"{explanation.Title} ({explanation.Rule})", width, hanging: 2),
            .. Part("What it says", explanation.Says.Select(point => point.Sentence), width),
            .. Part("Where it stands", explanation.Stands, width),
            .. Part("Where it is from", explanation.Sources, width),
            .. Part("Who is told", explanation.Told, width),
            .. Part(
                "Worked examples, computed by the program",
                explanation.Examples.Select(example => example.Recorded.IsEmpty ? example.Outcome : $"Recorded: {string.Join("; ", example.Recorded)}. {example.Outcome}"),
                width),
        ];
    }

    private static IEnumerable<string> Part(string heading, IEnumerable<string> sentences, int width)
    {
        string[] lines = [.. sentences.SelectMany(sentence => Wrapped.Lines($"- {sentence}", width, indent: 4, hanging: 2))];
        return lines.Length == 0 ? [] : [$"  {heading}", .. lines];
    }
}

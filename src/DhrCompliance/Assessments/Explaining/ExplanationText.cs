namespace DhrCompliance.Assessments.Explaining;

/// <summary>Explanations as lines of plain text.</summary>
public static class ExplanationText
{
    /// <summary>One rule: its heading, indented sentences, what would settle it, its sources.</summary>
    public static IEnumerable<string> Lines(Explanation explanation, int width = 100)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        return [
            .. Wrapped.Lines(explanation.Heading, width, hanging: 2),
            .. explanation.Paragraphs.SelectMany(paragraph => Wrapped.Lines(paragraph, width, indent: 2)),
            .. explanation.Points.SelectMany(point => Wrapped.Lines($"- {point}", width, indent: 4, hanging: 2)),
            .. Wrapped.Lines(explanation.ToSettle ?? string.Empty, width, indent: 2),
            .. Wrapped.Lines(explanation.Next ?? string.Empty, width, indent: 2),
            .. explanation.Sources.SelectMany(source => Wrapped.Lines(source, width, indent: 2, hanging: 2)),
        ];
    }

    /// <summary>A whole case: an empty line between its parts.</summary>
    public static IEnumerable<string> Lines(CaseExplanation explanation, int width = 100)
    {
        ArgumentNullException.ThrowIfNull(explanation);
        foreach (var line in Wrapped.Lines(explanation.Heading, width, hanging: 2)
                     .Concat(explanation.Standing.SelectMany(sentence => Wrapped.Lines(sentence, width, indent: 2))))
        {
            yield return line;
        }

        foreach (var rule in explanation.Rules)
        {
            yield return string.Empty;
            foreach (var line in Lines(rule, width))
            {
                yield return line;
            }
        }

        foreach (var line in Part("Could not be assessed", explanation.Failures, width)
                     .Concat(Part("Questions to answer", explanation.Questions, width))
                     .Concat(Part("Time between milestones", explanation.Milestones, width))
                     .Concat(Part("Rounds, and whose time it was", explanation.Rounds, width))
                     .Concat(Part("What the family was told", explanation.Told, width))
                     .Concat(Part("Done, or as it should be", explanation.Settled, width))
                     .Concat(Part("Not begun, or not applicable", explanation.Quiet, width)))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Part(string heading, IReadOnlyList<string> lines, int width) => lines.Count == 0
        ? []
        : [string.Empty, heading, .. lines.SelectMany(line => Wrapped.Lines($"- {line}", width, indent: 2, hanging: 2))];
}

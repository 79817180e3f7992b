namespace DhrCompliance.Escalations.Wording;

/// <summary>A notice in words.</summary>
/// <param name="Subject">One line, without control characters, at most <see cref="SubjectLength"/> characters.</param>
/// <param name="Text">The whole as plain text, lines ending with a line feed.</param>
/// <param name="Html">The same as a page: no script, no remote content, no link.</param>
public sealed record Mail(string Subject, string Text, string Html)
{
    /// <summary>The most characters a subject has.</summary>
    public const int SubjectLength = 160;
}

namespace DhrCompliance.Service.Intake.Cells;

/// <summary>
/// A cell that was refused for what it is, such as a formula, as a copy of its sheet has it: a text that no import takes, so that a copy that nobody mended says
/// nothing that was refused before.
/// </summary>
internal static class NotTaken
{
    public const string Expected = "what is meant, in place of the whole cell: what stood here was not taken";

    private const string Mark = "(not taken)";

    public static string Write(string cell) => Is(cell) ? cell : $"{Mark} {cell}";

    public static bool Is(string cell) => cell.AsSpan().TrimStart().StartsWith(Mark, StringComparison.OrdinalIgnoreCase);
}

using System.Collections.Immutable;

namespace DhrCompliance.Service.Intake.Sheets;

/// <summary>The sheets of an exported workbook that are made of the tables, for reading: an import passes them over.</summary>
internal static class RegisterViews
{
    public const string ReadMe = "Read me";
    public const string Reviews = "reviews";
    public const string Deadlines = "deadlines";
    public const string Mistakes = "mistakes";

    public static ImmutableArray<string> Names { get; } = [ReadMe, Reviews, Deadlines, Mistakes];
}

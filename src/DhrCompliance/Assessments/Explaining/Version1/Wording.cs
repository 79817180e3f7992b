namespace DhrCompliance.Assessments.Explaining.Version1;

/// <summary>The first wording. Each file has the sentences of one part of an explanation; the first that knows the template speaks.</summary>
internal static class Wording
{
    public static string? Of(in Reason reason, Titles titles) =>
        StartWording.Of(in reason, titles)
        ?? DueWording.Of(in reason, titles)
        ?? ReckoningWording.Of(in reason)
        ?? OutcomeWording.Of(in reason, titles)
        ?? GroundWording.Of(in reason, titles)
        ?? CheckWording.Of(in reason, titles)
        ?? QuestionWording.Of(in reason, titles);
}

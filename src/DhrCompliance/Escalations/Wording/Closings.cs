using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Rulebooks.Texts;

namespace DhrCompliance.Escalations.Wording;

/// <summary>The small print of a mail about several things.</summary>
internal static class Closings
{
    public static ImmutableArray<string> Of(DateOnly asOf, LetterWords words) =>
        [words.Of(CommonTextIds.WrittenBeforeNext, ("today", DateWords.Day(asOf))), words.Of(CommonTextIds.NamesNobodyOfSeveral)];
}

using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining;

/// <summary>Under what a case stands: live or loaded history, which edition, opened again.</summary>
public static class CaseStanding
{
    /// <summary>Each as a sentence of its own.</summary>
    public static IEnumerable<string> Of(CaseFile file, Assessment assessment, Rulebook rulebook)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(assessment);
        ArgumentNullException.ThrowIfNull(rulebook);
        return Told();

        IEnumerable<string> Told()
        {
            yield return (assessment.Live, file.KeptSince) switch
            {
                (true, { } since) => $"Live: the register of it has been kept since {DateWords.Day(since)}.",
                (false, { }) => "Closed: it counts as history.",
                _ => "Loaded history: what is not recorded is no evidence that it did not happen.",
            };

            var editions = assessment.Editions
                .Select(id => rulebook.Packs.FirstOrDefault(pack => string.Equals(pack.Id, id, StringComparison.Ordinal)) is { } pack
                    ? $"{pack.Title} ({id}{(pack.Verified ? string.Empty : ", not verified")})"
                    : id)
                .ToList();
            yield return editions.Count switch
            {
                0 when file.Kind == SubjectKind.Partnership => "Each duty is governed by the edition in force on its own date.",
                0 => "No edition of a series governs it.",
                1 => English.Sentence($"The edition that governs: {editions[0]}"),
                _ => English.Sentence($"The editions that could govern: {English.List(editions, "or")}"),
            };

            var names = ReviewName.Of(assessment, rulebook);
            if (!names.IsEmpty)
            {
                yield return English.Sentence($"Under {(names.Length == 1 ? "it" : "these")} the review is called {English.List([.. names.Select(name => $"a {name}")], "or")}");
            }

            if (assessment.ReopenedOn is { } reopened)
            {
                yield return English.Sentence($"it was opened again {DateWords.When(reopened)}");
            }
        }
    }
}

using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Grammar;

namespace DhrCompliance.Rulebooks.Reading.Checks;

/// <summary>Editions of one series follow each other: each has a beginning, and it is certain which comes first.</summary>
internal static class Editions
{
    public static void Check(IReadOnlyList<PackEntry> packs, DiagnosticList mistakes)
    {
        foreach (var series in packs.Where(entry => entry.Pack is { Series: not null, Status: not PackStatus.Withdrawn }).GroupBy(entry => entry.Pack.Series))
        {
            ImmutableArray<PackEntry> editions = [.. series];
            foreach (var (i, edition) in editions.Index())
            {
                if (!edition.SaysFrom && edition.Pack.Status == PackStatus.InForce)
                {
                    mistakes.Error(
                        edition.Place,
                        Codes.EditionWithoutFrom,
                        $"the edition '{edition.Pack.Id}' does not say from when it governs",
                        hint: "Give it 'governs:' with 'by:' and 'from:'; a date known in part will do: 2016-12.");
                }

                if (editions.Take(i).FirstOrDefault(earlier => Overlap(earlier.Pack, edition.Pack)) is { } other)
                {
                    mistakes.Error(
                        edition.Place,
                        Codes.EditionsOverlap,
                        $"the editions '{other.Pack.Id}' and '{edition.Pack.Id}' may begin on the same day, so that neither is the later one",
                        hint: "Give each a 'from:' of its own.");
                }
            }
        }
    }

    private static bool Overlap(Pack one, Pack other) =>
        one.Status == other.Status
        && one.Governs?.From is { } first && other.Governs?.From is { } second && first.Intersect(second) is not null
        && (one.Governs.Jurisdiction.IsEmpty || other.Governs.Jurisdiction.IsEmpty || one.Governs.Jurisdiction.Intersect(other.Governs.Jurisdiction).Any());
}

using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Cases;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Movements;

/// <summary>What differs between two case files of one case, thing by thing.</summary>
public static class RecordChanges
{
    /// <summary>The changes: what the case itself says, its items, its events, those of its partnership, and under what it stands.</summary>
    /// <param name="before">What the register said.</param>
    /// <param name="now">What it says.</param>
    /// <param name="vocabulary">What its words are called.</param>
    public static ImmutableArray<RecordChange> Between(CaseFile before, CaseFile now, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var titles = Titles.Of(vocabulary);
        return
        [
            .. Standing(before, now),
            .. FactChanges.Of(before, now, titles),
            .. ItemChanges.Of(before, now, titles),
            .. EventChanges.Of(before.Events, now.Events, titles, static (file, events) => file with { Events = events }),
            .. EventChanges.Of(
                before.OfPartnership?.Events ?? [], now.OfPartnership?.Events ?? [], titles,
                static (file, events) => file with { OfPartnership = file.OfPartnership is { } partnership ? partnership with { Events = events } : null }),
        ];
    }

    private static IEnumerable<RecordChange> Standing(CaseFile before, CaseFile now)
    {
        if (before.KeptSince != now.KeptSince)
        {
            yield return new RecordChange("kept-since", now.KeptSince is { } since
                ? $"The register of it counts as kept since {DateWords.Day(since)}."
                : "The register of it no longer counts as kept.")
            {
                Undo = file => file with { KeptSince = before.KeptSince },
            };
        }

        if (before.Partnership != now.Partnership || before.Jurisdiction != now.Jurisdiction)
        {
            yield return new RecordChange("partnership", $"It belongs to {now.Partnership} ({now.Jurisdiction}), and belonged to {before.Partnership} ({before.Jurisdiction}).")
            {
                Undo = file => file with { Partnership = before.Partnership, Jurisdiction = before.Jurisdiction, OfPartnership = before.OfPartnership },
            };
        }

        if (!before.Adopted.SequenceEqual(now.Adopted))
        {
            yield return new RecordChange("protocols", $"The local protocols adopted are {Adopted(now)}; they were {Adopted(before)}.")
            {
                Undo = file => file with { Adopted = before.Adopted },
            };
        }

        if (!before.OtherPartnerships.SequenceEqual(now.OtherPartnerships))
        {
            yield return new RecordChange("case-partnerships", "Other partnerships have a part in it than had.")
            {
                Undo = file => file with { OtherPartnerships = before.OtherPartnerships },
            };
        }
    }

    private static string Adopted(CaseFile file) => file.Adopted.IsEmpty
        ? "none"
        : English.List([.. file.Adopted.Select(one =>
            one.Pack
            + (one.From == DateOnly.MinValue ? string.Empty : $" from {DateWords.Day(one.From)}")
            + (one.Until is { } until ? $" until {DateWords.Day(until)}" : string.Empty))]);
}

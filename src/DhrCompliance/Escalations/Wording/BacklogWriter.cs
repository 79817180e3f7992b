using System.Globalization;
using DhrCompliance.Assessments.Explaining;

namespace DhrCompliance.Escalations.Wording;

/// <summary>What was so already when it was first looked at, as far as a summary tells it.</summary>
/// <param name="Reference">The case, or the partnership.</param>
/// <param name="Title">What the duty may be called in a mail.</param>
/// <param name="Headline">How it stands, in one line.</param>
/// <param name="Gravity">How serious it is.</param>
/// <param name="ShortName">What a review is called for short by its edition.</param>
public sealed record BacklogLine(string Reference, string Title, string Headline, Gravity Gravity, string ShortName);

/// <summary>Puts into one mail what was late or missing already when a partnership's cases were first looked at.</summary>
public static class BacklogWriter
{
    private const int Gravest = 20;
    private const int Duties = 60;
    private const int NameLength = 60;

    private static readonly (int UpTo, string Words)[] Ages =
        [(31, "up to a month"), (183, "up to six months"), (365, "up to a year"), (1096, "up to three years"), (int.MaxValue, "longer")];

    /// <param name="asOf">The day.</param>
    /// <param name="partnership">What the partnership is called.</param>
    /// <param name="partnershipId">Its id.</param>
    /// <param name="lines">What was so already; at least one.</param>
    /// <param name="laddersBegin">How many days later the paths begin.</param>
    public static Mail Write(DateOnly asOf, string partnership, string partnershipId, IReadOnlyCollection<BacklogLine> lines, int laddersBegin)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var counts = Counts.Of(lines.Select(line => line.Gravity.Kind));
        var tag = Counts.Tag(lines.Select(line => line.ShortName));
        return new Document(
            $"{tag}Backlog of {OneLine.Of(partnership, NameLength)}: {counts}",
            $"Backlog: {counts}",
            [.. Blocks(asOf, partnership, partnershipId, lines, laddersBegin)],
            Closings.Of(asOf)).ToMail();
    }

    private static IEnumerable<Block> Blocks(DateOnly asOf, string partnership, string id, IReadOnlyCollection<BacklogLine> lines, int laddersBegin)
    {
        var cases = lines.Select(line => line.Reference).Distinct(StringComparer.Ordinal).Count();
        yield return new Paragraph(string.Create(CultureInfo.InvariantCulture,
            $"{OneLine.Of(partnership, NameLength)}: {English.Count(cases, "review")} looked at for the first time, or under rules that are new. What was late already, not as it should be or not recorded is told here, once."));
        yield return new Paragraph(
            $"Nobody else is told of it yet: each path begins {English.Count(laddersBegin, "day")} after it was first looked at. What is done, recorded or explained until then goes no further.");
        yield return new Part("The gravest");
        var inOrder = lines.OrderBy(line => line.Gravity).ThenBy(line => line.Reference, StringComparer.Ordinal).ThenBy(line => line.Title, StringComparer.Ordinal).ToList();
        yield return new Bullets([.. inOrder.Take(Gravest).Select(line => $"{OneLine.Of(line.Reference, NameLength)}: {line.Headline}")]);
        foreach (var kind in inOrder.GroupBy(line => line.Gravity.Kind))
        {
            yield return new Part(Counts.Of(kind.Key, kind.Count()));
            if (kind.Key is NoticeKind.Overdue or NoticeKind.Outstanding or NoticeKind.CheckFails)
            {
                yield return new FactTable([.. Ages
                    .Select((age, i) => (age.Words, Count: kind.Count(line => line.Gravity.Days <= age.UpTo && (i == 0 || line.Gravity.Days > Ages[i - 1].UpTo))))
                    .Where(age => age.Count > 0)
                    .Select(age => new LetterFact(English.Capital(age.Words), $"{age.Count}"))]);
            }

            var duties = kind.GroupBy(line => line.Title, StringComparer.Ordinal).OrderByDescending(duty => duty.Count()).ThenBy(duty => duty.Key, StringComparer.Ordinal).ToList();
            yield return new Bullets([.. duties.Take(Duties).Select(duty => $"{duty.Key}: {duty.Count()}")]);
            if (duties.Count > Duties)
            {
                yield return new Paragraph($"And {English.Count(duties.Skip(Duties).Sum(duty => duty.Count()), "more thing")} of other sorts.");
            }
        }

        yield return new Part("To see all of it");
        yield return new Paragraph("Where the register is kept, this lists each of them; 'dhr explain' tells how one came about, and 'dhr questions' which answers settle most:");
        yield return new Paragraph(string.Create(CultureInfo.InvariantCulture, $"dhr audit --partnership {OneLine.Of(id, NameLength)} --as-of {asOf:yyyy-MM-dd} --format list"));
    }
}

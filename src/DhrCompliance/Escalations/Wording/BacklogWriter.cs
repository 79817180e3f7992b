using System.Globalization;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Rulebooks.Texts;

namespace DhrCompliance.Escalations.Wording;

/// <summary>What was so already when it was first looked at, as far as a summary tells it.</summary>
/// <param name="Reference">The case, or the partnership.</param>
/// <param name="Title">What the duty may be called in a mail.</param>
/// <param name="Headline">How it stands, in one line.</param>
/// <param name="Gravity">How serious it is.</param>
/// <param name="Names">What a review is called by its edition.</param>
public sealed record BacklogLine(string Reference, string Title, string Headline, Gravity Gravity, ReviewName Names);

/// <summary>Puts into one mail what was late or missing already when a partnership's cases were first looked at.</summary>
public static class BacklogWriter
{
    private const int Gravest = 20;
    private const int Duties = 60;
    private const int NameLength = 60;

    /// <summary>In days, the last included.</summary>
    private static readonly (int UpTo, TextId Text)[] Ages =
        [(31, BacklogTextIds.AMonth), (183, BacklogTextIds.SixMonths), (365, BacklogTextIds.AYear), (1096, BacklogTextIds.ThreeYears), (int.MaxValue, BacklogTextIds.Longer)];

    /// <param name="asOf">The day.</param>
    /// <param name="partnership">What the partnership is called.</param>
    /// <param name="partnershipId">Its id.</param>
    /// <param name="lines">What was so already; at least one.</param>
    /// <param name="laddersBegin">How many days later the paths begin.</param>
    /// <param name="texts">The texts.</param>
    public static Mail Write(DateOnly asOf, string partnership, string partnershipId, IReadOnlyCollection<BacklogLine> lines, int laddersBegin, NoticeTexts texts)
    {
        ArgumentNullException.ThrowIfNull(lines);
        ArgumentNullException.ThrowIfNull(texts);
        var words = LetterWords.Several(texts, lines.Select(line => line.Names));
        var (named, counts) = (("partnership", OneLine.Of(partnership, NameLength)), ("counts", Counts.Of(lines.Select(line => line.Gravity.Kind), words)));
        return new Document(
            words.Subject(BacklogTextIds.Subject, named, counts),
            words.Of(BacklogTextIds.Headline, named, counts),
            [.. Blocks(asOf, named, partnershipId, lines, laddersBegin, words)],
            Closings.Of(asOf, words)).ToMail();
    }

    private static IEnumerable<Block> Blocks(
        DateOnly asOf, (string, string) partnership, string id, IReadOnlyCollection<BacklogLine> lines, int laddersBegin, LetterWords words)
    {
        var cases = lines.Select(line => line.Reference).Distinct(StringComparer.Ordinal).Count();
        yield return new Paragraph(words.Of(BacklogTextIds.Lead, partnership, ("reviews", words.Count(CountTextIds.Reviews, cases))));
        yield return new Paragraph(words.Of(BacklogTextIds.PathsBegin, ("days", English.Count(laddersBegin, "day"))));
        yield return new Part(words.Of(BacklogTextIds.GravestHeading));
        var inOrder = lines.OrderBy(line => line.Gravity).ThenBy(line => line.Reference, StringComparer.Ordinal).ThenBy(line => line.Title, StringComparer.Ordinal).ToList();
        yield return new Bullets([.. inOrder.Take(Gravest).Select(line => $"{OneLine.Of(line.Reference, NameLength)}: {line.Headline}")]);
        foreach (var kind in inOrder.GroupBy(line => line.Gravity.Kind))
        {
            yield return new Part(Counts.Of(kind.Key, kind.Count(), words));
            if (kind.Key is NoticeKind.Overdue or NoticeKind.Outstanding or NoticeKind.CheckFails)
            {
                yield return new FactTable([.. Ages
                    .Select((age, i) => (age.Text, Count: kind.Count(line => line.Gravity.Days <= age.UpTo && (i == 0 || line.Gravity.Days > Ages[i - 1].UpTo))))
                    .Where(age => age.Count > 0)
                    .Select(age => new LetterFact(words.Of(age.Text), age.Count.ToString(CultureInfo.InvariantCulture)))]);
            }

            var duties = kind.GroupBy(line => line.Title, StringComparer.Ordinal).OrderByDescending(duty => duty.Count()).ThenBy(duty => duty.Key, StringComparer.Ordinal).ToList();
            yield return new Bullets([.. duties.Take(Duties).Select(duty => $"{duty.Key}: {duty.Count()}")]);
            if (duties.Count > Duties)
            {
                yield return new Paragraph(words.Count(BacklogTextIds.More, duties.Skip(Duties).Sum(duty => duty.Count())));
            }
        }

        yield return new Part(words.Of(BacklogTextIds.SeeHeading));
        yield return new Paragraph(words.Of(BacklogTextIds.See));
        yield return new Paragraph(string.Create(CultureInfo.InvariantCulture, $"dhr audit --partnership {OneLine.Of(id, NameLength)} --as-of {asOf:yyyy-MM-dd} --format list"));
    }
}

using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Rulebooks.Texts;

namespace DhrCompliance.Escalations.Wording;

/// <summary>Puts everything that one person is told on a day into one mail.</summary>
public static class DigestWriter
{
    /// <summary>So many are told with all that there is to say; the others in a line each.</summary>
    public const int InFull = 30;

    /// <summary>So many are named; the others are counted.</summary>
    public const int Named = 300;

    /// <summary>So many are seen at once; of more, a list at the top has a line each.</summary>
    private const int FewEnough = 3;

    private const int ReferenceLength = 120;

    /// <summary>The order in which new things are told: partnerships and cases as their gravest has it, and within a case the gravest first.</summary>
    public static ImmutableArray<DigestEntry> InOrder(IEnumerable<DigestEntry> entries) =>
    [
        .. entries
            .GroupBy(entry => entry.Partnership, StringComparer.Ordinal)
            .Select(partnership => partnership
                .GroupBy(entry => entry.Entry.Reference, StringComparer.Ordinal)
                .Select(one => one.Order(Gravest).ToList())
                .OrderBy(one => one[0], Gravest)
                .SelectMany(one => one)
                .ToList())
            .OrderBy(partnership => partnership[0], Gravest)
            .SelectMany(partnership => partnership),
    ];

    /// <summary>The gravest first; of those equally grave always the same.</summary>
    public static IComparer<DigestEntry> Gravest { get; } = Comparer<DigestEntry>.Create(static (one, other) =>
    {
        var order = one.Entry.Gravity.CompareTo(other.Entry.Gravity);
        order = order == 0 ? string.CompareOrdinal(one.Partnership, other.Partnership) : order;
        order = order == 0 ? string.CompareOrdinal(one.Entry.Reference, other.Entry.Reference) : order;
        order = order == 0 ? string.CompareOrdinal(one.Entry.Duty, other.Entry.Duty) : order;
        return order == 0 ? string.CompareOrdinal(one.Entry.Instance, other.Entry.Instance) : order;
    });

    /// <summary>The mail.</summary>
    public static Mail Write(DigestParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var words = LetterWords.Several(parts.Rulebook.Texts, parts.New.Select(entry => entry.Entry.Words.Names));
        var counts = ("counts", Counts.Of(parts.New.Select(entry => entry.Entry.Gravity.Kind), words));
        return new Document(
            words.Subject(DigestTextIds.Subject, counts),
            English.Capital(words.Of(DigestTextIds.Headline, counts)),
            [.. Blocks(parts, words)],
            Closings.Of(parts.AsOf, words)).ToMail();
    }

    private static IEnumerable<Block> Blocks(DigestParts parts, LetterWords words)
    {
        var lead = words.Of(DigestTextIds.Lead, ("today", DateWords.Day(parts.AsOf)));
        yield return new Paragraph(parts.New.Any(entry => entry.IsAgain)
            ? $"{lead} {words.Of(DigestTextIds.LeadAgain, ("mark", words.Of(DigestTextIds.MarkAgain)))}" : lead);
        if (parts.New.Length > FewEnough)
        {
            yield return new Part(words.Of(DigestTextIds.GlanceHeading));
            yield return new Numbers([.. parts.New.Take(InFull).Select(entry => $"{OneLine.Of(entry.Entry.Reference, ReferenceLength)}: {entry.Entry.Letter.Headline}")]);
        }

        var number = 0;
        DigestEntry? before = null;
        foreach (var entry in parts.New.Take(Named))
        {
            if (before?.Partnership != entry.Partnership)
            {
                yield return new Part(OneLine.Of(entry.Partnership, ReferenceLength));
            }

            if (before?.Partnership != entry.Partnership || before.Entry.Reference != entry.Entry.Reference)
            {
                yield return new Subpart(OneLine.Of(entry.Entry.Reference, ReferenceLength));
            }

            before = entry;
            yield return ItemOf(entry, ++number, parts.Delivery, words);
        }

        if (parts.New.Length > Named)
        {
            yield return new Part(words.Of(DigestTextIds.MoreHeading));
            yield return new Paragraph(English.Capital(words.Count(DigestTextIds.More, parts.New.Length - Named, ("delivery", parts.Delivery))));
            yield return new Bullets([.. parts.New.Skip(Named).GroupBy(entry => entry.Entry.Title, StringComparer.Ordinal)
                .OrderByDescending(duty => duty.Count()).ThenBy(duty => duty.Key, StringComparer.Ordinal)
                .Select(duty => $"{duty.Key}: {duty.Count()}")]);
        }

        foreach (var block in Standing(parts, words).Concat(parts.Weeks.IsEmpty ? [] : WeekWriter.Blocks(parts.AsOf, parts.Weeks, parts.Rulebook.Vocabulary, words)))
        {
            yield return block;
        }
    }

    private static Item ItemOf(DigestEntry told, int number, string delivery, LetterWords words)
    {
        var entry = told.Entry;
        var letter = entry.Letter;
        var sections = entry.IsBrief || entry.Acknowledging is not { } acknowledging ? letter.Body
            : letter.Body.Add(acknowledging.Brief(entry.AsOf, string.Create(CultureInfo.InvariantCulture, $"{delivery}/{number}")));
        return new Item(
            number,
            words.Of(told.IsAgain ? DigestTextIds.MarkAgain : DigestTextIds.MarkNew),
            entry.Gravity.Kind,
            letter.Headline,
            letter.Lead,
            [.. letter.Facts.Where(fact => !fact.IsInHeadings)],
            sections);
    }

    private static IEnumerable<Block> Standing(DigestParts parts, LetterWords words)
    {
        if (parts.Standing.IsEmpty)
        {
            yield break;
        }

        yield return new Part(words.Of(DigestTextIds.StandingHeading));
        yield return new Bullets(
        [
            .. parts.Standing.Select(one => words.Of(
                DigestTextIds.StandingLine, ("reference", OneLine.Of(one.Reference, ReferenceLength)), ("headline", one.Line), ("day", DateWords.Brief(one.ToldOn)))),
        ]);
        if (parts.StandingBeyond > 0)
        {
            yield return new Paragraph(words.Count(DigestTextIds.StandingMore, parts.StandingBeyond));
        }
    }
}

using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Assessments.Explaining;

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
        var counts = Counts.Of(parts.New.Select(entry => entry.Entry.Gravity.Kind));
        return new Document(
            Counts.Tag(parts.New.Select(entry => entry.Entry.ShortName)) + counts, English.Capital(counts), [.. Blocks(parts)], Closings.Of(parts.AsOf)).ToMail();
    }

    private static IEnumerable<Block> Blocks(DigestParts parts)
    {
        yield return new Paragraph($"This is for you on {DateWords.Day(parts.AsOf)}, the most serious first.{(parts.New.Any(entry => entry.IsAgain) ? " What is marked AGAIN you were told of before; its next step has come, and it is still so." : string.Empty)}");
        if (parts.New.Length > FewEnough)
        {
            yield return new Part("At a glance");
            yield return new Bullets([.. parts.New.Take(InFull).Select((entry, i) =>
                string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {OneLine.Of(entry.Entry.Reference, ReferenceLength)}: {entry.Entry.Letter.Headline}"))]);
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
            yield return ItemOf(entry, ++number, parts.Delivery);
        }

        if (parts.New.Length > Named)
        {
            yield return new Part("And more that is new");
            yield return new Paragraph($"{English.Capital(English.Count(parts.New.Length - Named, "more thing"))} would make this mail too long. 'dhr outbox show {parts.Delivery}' lists each of them; by duty:");
            yield return new Bullets([.. parts.New.Skip(Named).GroupBy(entry => entry.Entry.Title, StringComparer.Ordinal)
                .OrderByDescending(duty => duty.Count()).ThenBy(duty => duty.Key, StringComparer.Ordinal)
                .Select(duty => $"{duty.Key}: {duty.Count()}")]);
        }

        foreach (var block in Standing(parts).Concat(parts.Weeks.IsEmpty ? [] : WeekWriter.Blocks(parts.AsOf, parts.Weeks, parts.Vocabulary!)))
        {
            yield return block;
        }
    }

    private static Item ItemOf(DigestEntry told, int number, string delivery)
    {
        var entry = told.Entry;
        var letter = entry.Letter;
        var sections = entry.IsBrief || entry.Acknowledging is not { } acknowledging ? letter.Body
            : letter.Body.Add(acknowledging.Brief(entry.AsOf, string.Create(CultureInfo.InvariantCulture, $"{delivery}/{number}")));
        return new Item(
            number,
            told.IsAgain ? "AGAIN" : "NEW",
            entry.Gravity.Kind,
            letter.Headline,
            letter.Lead,
            [.. letter.Facts.Where(fact => fact.Label is not (LetterFacts.Reference or LetterFacts.What))],
            sections);
    }

    private static IEnumerable<Block> Standing(DigestParts parts)
    {
        if (parts.Standing.IsEmpty)
        {
            yield break;
        }

        yield return new Part("Told before, and still so");
        yield return new Bullets([.. parts.Standing.Select(one => $"{OneLine.Of(one.Reference, ReferenceLength)}: {one.Line}. In the mail of {DateWords.Brief(one.ToldOn)}.")]);
        if (parts.StandingBeyond > 0)
        {
            yield return new Paragraph($"And {parts.StandingBeyond} more that you were told of before. Where the register is kept, 'dhr audit' lists all that stands.");
        }
    }
}

using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Assessments.Explaining.Glossaries;

namespace DhrCompliance.Service.Reports.Handbooks;

/// <summary>A numbered part of the book. On paper the number is what a link is on a screen.</summary>
/// <param name="Number"><c>4.2.1</c>.</param>
/// <param name="Id">Its anchor.</param>
/// <param name="Title">Its heading.</param>
public sealed record HandbookPart(string Number, string Id, string Title);

/// <summary>The parts of a book in their order, with their numbers and anchors.</summary>
public sealed class HandbookParts
{
    private readonly ImmutableDictionary<string, HandbookPart> _parts;

    /// <summary>Numbers the parts of a book.</summary>
    public HandbookParts(HandbookReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var book = report.Book;
        (string Id, string Title, bool IsThere, IEnumerable<(string, string)> Within)[] all =
        [
            ("changes", "What changed", report.Changes is not null, []),
            ("roles", "Who has to do what, by when", !book.Roles.IsEmpty, book.Roles.Select(role => (OfRole(role.Word), role.Title))),
            ("whom", "Which rules govern whom", true, []),
            ("rules", "The rules", true, book.Packs.Select(pack => (OfPack(pack.Id), pack.Title))),
            ("paths", "Who is told when", !book.Paths.IsEmpty, book.Paths.Select(path => (OfPath(path.Id), path.Title))),
            ("conditions", "Conditions with a name", book.Glossary.Any(entry => entry.Sort == WordSort.Condition), []),
            ("days", "Working days and bank holidays", true, []),
            ("words", "What the words mean", true, []),
            ("basis", "What this handbook rests on", true, []),
        ];
        Chapters = [.. all.Where(part => part.IsThere).Select((part, index) => new HandbookPart(Text(index + 1), part.Id, part.Title))];
        var within = Chapters.SelectMany(chapter => all.First(part => part.Id == chapter.Id).Within
            .Select((part, index) => new HandbookPart($"{chapter.Number}.{Text(index + 1)}", part.Item1, part.Item2))).ToList();
        var rules = book.Packs.SelectMany(pack => pack.Rules.Select((rule, index) =>
            new HandbookPart($"{within.First(part => part.Id == OfPack(pack.Id)).Number}.{Text(index + 1)}", OfRule(rule.Rule.FullName), rule.Rule.Title)));
        _parts = Chapters.Concat(within).Concat(rules).ToImmutableDictionary(part => part.Id, StringComparer.Ordinal);
    }

    /// <summary>The chapters.</summary>
    public ImmutableArray<HandbookPart> Chapters { get; }

    /// <summary>The part with an anchor; null: the book has none.</summary>
    public HandbookPart? this[string id] => _parts.GetValueOrDefault(id);

    // A point stands in no id and no word, so that no two anchors are alike.

    /// <summary>A rule's anchor, by <c>pack/id</c>.</summary>
    public static string OfRule(string fullName) => $"rule.{fullName.Replace('/', '.')}";

    /// <summary>A pack's anchor.</summary>
    public static string OfPack(string id) => $"pack.{id}";

    /// <summary>A path's anchor.</summary>
    public static string OfPath(string id) => $"path.{id}";

    /// <summary>A role's anchor.</summary>
    public static string OfRole(string word) => $"role.{word}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

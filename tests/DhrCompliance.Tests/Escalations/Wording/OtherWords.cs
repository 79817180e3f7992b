using DhrCompliance.Rulebooks;
using DhrCompliance.Rulebooks.Texts;

namespace DhrCompliance.Tests.Escalations.Wording;

/// <summary>Rules whose mails say something else.</summary>
internal static class OtherWords
{
    /// <summary>With one text otherwise.</summary>
    public static Rulebook With(this Rulebook rules, TextId id, string text, string? one = null) =>
        rules.Each((each, shipped) => each != id ? shipped : one is null ? Parse(text) : Parse(text).WithOne(Parse(one)));

    /// <summary>With every text otherwise: the sign, and the fields that it has to have.</summary>
    public static Rulebook WithNothingBut(this Rulebook rules, string sign) => rules.Each((id, _) => Parse($"{sign} {string.Join(' ', id.Needs.Select(field => $"{{{field}}}"))}"));

    /// <summary>What the texts around the things that are told say between their fields, as far as it is more than a word.</summary>
    public static IEnumerable<string> Phrases(this NoticeTexts texts) => NoticeTexts.All
        .SelectMany(id => texts.Written(id).Split(['{', '}', '/']).Where((_, i) => i % 2 == 0))
        .Select(phrase => phrase.Trim(' ', '.', ',', ':', '(', ')')).Where(phrase => phrase.Contains(' ', StringComparison.Ordinal) && phrase.Length > 10);

    /// <summary>With the names of a pack otherwise.</summary>
    public static Rulebook Named(this Rulebook rules, string pack, string review, string brief) => rules with
    {
        Packs = [.. rules.Packs.Select(one => one.Id == pack ? one with { Names = one.Names.SetItem("review", review).SetItem("short", brief) } : one)],
    };

    private static Rulebook Each(this Rulebook rules, Func<TextId, Template, Template> text) =>
        rules with { Texts = new NoticeTexts(NoticeTexts.All.Select(id => KeyValuePair.Create(id, text(id, rules.Texts.Template(id))))) };

    private static Template Parse(string text) => Template.Parse(text, out _)!;
}

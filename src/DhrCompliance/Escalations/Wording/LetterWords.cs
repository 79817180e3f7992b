using System.Globalization;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Rulebooks.Texts;

namespace DhrCompliance.Escalations.Wording;

/// <summary>The texts of a rulebook in the names of one edition, or of several.</summary>
internal sealed class LetterWords
{
    private const int MostNames = 3;
    private const int LongestName = 80 * MostNames;
    private const int LongestAbbreviation = 20 * MostNames;

    private readonly NoticeTexts _texts;
    private readonly (string Field, string Value)[] _names;

    /// <param name="texts">The texts.</param>
    /// <param name="names">What a review is called.</param>
    public LetterWords(NoticeTexts texts, ReviewName names)
    {
        _texts = texts;
        Names = names;
        _names =
        [
            ("review", names.Review is { Length: > 0 } review ? OneLine.Of(review, LongestName) : texts.Of(CommonTextIds.Review)),
            ("short", names.Abbreviation is { Length: > 0 } brief ? OneLine.Of(brief, LongestAbbreviation) : texts.Of(CommonTextIds.ReviewForShort)),
        ];
    }

    /// <summary>What a review is called.</summary>
    public ReviewName Names { get; }

    /// <summary>The texts of a mail that is about several reviews, which editions may call by different names.</summary>
    public static LetterWords Several(NoticeTexts texts, IEnumerable<ReviewName> names)
    {
        var all = names.Distinct().ToList();
        return new LetterWords(texts, new ReviewName(
            English.List(Distinct(all.Select(name => name.Review)), "or"), string.Join('/', Distinct(all.Select(name => name.Abbreviation)))));
    }

    /// <summary>A text with its fields filled in.</summary>
    public string Of(TextId id, params ReadOnlySpan<(string Field, string Value)> values) => _texts.Of(id, values, _names);

    /// <summary>A text with its number and its other fields filled in.</summary>
    public string Count(TextId id, int count, params ReadOnlySpan<(string Field, string Value)> values) => Count(id, (long)count, values);

    /// <summary>The same.</summary>
    public string Count(TextId id, long count, params ReadOnlySpan<(string Field, string Value)> values) =>
        _texts.Of(id, count is 1 ? 1 : 2, [.. values, (TextId.Count, count.ToString(CultureInfo.InvariantCulture))], _names);

    /// <summary>A text as the subject of a mail: one line that is not too long.</summary>
    public string Subject(TextId id, params ReadOnlySpan<(string Field, string Value)> values) => OneLine.Of(Of(id, values), Mail.SubjectLength);

    private static List<string> Distinct(IEnumerable<string?> names) =>
        [.. names.OfType<string>().Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(MostNames)];
}

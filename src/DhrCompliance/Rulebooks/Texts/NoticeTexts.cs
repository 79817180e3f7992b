using System.Collections.Frozen;
using System.Collections.Immutable;

namespace DhrCompliance.Rulebooks.Texts;

/// <summary>What mails say: every text there is, from the rule files. Immutable; made only whole.</summary>
public sealed class NoticeTexts
{
    private readonly FrozenDictionary<TextId, Template> _templates;

    /// <summary>Throws <see cref="ArgumentException"/> where a text is missing.</summary>
    public NoticeTexts(IEnumerable<KeyValuePair<TextId, Template>> templates)
    {
        _templates = templates.ToFrozenDictionary();
        if (All.FirstOrDefault(id => !_templates.ContainsKey(id)) is { } missing)
        {
            throw new ArgumentException($"There is no text '{missing.Key}' of '{missing.Notice}'.", nameof(templates));
        }
    }

    /// <summary>The texts there have to be.</summary>
    public static ImmutableArray<TextId> All { get; } =
        [.. NoticeTextIds.All, .. DigestTextIds.All, .. BacklogTextIds.All, .. WeekTextIds.All, .. FactTextIds.All, .. CountTextIds.All, .. CommonTextIds.All];

    /// <summary>A text as it was written; where it is said otherwise of one, that comes first.</summary>
    public string Written(TextId id) => _templates[id] is { One: { } one } many ? $"{one.Text} / {many.Text}" : _templates[id].Text;

    /// <summary>A text as it was read.</summary>
    internal Template Template(TextId id) => _templates[id];

    /// <summary>The texts that another set has otherwise.</summary>
    public IEnumerable<TextId> DifferingFrom(NoticeTexts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return All.Where(id => Written(id) != other.Written(id));
    }

    /// <summary>A text with its fields filled in.</summary>
    public string Of(TextId id, params ReadOnlySpan<(string Field, string Value)> values) => _templates[id].Fill(values);

    /// <summary>A text with its fields filled in, <paramref name="names"/> being what every text may have.</summary>
    internal string Of(TextId id, ReadOnlySpan<(string Field, string Value)> values, ReadOnlySpan<(string Field, string Value)> names) => _templates[id].Fill(values, names);

    /// <summary>The same, as it is said of one or of many.</summary>
    internal string Of(TextId id, int count, ReadOnlySpan<(string Field, string Value)> values, ReadOnlySpan<(string Field, string Value)> names)
    {
        var template = _templates[id];
        return (count == 1 && template.One is { } one ? one : template).Fill(values, names);
    }
}

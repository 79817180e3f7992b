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
    public static ImmutableArray<TextId> All { get; } = [.. NoticeTextIds.All, .. CommonTextIds.All];

    /// <summary>A text as it was written.</summary>
    public string Written(TextId id) => _templates[id].Text;

    /// <summary>The texts that another set has otherwise.</summary>
    public IEnumerable<TextId> DifferingFrom(NoticeTexts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return All.Where(id => Written(id) != other.Written(id));
    }

    /// <summary>A text with its fields filled in.</summary>
    public string Of(TextId id, params ReadOnlySpan<(string Field, string Value)> values) => _templates[id].Fill(values);
}

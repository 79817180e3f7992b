using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Rulebooks.Texts;

namespace DhrCompliance.Tests.Rulebooks.Reading;

/// <summary>Files of texts, one for each kind, written from the texts that come with the program: with one of them written otherwise, or left out.</summary>
internal static class NoticeFiles
{
    /// <summary>All kinds.</summary>
    /// <param name="other">How a text is written, as YAML after its key; null: it is left out.</param>
    /// <param name="changed">The text that is written otherwise.</param>
    public static IEnumerable<RuleFile> With(TextId? changed, string? other) =>
        from kind in NoticeTexts.All.GroupBy(id => id.Notice, StringComparer.Ordinal)
        let lines = kind.Select(id => id == changed ? other is null ? null : $"    {id.Key}: {other}" : $"    {id.Key}: {Yaml(id)}").OfType<string>()
        select FilesOf.Text(PathOf(kind.Key), $"notices:\n  {kind.Key}:\n{string.Join('\n', lines)}\n");

    public static string PathOf(string kind) => $"rules/escalation/notices/{kind}.yaml";

    /// <summary>A text that comes with the program, as YAML.</summary>
    public static string Yaml(TextId id) => ShippedTexts.Value.Template(id) is { One: { } one } many
        ? $"{{ one: {Quoted(one.Text)}, many: {Quoted(many.Text)} }}" : Quoted(ShippedTexts.Value.Template(id).Text);

    public static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}

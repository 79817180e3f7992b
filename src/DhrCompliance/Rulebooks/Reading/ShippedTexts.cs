using System.Reflection;
using DhrCompliance.Rulebooks.Reading.Grammar;
using DhrCompliance.Rulebooks.Reading.Texts;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Rulebooks.Texts;

namespace DhrCompliance.Rulebooks.Reading;

/// <summary>The texts of mails that come with the program, for rules that have none of their own: the same files, kept within it.</summary>
internal static class ShippedTexts
{
    private static readonly Lazy<NoticeTexts> Read = new(ReadAll);

    /// <summary>All of them.</summary>
    public static NoticeTexts Value => Read.Value;

    private static NoticeTexts ReadAll()
    {
        var desk = new Desk(new DiagnosticList());
        var assembly = typeof(ShippedTexts).Assembly;
        var files = assembly.GetManifestResourceNames().Where(name => name.StartsWith("notices/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name => Tree(assembly, name, desk)).ToList();
        return new NoticeTextReader(desk).ReadAll(files) is { } texts && !desk.Mistakes.HasErrors
            ? texts
            : throw new InvalidOperationException($"The texts that come with the program cannot be read. {DiagnosticText.Of(desk.Mistakes.Ordered())}");
    }

    private static MappingNode Tree(Assembly assembly, string name, Desk desk)
    {
        using var stream = assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return SourceLoader.Load(new RuleFile(name, bytes), desk.Mistakes, out _) is { } source && TreeReader.TryRead(source, desk.Mistakes, out var root) && root is MappingNode file
            ? file
            : throw new InvalidOperationException($"'{name}' cannot be read. {DiagnosticText.Of(desk.Mistakes.Ordered())}");
    }
}

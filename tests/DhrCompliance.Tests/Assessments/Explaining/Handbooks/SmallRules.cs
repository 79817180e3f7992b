using System.Text;
using DhrCompliance.Rulebooks;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Tests.Architecture.Checks;

namespace DhrCompliance.Tests.Assessments.Explaining.Handbooks;

/// <summary>A small rulebook in files, with an Act, three editions of guidance of which one is a draft, a protocol and two paths; and the same with edits.</summary>
internal static class SmallRules
{
    public const string Folder = "tests/DhrCompliance.Tests/Assessments/Explaining/Handbooks/Small";

    private static readonly Lazy<Rulebook> Whole = new(() => Read(Files()));

    public static Rulebook AsItIs => Whole.Value;

    /// <summary>The rulebook with a text of one file in place of another.</summary>
    public static Rulebook Edited(string file, string text, string with) => Edited((file, text, with));

    /// <summary>The rulebook with several edits, each of which must find its text.</summary>
    public static Rulebook Edited(params (string File, string Text, string With)[] edits)
    {
        var files = Files();
        foreach (var (file, text, with) in edits)
        {
            files[file].ShouldContain(text, customMessage: file);
            files[file] = files[file].Replace(text, with, StringComparison.Ordinal);
        }

        return Read(files);
    }

    /// <summary>The rulebook with a further file, or one file less (null).</summary>
    public static Rulebook With(string file, string? text)
    {
        var files = Files();
        files.Remove(file);
        if (text is not null)
        {
            files[file] = text;
        }

        return Read(files);
    }

    public static Dictionary<string, string> Files() => Repository.Files(Folder, ".yaml", ".csv")
        .ToDictionary(path => path[(Folder.Length + 1)..], path => File.ReadAllText(Path.Combine(Repository.Root, path)), StringComparer.Ordinal);

    public static Rulebook Read(Dictionary<string, string> files)
    {
        var reading = RulebookReader.Read([.. files.Select(file => new RuleFile(file.Key, Encoding.UTF8.GetBytes(file.Value)))]);
        return reading.Rulebook.ShouldNotBeNull(DiagnosticText.Of(reading.Diagnostics));
    }
}

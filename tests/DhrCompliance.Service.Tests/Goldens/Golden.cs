using System.Text.RegularExpressions;
using DhrCompliance.Tests.Architecture.Checks;

namespace DhrCompliance.Service.Tests.Goldens;

/// <summary>
/// What an export looked like when a person last read it, as plain text beside the tests. With DHR_GOLDEN=write the files are written, to be read before
/// they are kept. Hashes and ids that follow from the rule files' every byte, and the folder of the test, are not compared.
/// </summary>
internal static partial class Golden
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests/DhrCompliance.Service.Tests/Goldens/Files");

    /// <summary>Fails where the export does not say what it is the example of, or reads otherwise than it did.</summary>
    /// <param name="name">The file.</param>
    /// <param name="actual">What the export says now.</param>
    /// <param name="headline">What it is the example of.</param>
    public static void Check(string name, string actual, string headline)
    {
        if (Environment.GetEnvironmentVariable("DHR_GOLDEN") == "write")
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(Path.Combine(Folder, name), Plain(actual));
        }

        Compare(name, actual, headline);
    }

    /// <summary>As the other, and writes nothing.</summary>
    public static void Compare(string name, string actual, string headline)
    {
        var text = Plain(actual);
        text.ShouldContain(headline, customMessage: $"{name} does not say what it is the example of");
        var expected = File.ReadAllText(Path.Combine(Folder, name)).ReplaceLineEndings("\n");
        expected.ShouldContain(headline, customMessage: $"{name} is no example of it any more");
        text.ShouldBe(expected, $"{name} reads otherwise now. If that is right, write it anew and read it: DHR_GOLDEN=write dotnet test --filter Golden");
    }

    private static string Plain(string text)
    {
        var lines = Temporary().Replace(Hash().Replace(Id().Replace(text.ReplaceLineEndings("\n"), "ID"), "sha256:HASH"), "FOLDER").Split('\n').Select(line => line.TrimEnd());
        return $"{string.Join('\n', lines).TrimEnd('\n')}\n";
    }

    [GeneratedRegex("sha256:[0-9a-f]{64}")]
    private static partial Regex Hash();

    [GeneratedRegex(@"[^\s"",]*/dhr-program-[^/]+")]
    private static partial Regex Temporary();

    // Of a delivery or a notice, and the beginning of a rulebook's hash.
    [GeneratedRegex(@"(?<![0-9a-f:])(?:[0-9a-f]{24}|(?=[0-9a-f]*[a-f])(?=[0-9a-f]*[0-9])[0-9a-f]{12})(?![0-9a-f])")]
    private static partial Regex Id();
}

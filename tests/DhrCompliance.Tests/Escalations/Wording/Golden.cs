using DhrCompliance.Tests.Architecture.Checks;

namespace DhrCompliance.Tests.Escalations.Wording;

/// <summary>Texts compared with plain files beside the tests. With DHR_GOLDEN=write the files are written, to be read by a person before they are kept.</summary>
internal static class Golden
{
    public static void Check(string name, string actual, string headline)
    {
        actual.ShouldContain(headline);
        var path = Path.Combine(Repository.Root, "tests/DhrCompliance.Tests/Escalations/Wording/Golden", name);
        if (Environment.GetEnvironmentVariable("DHR_GOLDEN") == "write")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        var expected = File.ReadAllText(path).ReplaceLineEndings("\n");
        expected.ShouldContain(headline, customMessage: $"{name} does not say what it is the example of");
        actual.ShouldBe(expected, $"{name} reads otherwise now");
    }
}

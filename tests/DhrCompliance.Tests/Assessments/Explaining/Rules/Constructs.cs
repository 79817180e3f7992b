using DhrCompliance.Assessments.Explaining.Rules;
using DhrCompliance.Rulebooks;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Tests.Architecture.Checks;
using DhrCompliance.Tests.Rulebooks.Reading;

namespace DhrCompliance.Tests.Assessments.Explaining.Rules;

/// <summary>The shipped rules, and beside them packs that use every construct of the language.</summary>
internal static class Constructs
{
    public const string Folder = "tests/DhrCompliance.Tests/Assessments/Explaining/Rules";

    private static readonly Lazy<Rulebook> Whole = new(() => FilesOf.Rulebook(
    [
        .. FilesOf.Folder("rules"), File("every-construct.yaml"), File("local-construct.yaml"),
    ]));

    private static readonly Lazy<IReadOnlyDictionary<string, RuleExplanation>> Each = new(() =>
        RuleExplanation.Of(Whole.Value.Packs.SelectMany(pack => pack.Rules), Whole.Value).ToDictionary(one => one.Rule));

    public static Rulebook Rulebook => Whole.Value;

    public static IReadOnlyDictionary<string, RuleExplanation> Explained => Each.Value;

    private static RuleFile File(string name) => new(name, System.IO.File.ReadAllBytes(Path.Combine(Repository.Root, Folder, name)));
}

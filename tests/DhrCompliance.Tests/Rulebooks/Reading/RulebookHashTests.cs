using DhrCompliance.Rulebooks.Reading;

namespace DhrCompliance.Tests.Rulebooks.Reading;

public sealed class RulebookHashTests
{
    private static string Hash(IEnumerable<RuleFile> files) => FilesOf.Rulebook(files).Hash;

    private static readonly IReadOnlyList<RuleFile> Set = SmallSet.With("", "");

    [Fact]
    public void A_hash_says_how_it_was_made() => Hash(Set).ShouldMatch("^sha256:[0-9a-f]{64}$");

    [Fact]
    public void The_order_of_the_files_makes_no_difference() => Hash(Set.Reverse()).ShouldBe(Hash(Set));

    [Fact]
    public void Line_ends_make_no_difference() =>
        Hash(SmallSet.With("pack.yaml", SmallSet.Pack.Replace("\n", "\r\n", StringComparison.Ordinal))).ShouldBe(Hash(Set));

    [Fact]
    public void Backslashes_in_a_path_make_no_difference()
    {
        var slashed = Set.Select(file => file with { Path = "rules/" + file.Path });
        var backslashed = Set.Select(file => file with { Path = "rules\\" + file.Path });

        Hash(backslashed).ShouldBe(Hash(slashed));
    }

    [Fact]
    public void A_changed_word_makes_another() =>
        Hash(SmallSet.With("pack.yaml", SmallSet.Pack.Replace("title: Decide", "title: To decide", StringComparison.Ordinal))).ShouldNotBe(Hash(Set));

    [Fact]
    public void A_renamed_file_makes_another() =>
        Hash(Set.Select(file => file.Path == "here.csv" ? file with { Path = "there.csv" } : file)).ShouldNotBe(Hash(Set));
}

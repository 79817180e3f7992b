using DhrCompliance.Rulebooks;
using DhrCompliance.Rulebooks.Reading;

namespace DhrCompliance.Tests.Rulebooks.Reading;

/// <summary>Rules of a local pack that tighten or depart from the guidance's.</summary>
public sealed class RelationTests
{
    private const string Local = """
        pack: local
        title: A protocol
        status: in-force
        governs:
          adopted: yes
        timescales:
          - id: own
            title: Decide sooner
            owner: chair
            basis: proposed
            tightens: decide
            starts: told
            within: 1 month
            met-by: decided

        """;

    [Theory]
    [InlineData("within: 1 month", "within: 28 days")]
    [InlineData("within: 1 month", "within: 1 month\n    beginning-with: yes")]
    [InlineData("tightens: decide", "departs-from: decide")]
    [InlineData("tightens: decide", "tightens: first/decide")]
    public void A_rule_that_is_no_looser_is_read(string find, string replacement) => Found(find, replacement).ShouldBeEmpty();

    [Theory]
    [InlineData("within: 1 month", "within: 29 days", "DHR072", "from 2025-01-31 it is due by 2025-03-01, and that by 2025-02-28")]
    [InlineData("within: 1 month", "within: 30 days", "DHR072", "from 2024-01-31 it is due by 2024-03-01, and that by 2024-02-29")]
    [InlineData("within: 1 month", "within: 1 month\n    round: up", "DHR072", "from 2024-01-30 it is due by 2024-03-01, and that by 2024-02-29")]
    [InlineData("within: 1 month", "within: 20 working days", "DHR072", "from 2026-11-27 it is due by")]
    [InlineData("within: 1 month", "promptly: 14 days", "DHR072", "it gives no limit")]
    [InlineData("within: 1 month", "within: 1 month\n    paused-by: [court]", "DHR072", "a pause for 'court' stops its clock alone")]
    [InlineData("within: 1 month", "within: 1 month\n    extended-by: agreed", "DHR072", "another date can be agreed for it alone")]
    [InlineData("starts: told", "starts: decided", "DHR084", "their clocks start otherwise")]
    [InlineData("tightens: decide", "tightens: write", "DHR084", "that one's due date is one that somebody sets")]
    [InlineData("tightens: decide", "tightens: in-order", "DHR073", "which is of another sort")]
    [InlineData("tightens: decide", "tightens: decide\n    departs-from: decide", "DHR073", "it does one of the two")]
    [InlineData("tightens: decide", "tightens: own", "DHR073", "a rule of its own pack")]
    public void What_is_looser_or_cannot_be_compared_is_told(string find, string replacement, string code, string words)
    {
        var found = Found(find, replacement).ShouldHaveSingleItem();

        found.ShouldContain(code);
        found.ShouldContain(words);
    }

    [Fact]
    public void Nobody_departs_from_an_act() =>
        Headlines(Local.Replace("tightens: decide", "departs-from: decide", StringComparison.Ordinal), SmallSet.Pack.Replace("force: guidance", "force: statute", StringComparison.Ordinal))
            .ShouldHaveSingleItem().ShouldContain("an Act is not departed from");

    [Fact]
    public void The_same_id_in_packs_of_no_series_must_be_named_whole()
    {
        var third = Local.Replace("pack: local", "pack: third", StringComparison.Ordinal).Replace("id: own", "id: decide", StringComparison.Ordinal).Replace("    tightens: decide\n", "", StringComparison.Ordinal);

        Headlines(Local, SmallSet.Pack, third).ShouldHaveSingleItem().ShouldContain("DHR070");
        Headlines(Local.Replace("tightens: decide", "tightens: third/decide", StringComparison.Ordinal), SmallSet.Pack, third).ShouldBeEmpty();
    }

    [Fact]
    public void The_relation_is_in_the_rulebook()
    {
        var reading = RulebookReader.Read([.. SmallSet.With("", ""), FilesOf.Text("local.yaml", Local)]);

        reading.Rulebook!.Packs.Single(pack => pack.Id == "local").Timescales.Single().Tightens.ShouldBe("decide");
        RuleReferences.Resolve(reading.Rulebook.Packs, "local", "decide").Single().FullName.ShouldBe("first/decide");
    }

    private static string[] Found(string find, string replacement) => Headlines(Local.Replace(find, replacement, StringComparison.Ordinal), SmallSet.Pack);

    private static string[] Headlines(string local, string pack, string? third = null) =>
    [
        .. RulebookReader.Read([.. SmallSet.With("pack.yaml", pack), FilesOf.Text("local.yaml", local), .. third is null ? Array.Empty<RuleFile>() : [FilesOf.Text("third.yaml", third)]]).Faults()
            .Select(DiagnosticText.Headline),
    ];
}

using DhrCompliance.Tests.Architecture.Checks;
using DhrCompliance.Tests.Architecture.Reading;

namespace DhrCompliance.Tests.Architecture;

/// <summary>Every check of the house is shown a small house that breaks it.</summary>
public sealed class SelfTests
{
    private const string Root = "DhrCompliance.Tests.Architecture.Fixtures";
    private static readonly CodeAssembly Tests = CodeAssembly.Read(typeof(SelfTests).Assembly);

    private static readonly CodeAssembly Fixtures = Tests with
    {
        Types = [.. Tests.Types.Where(type => type.Outermost.Namespace.StartsWith(Root, StringComparison.Ordinal))],
    };

    private static readonly RuleWords Words = RuleWords.From(
        ["""
         events:
           - name: decision
           - name: report-completed
         """]);

    [Theory]
    [InlineData("InABody")]
    [InlineData("InAClosure")]
    [InlineData("InAnIterator")]
    [InlineData("InAnAsyncMethod")]
    [InlineData("InASignature")]
    [InlineData("InAField")]
    [InlineData("InAGenericArgument")]
    [InlineData("InATypeOf")]
    [InlineData("InAConstraint`1")]
    [InlineData("InAnAttribute")]
    public void A_use_against_an_arrow_is_seen_wherever_it_stands(string where) =>
        new Arrows(Root, new Dictionary<string, string[]> { ["Lower"] = [], ["Upper"] = ["Lower"], ["Stray"] = [] })
            .Broken(Fixtures)
            .ShouldContain(line => line.StartsWith($"{Root}.Lower.{where} uses {Root}.Upper", StringComparison.Ordinal));

    [Fact]
    public void A_use_along_an_arrow_is_no_finding() =>
        new Arrows(Root, new Dictionary<string, string[]> { ["Lower"] = ["Upper"], ["Upper"] = [], ["Stray"] = [] })
            .Broken(Fixtures).ShouldBeEmpty();

    [Fact]
    public void A_folder_that_stands_nowhere_in_the_arrows_is_a_finding() =>
        new Arrows(Root, new Dictionary<string, string[]> { ["Lower"] = ["Upper"], ["Upper"] = [] })
            .Broken(Fixtures).ShouldContain(line => line.Contains("'Stray' stands nowhere", StringComparison.Ordinal));

    [Fact]
    public void A_package_used_outside_its_folder_is_a_finding()
    {
        Fence.AroundPackage("xunit.core", "DhrCompliance.Tests.Elsewhere").Broken(Tests).ShouldNotBeEmpty();
        Fence.AroundPackage("xunit.core", "DhrCompliance.Tests").Broken(Tests).ShouldBeEmpty();
    }

    [Fact]
    public void Open_types_are_found_and_closed_ones_are_not() => Shapes.Open(Fixtures).ShouldBe(
        [$"{Root}.Stray.LeftOpen is not sealed", $"{Root}.Stray.OpenAbstract is abstract with a constructor that is not private protected"],
        ignoreOrder: true);

    [Fact]
    public void Mutable_members_are_found_and_init_only_ones_are_not() => Shapes.Mutable(Fixtures).ShouldBe(
        [
            $"{Root}.Stray.LeftOpen.Number can be changed after construction",
            $"{Root}.Stray.LeftOpen.Field can be changed after construction",
            $"{Root}.Stray.MutableStruct.Number can be changed after construction",
            $"{Root}.Stray.MutableStruct is a struct that is not readonly",
        ],
        ignoreOrder: true);

    [Fact]
    public void An_interface_for_a_single_class_is_found() => Shapes.LonelyInterfaces(Fixtures)
        .ShouldHaveSingleItem().ShouldStartWith($"{Root}.Stray.ILonely has 1");

    [Fact]
    public void A_word_of_a_rule_file_is_found_as_a_name_a_constant_and_within_a_sentence() => NamedWords
        .In(Fixtures, Words, new Dictionary<string, string>())
        .ShouldBe(
            [
                $"{Root}.Stray.Speaker: 'report-completed' in \"report-completed\"",
                $"{Root}.Stray.Speaker: 'decision' in \"decision\"",
                $"{Root}.Stray.Speaker: 'report-completed' in \"record report-completed within \"",
            ],
            ignoreOrder: true);

    [Fact]
    public void A_word_of_the_engines_own_is_no_finding() => NamedWords
        .In(Fixtures, Words, new Dictionary<string, string> { ["decision"] = "ours", ["report-completed"] = "ours" })
        .ShouldBeEmpty();

    [Fact]
    public void A_long_file_a_region_and_a_folder_that_says_nothing_are_found()
    {
        var file = new SourceFile("src/Helpers/Long.cs", [.. Enumerable.Repeat("", 300), "#region Padding"]);

        file.TooLong(300).ShouldHaveSingleItem();
        file.TooLong(301).ShouldBeEmpty();
        file.Untidy().Count().ShouldBe(2);
        SourceFile.MedianLines([file, file with { Lines = [""] }]).ShouldBe(151);
    }

    [Fact]
    public void A_warning_switched_off_without_a_reason_is_found()
    {
        SuppressedWarnings.WithoutReason("a.csproj", "<NoWarn>$(NoWarn);CA1000</NoWarn>").ShouldHaveSingleItem();
        SuppressedWarnings.WithoutReason("a.csproj", "<!-- CA1000: because. --><NoWarn>CA1000</NoWarn>").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("SELECT reference FROM cases", true)]
    [InlineData("\n  INSERT OR IGNORE INTO cases", true)]
    [InlineData("Select a case.", false)]
    [InlineData("BEGINNING", false)]
    public void SQL_is_told_from_English(string text, bool isSql) => Sql.LooksLike(text).ShouldBe(isSql);

    [Fact]
    public void A_migration_that_is_misplaced_misnamed_missing_or_numbered_twice_is_found()
    {
        const string folder = "src/DhrCompliance.Service/Ledger/Migrations/";

        Migrations.Wrong([folder + "20261121-01-start.sql"], ["x.Migrations.20261121-01-start.sql"]).ShouldBeEmpty();
        Migrations.Wrong([folder + "20261121-01-start.sql"], []).ShouldHaveSingleItem();
        Migrations.Wrong(["src/20261121-01-start.sql"], ["x.20261121-01-start.sql"]).ShouldHaveSingleItem();
        Migrations.Wrong([folder + "001-start.sql"], ["x.001-start.sql"]).ShouldHaveSingleItem();
        Migrations.Wrong(
            [folder + "20261121-01-a.sql", folder + "20261121-01-b.sql"], ["x.20261121-01-a.sql", "x.20261121-01-b.sql"])
            .ShouldHaveSingleItem();
    }
}

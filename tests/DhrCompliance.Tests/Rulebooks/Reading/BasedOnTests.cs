using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;
using DhrCompliance.Rulebooks.Reading;

namespace DhrCompliance.Tests.Rulebooks.Reading;

/// <summary>Editions that differ from another in single values.</summary>
public sealed class BasedOnTests
{
    private const string Second = """
        pack: second
        title: The second edition
        based-on: first
        status: in-force
        governs:
          by: [told]
          from: 2027-04
        sources:
          circular:
            title: A circular of 2027
        change:
          - rule: decide
            within: 2 months
            cite:
              - source: circular

        """;

    private static RulebookReading Read(string second) => RulebookReader.Read([.. SmallSet.With("", ""), FilesOf.Text("second.yaml", second)]);

    private static string[] Headlines(string find, string replacement)
    {
        Second.ShouldContain(find);
        return [.. Read(Second.Replace(find, replacement, StringComparison.Ordinal)).Faults().Select(DiagnosticText.Headline)];
    }

    [Fact]
    public void An_edition_takes_over_every_rule_and_changes_what_it_names()
    {
        var reading = Read(Second);
        reading.Faults().ShouldBeEmpty();
        var (first, second) = (reading.Rulebook!.Packs[0], reading.Rulebook.Packs[1]);

        second.Rules.Select(rule => rule.FullName).ShouldBe(["second/needed", "second/decide", "second/write", "second/finish", "second/in-order", "second/all-done"]);
        second.Timescales[0].Limit.ShouldBe(new Within(new LimitTerms(new Period(2, PeriodUnit.Months))));
        second.Timescales[0].Cite.Single().Source.ShouldBe("circular");
        second.Timescales[1].Cite.Single().Source.ShouldBe("act");
        second.Sources.Keys.Order().ShouldBe(["act", "circular"]);
        (second.Series, second.Names["short"], second.BasedOn, second.Title).ShouldBe(("series", "R", "first", "The second edition"));
        second.Changed.ShouldBe(["decide"]);
        second.Timescales[0].Force.ShouldBe(first.Timescales[0].Force);
        first.Timescales[0].Limit.ShouldBe(new Within(new LimitTerms(new Period(1, PeriodUnit.Months))));
    }

    [Fact]
    public void A_limit_of_another_sort_takes_the_place_of_the_old_one()
    {
        var limit = Read(Second.Replace("within: 2 months", "promptly: 14 days", StringComparison.Ordinal)).Rulebook!.Packs[1].Timescales[0].Limit;

        limit.ShouldBe(new Promptly(new Period(14, PeriodUnit.Days)));
    }

    [Fact]
    public void A_third_edition_may_be_based_on_the_second()
    {
        var third = Second.Replace("pack: second", "pack: third", StringComparison.Ordinal).Replace("based-on: first", "based-on: second", StringComparison.Ordinal)
            .Replace("2027-04", "2028-04", StringComparison.Ordinal).Replace("decide", "finish", StringComparison.Ordinal).Replace("within: 2 months", "title: Finish it", StringComparison.Ordinal);
        var reading = RulebookReader.Read([.. SmallSet.With("", ""), FilesOf.Text("1.yaml", third), FilesOf.Text("second.yaml", Second)]);
        var pack = reading.Rulebook!.Packs.Single(pack => pack.Id == "third");

        pack.Timescales.Single(rule => rule.Id == "decide").Limit.ShouldBe(new Within(new LimitTerms(new Period(2, PeriodUnit.Months))));
        pack.Timescales.Single(rule => rule.Id == "finish").Title.ShouldBe("Finish it");
    }

    [Fact]
    public void New_rules_may_stand_beside_those_taken_over()
    {
        const string More = "timescales:\n  - id: more\n    title: More\n    owner: office\n    basis: proposed\n    starts: told\n    within: 1 week\n    met-by: sent\n";

        Read(Second + More).Rulebook!.Packs[1].Timescales.Select(rule => rule.Id).ShouldBe(["decide", "write", "finish", "more"]);
    }

    [Theory]
    [InlineData("    cite:\n      - source: circular\n", "", "DHR027: the change of 'decide' has no 'cite'", "DHR082")]
    [InlineData("    within: 2 months\n", "", "DHR027: the change of 'decide' changes nothing")]
    [InlineData("rule: decide", "rule: dceide", "DHR065: unknown rule of that pack: 'dceide'; did you mean 'decide'?")]
    [InlineData("within: 2 months", "withn: 2 months", "DHR011: unknown key 'withn'")]
    [InlineData("within: 2 months", "within: 2 month", "DHR029")]
    [InlineData("within: 2 months", "within: 1 month", "warning DHR085: 'within' of 'decide' is what it was")]
    [InlineData("within: 2 months", "id: settle\n    within: 2 months", "DHR011: a change gives no 'id'")]
    [InlineData("  - rule: decide\n", "  - within: 2 months\n", "DHR027", "DHR010")]
    [InlineData("based-on: first\n", "based-on: frist\n", "DHR074: unknown pack 'frist'; did you mean 'first'?")]
    [InlineData("from: 2027-04", "from: 2016-12", "DHR050")]
    public void Mistakes_are_told_where_they_stand(string find, string replacement, string told, string? also = null)
    {
        var found = Headlines(find, replacement);

        found.ShouldContain(line => line.StartsWith("second.yaml", StringComparison.Ordinal) && line.Contains(told, StringComparison.Ordinal), string.Join('\n', found));
        found.ShouldAllBe(line => line.StartsWith("second.yaml", StringComparison.Ordinal));
        found.Where(line => !line.Contains(told, StringComparison.Ordinal) && (also is null || !line.Contains(also, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void A_change_that_is_our_proposal_needs_no_source_and_loses_the_old_one() =>
        Read(Second.Replace("    cite:\n      - source: circular\n", "    basis: proposed\n", StringComparison.Ordinal)).Rulebook!.Packs[1].Timescales[0].Cite.ShouldBeEmpty();

    [Fact]
    public void A_circle_of_packs_is_refused()
    {
        var first = SmallSet.Pack.Replace("edition-of: series\n", "edition-of: series\nbased-on: second\n", StringComparison.Ordinal);
        RulebookReader.Read([.. SmallSet.With("pack.yaml", first), FilesOf.Text("second.yaml", Second)]).Diagnostics.ShouldContain(found => found.Code == "DHR051");
    }
}

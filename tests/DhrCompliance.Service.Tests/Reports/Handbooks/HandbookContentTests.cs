using System.Xml.Linq;
using DhrCompliance.Rulebooks;
using DhrCompliance.Tests.Assessments.Explaining.Handbooks;

namespace DhrCompliance.Service.Tests.Reports.Handbooks;

/// <summary>What stands in the book.</summary>
public sealed class HandbookContentTests
{
    [Fact]
    public void Every_rule_that_ships_stands_in_it_once() =>
        HandbookPages.Shipped.Root!.OfClass("rule").Where(element => element.Name.LocalName == "article").Select(article => article.Descendants("code").First().Text()).Order(StringComparer.Ordinal)
            .ShouldBe(HandbookPages.ShippedRules.Packs.SelectMany(pack => pack.Rules).Select(rule => rule.FullName).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_rule_that_ships_shows_its_passages_and_what_makes_it_binding()
    {
        foreach (var rule in HandbookPages.ShippedRules.Packs.SelectMany(pack => pack.Rules))
        {
            var article = HandbookPages.Shipped.ById($"rule.{rule.Pack}.{rule.Id}");
            article.Descendants("h4").Single().Text().ShouldEndWith(rule.Title);
            article.Descendants("blockquote").Select(quote => quote.Text()).ShouldBe(rule.Cite.Where(cite => cite.Quote is not null).Select(cite => $"“{cite.Quote}”"));
            article.OfClass("where").Count().ShouldBe(rule.Cite.Length, rule.FullName);
            var tags = article.OfClass("tags").First().Text();
            tags.ShouldContain(rule.Force switch { Force.Statute => "Statute", Force.Guidance => "Guidance", Force.Local => "Local protocol", _ => "Good practice" });
            tags.ShouldContain(rule.Basis switch { Basis.Stated => "stated by the source", Basis.Read => "our reading", _ => "our proposal" });
            tags.Contains("not verified").ShouldBe(!rule.Verified || !HandbookPages.ShippedRules.Packs.First(pack => pack.Id == rule.Pack).Verified, rule.FullName);
        }
    }

    [Fact]
    public void Every_path_and_every_word_stands_in_it()
    {
        var (words, page) = (HandbookPages.ShippedRules.Vocabulary, HandbookPages.Shipped);

        page.Root!.OfClass("path").Count().ShouldBe(HandbookPages.ShippedRules.Paths.Length);
        page.Root!.OfClass("words").SelectMany(list => list.Descendants("code")).Select(code => code.Text()).Order(StringComparer.Ordinal).ShouldBe(
            words.Roles.Select(role => role.Name).Concat(words.Items.Select(item => item.Name)).Concat(words.Facts.Select(fact => fact.Name))
                .Concat(words.Events.Select(kind => kind.Name)).Concat(words.Conditions.Select(one => one.Name)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_sensitive_fact_says_that_it_is() =>
        HandbookPages.Small.Root!.OfClass("words").SelectMany(list => list.Elements("div")).Where(entry => entry.Text().Contains("Sensitive"))
            .Select(entry => entry.Descendants("code").First().Text()).ShouldBe(["wish"]);

    [Fact]
    public void What_an_event_implies_is_said_with_it()
    {
        var said = HandbookPages.Small.Root!.OfClass("words").SelectMany(list => list.Elements("div")).Single(entry => entry.Descendants("code").First().Text() == "reported").Text();

        said.ShouldContain("It may happen more than once in each review.");
        said.ShouldContain("Where it is recorded, this had happened by then, recorded or not: the decision (outcome “review”).");
    }

    [Fact]
    public void A_role_finds_what_it_has_to_do_by_when_and_who_is_told()
    {
        var chair = HandbookPages.Small.ById("role.chair");

        var rows = chair.Descendants("tbody").First().Elements("tr").Select(row => row.Elements().Select(cell => cell.Text()).ToList()).ToList();
        rows.Count.ShouldBe(4);
        rows[0][0].ShouldBe("Decide Guidance, second edition (3.2.1) Guidance, first edition (3.3.1) Draft: Guidance, third edition (3.4.1)", customMessage: "each edition that says so");
        rows[0][1].ShouldBe("Within one month of the notice of the death.");
        rows[0][2].ShouldBe("From the due date: 14 days before: the chair 1 day after: the chair and the board 90 days after, then every 28 days: the ministry, once a named person has released it");
        rows[1][1].ShouldBe("Within six months of the decision (outcome “review”).");
        chair.Text().ShouldContain("It is asked for what is missing where something cannot be told.");
        HandbookPages.Small.ById("role.board").Descendants("caption").Select(caption => caption.Text().Split(" :")[0]).ShouldBe(["Has to do", "Has to see to", "Signs", "May agree another date for", "Is told"]);
    }

    [Fact]
    public void A_role_of_which_there_is_nothing_to_say_stands_in_the_glossary_alone()
    {
        HandbookPages.Small.Root!.Descendants().Attributes("id").ShouldAllBe(id => id.Value != "role.spare");
        HandbookPages.Small.Root!.Value.ShouldContain("A role of which no rule speaks");
    }

    [Fact]
    public void A_draft_is_marked_wherever_it_stands()
    {
        var page = HandbookPages.Small;

        page.Root!.Descendants("header").Single().Text().ShouldContain("Holds drafts that are not in force: Guidance, third edition.");
        page.Root!.Descendants("nav").Single().Text().ShouldContain("Guidance, third edition (Draft: not in force)");
        var pack = page.ById("pack.guidance-3");
        pack.Text().ShouldContain("This is a draft.");
        pack.Descendants("article").Count().ShouldBe(3);
        pack.Descendants("article").ShouldAllBe(article => article.OfClass("chip").First().Text() == "Draft: not in force");
        page.ById("whom").Descendants("tr").Single(row => row.Text().Contains("Guidance, third edition (")).Text().ShouldContain("Draft: not in force");
        page.ById("pack.guidance-2").Text().ShouldNotContain("Draft");
        HandbookPages.Page(SmallRules.With("guidance-3.yaml", null)).Root!.Descendants("body").Single().Value.ShouldNotContain("raft");
    }

    [Fact]
    public void A_limit_is_worked_out_to_the_first_day_overdue() =>
        HandbookPages.Small.ById("rule.guidance-2.report").Descendants("tbody").Single().Elements("tr").Select(row => string.Join(" | ", row.Elements().Select(cell => cell.Text())))
            .ShouldContain("Sun 31 Aug 2025 | Sat 28 Feb 2026 | Fri 27 Feb 2026 | Sun 1 Mar 2026");

    [Fact]
    public void What_a_checklist_is_signed_for_is_a_list_and_is_said_once()
    {
        var article = HandbookPages.Small.ById("rule.borough.quality");

        article.Descendants("ol").Single().Elements("li").Select(point => point.Text()).ShouldBe(["Follows the template (duty 42)", "Is well researched"]);
        article.Text().ShouldNotContain("Its points:");
    }

    [Fact]
    public void The_made_up_cases_that_test_a_rule_are_named_with_it_and_only_there()
    {
        Tested("rule.guidance-2.decide").ShouldContain("1 made-up case");
        Tested("rule.guidance-2.decide").ShouldContain("A month from 31 January ends on the last day of February");
        Tested("rule.guidance-1.decide").ShouldContain("No made-up case.");
        Tested("rule.guidance-2.report").ShouldContain("No made-up case.", customMessage: "that there is no row of it tests nothing");
    }

    [Fact]
    public void Bank_holidays_to_come_and_how_far_they_are_known()
    {
        var days = HandbookPages.Small.ById("days");

        days.Text().ShouldContain("In England and Wales, Saturdays, Sundays and bank holidays are no working days. Bank holidays are known until Friday 31 December 2027;");
        days.Descendants("tbody").Single().Elements("tr").Select(row => row.Elements().First().Text())
            .ShouldBe(["Friday 25 December 2026", "Friday 1 January 2027", "Monday 27 December 2027"]);
    }

    private static string Tested(string id) => HandbookPages.Small.ById(id).Descendants("dl").Single().Elements("div").Last().Text();
}

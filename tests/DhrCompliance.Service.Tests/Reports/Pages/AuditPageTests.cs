using System.Text.Json;
using System.Xml.Linq;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Service.Reports;
using DhrCompliance.Service.Reports.Json;
using DhrCompliance.Service.Reports.Pages;
using DhrCompliance.Service.Reports.Pages.Audits;
using DhrCompliance.Tests.Assessments.Explaining;

namespace DhrCompliance.Service.Tests.Reports.Pages;

public sealed class AuditPageTests(DemoRegister register) : IClassFixture<DemoRegister>
{
    private readonly Lazy<XDocument> _whole = new(() => register.Page("audit", "--format", "html"));

    [Fact]
    public void In_each_case_what_is_gravest_comes_first()
    {
        var ranks = Enum.GetValues<TimescaleState>().Select(state => (Word: Words.Of(state), Rank: Attention.Of(state)))
            .Concat(Enum.GetValues<CheckState>().Select(state => (Word: Words.Of(state), Rank: Attention.Of(state))))
            .Distinct().ToDictionary(one => one.Word.Replace('-', ' '), one => one.Rank);
        var cases = Cases(_whole.Value).ToList();

        cases.Count.ShouldBeGreaterThan(20);
        foreach (var one in cases)
        {
            var found = States(one).Select(state => ranks[state]).ToList();
            found.Order().ShouldBe(found);
        }

        States(cases.Single(one => (string?)one.Attribute("id") == "case-HAR-06"))[0].ShouldBe("overdue");
    }

    [Fact]
    public void Its_numbers_are_those_of_the_audit()
    {
        var summary = JsonDocument.Parse(register.Said("audit", "--format", "json")).RootElement.GetProperty("summary");
        var counts = DemoRegister.Rows(_whole.Value, "Rows by state");

        foreach (var (name, at) in new[] { ("live", 1), ("historic", 2) })
        {
            counts.Where(row => row[at] != "0").ToDictionary(row => row[0][2..].Replace(' ', '-'), row => row[at])
                .ShouldBe(summary.GetProperty(name).EnumerateObject().ToDictionary(state => state.Name, state => state.Value.ToString()), ignoreOrder: true);
        }

        var overdue = summary.GetProperty("live").GetProperty("overdue").GetInt32();
        DemoRegister.Body(_whole.Value).ShouldContain($"something overdue or out of order: {overdue} duties are overdue");
    }

    [Fact]
    public void Rules_are_told_by_their_titles_with_the_id_that_explain_takes_and_owners_by_what_they_are_called()
    {
        var roles = JsonDocument.Parse(register.Said("audit", "--case", "HAR-06", "--format", "json")).RootElement.GetProperty("cases")[0].GetProperty("timescales")
            .EnumerateArray().Select(row => row.GetProperty("owner").GetString()).ToHashSet();
        var rows = Rows(Cases(_whole.Value).Single(one => (string?)one.Attribute("id") == "case-HAR-06"));

        rows.ShouldContain(row => row[0] == "Make the changes and send the report back to the Home Office (HAR-06-23) guidance-2016/resubmit" && row[3] == "75");
        roles.ShouldContain("csp-team");
        rows.Select(row => row[4]).ShouldAllBe(owner => !roles.Contains(owner));
        rows.Select(row => row[4]).ShouldContain("the community safety team");
    }

    [Fact]
    public void Every_link_leads_to_a_place_on_the_page_and_every_rule_has_its_passages()
    {
        var ids = _whole.Value.Descendants().Attributes("id").Select(id => id.Value).ToList();
        var links = _whole.Value.Descendants("a").Select(link => ((string)link.Attribute("href")!)[1..]).ToList();

        ids.ShouldBeUnique();
        links.Except(ids).ShouldBeEmpty();
        links.Count(link => link.StartsWith("case-", StringComparison.Ordinal)).ShouldBe(Cases(_whole.Value).Count());
        _whole.Value.Descendants("article").Single(one => (string?)one.Attribute("id") == "rule-guidance-2016%2Fresubmit").Value.ShouldContain("“");
    }

    [Fact]
    public void A_few_cases_need_no_list_of_them() =>
        DemoRegister.Body(register.Page("audit", "--case", "HAR-06", "HAR-10", "--format", "html")).ShouldNotContain("The cases at a glance");

    [Theory]
    [InlineData("--state", "overdue", "only what is in the state “overdue”")]
    [InlineData("--rule", "resubmit", "only the rule “Make the changes and send the report back to the Home Office” (resubmit)")]
    [InlineData("--partnership", "harrowmere", "only cases of Safer Harrowmere Partnership (harrowmere)")]
    [InlineData("--case", "HAR-06", "only the case HAR-06")]
    public void What_was_not_asked_for_is_said_and_of_it_nothing_else(string option, string value, string said)
    {
        var text = DemoRegister.Body(register.Page("audit", option, value, "--format", "html"));

        text.ShouldContain($"This is a part of the audit: {said}");
        (text.Contains("or an answer", StringComparison.Ordinal) || text.Contains("due soon", StringComparison.Ordinal)).ShouldBe(option != "--state");
        DemoRegister.Body(_whole.Value).ShouldNotContain("a part of the audit");
    }

    [Fact]
    public void It_says_the_day_the_moment_the_rules_and_what_it_leaves_out()
    {
        var known = DemoRegister.Body(register.Page("audit", "--known-at", "2027-01-01", "--claimed", "--format", "html"));
        var whole = DemoRegister.Body(_whole.Value);

        whole.ShouldContain("everything recorded when this page was made, 20");
        whole.ShouldContain(JsonDocument.Parse(register.Said("audit", "--format", "json")).RootElement.GetProperty("rulebook").GetProperty("hash").GetString()!);
        whole.ShouldContain("Left out as nothing is asked yet: ");
        known.ShouldContain("2027-01-01, by the times that the sources of the rows claim");
        var all = register.Page("audit", "--all", "--format", "html");
        DemoRegister.Body(all).ShouldNotContain("Left out as nothing is asked yet");
        Cases(all).SelectMany(States).ShouldContain("not started");
    }

    [Fact]
    public void What_is_not_verified_is_marked_and_what_is_unclear_says_what_would_settle_it()
    {
        var rows = Cases(_whole.Value).SelectMany(Rows).ToList();
        var list = register.Said("audit", "--format", "list").Split('\n').Where(line => line.Contains(", not verified\t", StringComparison.Ordinal)).Select(line => line.Split('\t')[1]).ToHashSet();

        list.ShouldNotBeEmpty();
        foreach (var row in rows)
        {
            row[6].Contains("not verified", StringComparison.Ordinal).ShouldBe(list.Contains(row[0].Split(' ')[^1]), row[0]);
        }

        rows.Where(row => row[1] == "? cannot tell").ShouldContain(row => row[5].Contains("To settle it: ", StringComparison.Ordinal));
        rows.Where(row => row[1] == "! overdue").ShouldAllBe(row => row[5].Contains("xplained", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_could_not_be_assessed_stands_on_the_page_before_the_cases()
    {
        var rules = SampleRules.TheRules;
        var terms = new PageTerms { Kind = "audit", Heading = "Audit", AsOf = Sample.Day("2026-11-20") };
        var page = await new AuditPages(new AuditHeader(terms.AsOf, null, rules), terms, new AuditAsked { MadeAt = default }, new Dictionary<string, string>())
            .Of([(SampleRules.TheFile, SampleRules.TheAssessment)], new StateCounts(), ["R03"]);

        var html = DemoRegister.Parsed(await HousePages.RenderAsync(page));

        DemoRegister.Rows(html, "What could not be assessed").ShouldBe(
            [["R02", "edition-2/broken", "the limit overflows."], ["R03", "", "Not all of it could be assessed: 'dhr audit' on a terminal says what, and what to mend."]]);
        DemoRegister.Body(html).ShouldContain("Something could not be assessed");
    }

    private static IEnumerable<XElement> Cases(XDocument page) => page.Descendants("article").Where(one => ((string)one.Attribute("id")!).StartsWith("case-", StringComparison.Ordinal));

    private static List<string[]> Rows(XElement one) =>
        [.. one.Descendants("tbody").Single().Elements("tr").Select(row => row.Elements().Select(DemoRegister.Text).ToArray())];

    // Without the sign before the word.
    private static List<string> States(XElement one) => [.. Rows(one).Select(row => row[1][2..])];
}

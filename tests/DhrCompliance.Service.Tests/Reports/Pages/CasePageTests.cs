using System.Text.Json;
using System.Xml.Linq;

namespace DhrCompliance.Service.Tests.Reports.Pages;

public sealed class CasePageTests(DemoRegister register) : IClassFixture<DemoRegister>
{
    private readonly Lazy<XDocument> _returned = new(() => register.Page("report", "case", "HAR-06"));

    [Fact]
    public void It_tells_the_rounds_with_the_Home_Office_and_what_was_asked_for()
    {
        var rounds = DemoRegister.Rows(_returned.Value, "To and from the Home Office");

        rounds.Count(row => row[2].Contains("outcome: resubmit", StringComparison.Ordinal)).ShouldBe(2);
        rounds.Count(row => row[1].StartsWith("The submission", StringComparison.Ordinal)).ShouldBe(2);
        DemoRegister.Rows(_returned.Value, "Each of these is a change that the Home Office").Select(row => row[0]).ShouldBe(["HAR-06-C1", "HAR-06-C2", "HAR-06-C3"]);
    }

    [Fact]
    public void Each_round_says_whose_time_it_was_and_who_holds_the_pen_now_as_explain_and_the_audit_do()
    {
        var text = DemoRegister.Body(_returned.Value);
        var explained = register.Said("explain", "HAR-06", "--format", "json");
        var audited = JsonDocument.Parse(register.Said("audit", "--case", "HAR-06", "--format", "json")).RootElement.GetProperty("cases")[0].GetProperty("rounds").EnumerateArray().ToList();

        foreach (var said in JsonDocument.Parse(explained).RootElement.GetProperty("rounds").EnumerateArray())
        {
            text.ShouldContain(said.GetString()!);
        }

        text.ShouldContain("Round 2: ");
        text.ShouldContain("and the time is that of the community safety team.");
        audited.Count.ShouldBe(2);
        audited[1].GetProperty("heldNow").GetString().ShouldBe("csp-team");
        audited[0].GetProperty("heldBy").GetProperty("home-office").GetInt32().ShouldBe(94);
        audited[0].GetProperty("heldBy").GetProperty("csp-team").GetInt32().ShouldBe(89);
    }

    [Fact]
    public void Who_was_longest_without_being_told_is_said_on_the_overview_and_under_the_audit_too()
    {
        var first = DemoRegister.Rows(register.Page("report", "families"), "Reviews, the longest first")[0][0];
        var sentence = $"Longest without being told: the family of {first},";

        DemoRegister.Body(register.Page("report", "overview")).ShouldContain(sentence);
        register.Said("audit").ShouldContain(sentence);
        register.Said("explain", "HAR-02").ShouldContain("148 days without being told");
    }

    [Fact]
    public void Each_rule_has_the_words_of_explain_with_its_source()
    {
        var text = DemoRegister.Text(_returned.Value.Root!);
        var explained = register.Said("explain", "HAR-06", "resubmit");

        var sentence = explained.Split('\n').First(line => line.Contains("day", StringComparison.Ordinal) && line.TrimEnd().EndsWith('.')).Trim();
        text.ShouldContain(sentence);
        text.ShouldContain("Make the changes and send the report back to the Home Office");
    }

    [Fact]
    public void It_lists_the_notices_without_an_address()
    {
        var notices = DemoRegister.Rows(_returned.Value, "Notices");

        notices.ShouldNotBeEmpty();
        notices.Select(row => row[3]).ShouldContain("the community safety team");
        DemoRegister.Body(_returned.Value).ShouldNotContain("@");
    }

    [Theory]
    [InlineData("HAR-08", "suicide")]
    [InlineData("HAR-08", "took their own life")]
    [InlineData("HAR-11", "declined")]
    [InlineData("HAR-11", "unsafe")]
    public void Nothing_sensitive_is_told_of_it(string reference, string word)
    {
        foreach (var kind in new[] { "case", "family" })
        {
            DemoRegister.Body(register.Page("report", kind, reference)).ShouldNotContain(word, Case.Insensitive, kind);
        }
    }

    [Fact]
    public void The_familys_page_says_what_is_owed_and_what_was_done()
    {
        var page = register.Page("report", "family", "HAR-02");

        DemoRegister.Text(page.Root!).ShouldContain("owed to the family");
        DemoRegister.Rows(page, "What is recorded").ShouldContain(row => row[1] == "The notice to the family");
        DemoRegister.Rows(page, "Each of these is a contact in the family").Select(row => row[0]).ShouldBe(["HAR-02-F1"]);
    }

    [Fact]
    public void Families_longest_without_being_told_come_first()
    {
        var days = DemoRegister.Rows(register.Page("report", "families"), "Reviews, the longest first").Select(row => row[1].Split(' ')[0])
            .Select(word => word == "never," ? int.MaxValue : int.Parse(word, System.Globalization.CultureInfo.InvariantCulture)).ToList();

        days.Count.ShouldBeGreaterThan(5);
        days.ShouldBe(days.OrderDescending());
    }

    [Theory]
    [InlineData("families")]
    [InlineData("library")]
    public void A_list_says_the_same_as_a_page_as_csv_and_as_json(string list)
    {
        var page = DemoRegister.Rows(register.Page("report", list), "Reviews");
        var csv = register.Said("report", list, "--format", "csv").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var json = JsonDocument.Parse(register.Said("report", list, "--format", "json")).RootElement.GetProperty("tables")[0].GetProperty("rows").EnumerateArray().ToList();

        csv.Skip(1).Select(line => line.Split(',')[0]).ShouldBe(page.Select(row => row[0]));
        json.Select(row => row.EnumerateObject().First().Value.GetString()).ShouldBe(page.Select(row => row[0]));
    }

    [Fact]
    public void A_review_in_which_nothing_is_owed_to_a_family_is_not_listed() =>
        DemoRegister.Rows(register.Page("report", "families"), "Reviews, the longest first").ShouldNotContain(row => row[0] == "HAR-17");

    [Fact]
    public void The_library_has_every_review_loaded_history_too()
    {
        var rows = DemoRegister.Rows(register.Page("report", "library", "--partnership", "harrowmere"), "Reviews and their reports");

        rows.Count.ShouldBe(20);
        rows.Single(row => row[0] == "HAR-15")[2].ShouldBe("loaded history");
        rows.ShouldContain(row => row.Any(cell => cell.Contains("approved", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_case_that_is_not_there_is_asked_for() =>
        register.Fails("report", "case", "HAR-99").ShouldContain("The register has no case 'HAR-99'");
}

using DhrCompliance.Service.Commands;
using static DhrCompliance.Service.Tests.Sweeps.SweptBorough;

namespace DhrCompliance.Service.Tests.Sweeps;

/// <summary>A notice is known by what it is about: whatever else changes, in the register or in the rules, nobody is told twice, and a new ground is told.</summary>
public sealed class KeysTests : IDisposable
{
    private const string Guidance = "national/guidance-2016.yaml";
    private readonly SweptBorough _borough = new();

    public void Dispose() => _borough.Dispose();

    [Fact]
    public void An_extension_and_a_second_lateness_are_told_and_those_told_before_hear_that_the_first_no_longer_stands()
    {
        Decided();
        Report("2027-03-02").Count.ShouldBe(3);
        _borough.Do("2027-03-05", "event", "add", Reference, "timescale-agreed", "2027-03-05", "--attr", "for=complete-report", "--attr", "until=2027-06-30", "--attr", "agreed-by=csp-chair");

        Report("2027-03-08").ShouldBe(
            ["chair@example.org: no-longer-stands", "review-chair@example.org: no-longer-stands", "team@example.org: no-longer-stands"]);
        Report("2027-03-09").ShouldBeEmpty();
        Report("2027-06-16").Count.ShouldBe(2);
        Report("2027-07-01").Count.ShouldBe(3);

        _borough.Keys().ShouldContain("complete-report overdue 0 csp-chair 0");
        _borough.Keys().ShouldContain("complete-report overdue 0 csp-chair 1");
    }

    [Fact]
    public void A_correction_that_withdraws_the_ground_is_told_once_also_after_many_sweeps()
    {
        _borough.Sweep("2026-10-02").Count.ShouldBe(2);
        _borough.Do("2026-10-05", "event", "correct", $"{Reference}-E1", "--date", "2026-09-20", "--reason", "the letter came later");

        _borough.Sweep("2026-10-05").ShouldBe(
            ["chair@example.org: No longer overdue: decide whether to hold a review", "team@example.org: No longer overdue: decide whether to hold a review"]);
        for (var day = new DateOnly(2026, 10, 6); day < new DateOnly(2026, 10, 13); day = day.AddDays(1))
        {
            _borough.Sweep(Invocation.Text(day)).ShouldAllBe(mail => mail.Contains("Due soon", StringComparison.Ordinal));
        }

        _borough.Sweep("2026-10-21").ShouldBe(
            ["chair@example.org: Overdue: decide whether to hold a review (1 day)", "team@example.org: Overdue: decide whether to hold a review (1 day)"]);
    }

    [Fact]
    public void An_earlier_round_that_is_recorded_late_moves_no_key()
    {
        Decided();
        Do("2027-01-11", "report-completed", "2027-01-11");
        Do("2027-01-12", "submitted", "2027-01-12");
        Do("2027-02-02", "qa-outcome", "2027-02-01", "outcome=resubmit", "letter-received=2027-02-02", "respond-by=2027-02-20");
        _borough.Sweep("2027-02-22").ShouldContain(mail => mail.Contains("Overdue: make the changes", StringComparison.Ordinal));
        var before = _borough.Keys();

        Do("2027-02-23", "qa-outcome", "2026-12-01", "outcome=resubmit", "letter-received=2026-12-02");
        _borough.Sweep("2027-02-23");

        before.ShouldBeSubsetOf(_borough.Keys());
        using var ledger = _borough.Open();
        ledger.PlannedNotices()[Reference].Count(notice => notice.Step == "overdue" && notice.Rule.EndsWith("/resubmit", StringComparison.Ordinal) && notice.Key.Contains($"|{Reference}-E5|", StringComparison.Ordinal))
            .ShouldBe(3, "the round that was told is told no more, and keeps its id");
    }

    [Fact]
    public void Reworded_reordered_and_moved_to_another_file_a_rule_tells_nobody_again()
    {
        _borough.Sweep("2026-10-02").Count.ShouldBe(2);
        _borough.Edit(Guidance,
            ("title: Decide whether to hold a review", "title: Decide if there is to be a review"),
            ("quote: must be taken within one month", "quote: is to be taken within one month"),
            ("at: Timescales", "at: Timescales, page 2"));
        _borough.Sweep("2026-10-05").ShouldBeEmpty();

        Reorder(Guidance);
        _borough.Sweep("2026-10-06").ShouldBeEmpty();

        File.Move(_borough.Program.Path($"rules/{Guidance}"), _borough.Program.Path("rules/national/another-file.yaml"));
        _borough.Sweep("2026-10-07").ShouldBeEmpty();
        _borough.Sweep("2026-10-29").Count.ShouldBe(2);
    }

    [Fact]
    public void A_renamed_rule_step_and_role_tell_nobody_again_and_their_repeats_go_on()
    {
        _borough.Sweep("2026-10-02").Count.ShouldBe(2);

        // Scenarios use the names of today, and decide nothing: here they would only have to be edited along.
        foreach (var scenarios in Directory.EnumerateFiles(_borough.Program.Path("rules"), "*.scenarios.yaml", SearchOption.AllDirectories).ToList())
        {
            File.Delete(scenarios);
        }

        foreach (var edition in new[] { "2011", "2013", "2016" })
        {
            _borough.Edit($"national/guidance-{edition}.yaml", ("  - id: decide\n", "  - id: reach-decision\n    was: decide\n"));
        }

        _borough.Edit("escalation/paths.yaml", ("      - id: overdue\n", "      - id: late\n        was: overdue\n"), ("      - id: repeated\n", "      - id: again\n        was: repeated\n"));
        _borough.Sweep("2026-10-05").ShouldBeEmpty();

        RenameEverywhere("csp-chair", "partnership-chair", "roles");
        _borough.Sweep("2026-10-06").ShouldBeEmpty();
        _borough.Sweep("2026-10-29").ShouldBe(
            ["chair@example.org: Overdue: decide whether to hold a review (28 days)", "team@example.org: Overdue: decide whether to hold a review (28 days)"]);
        _borough.Keys().ShouldContain("reach-decision again 0 partnership-chair 0");

        Do("2026-11-02", "decision", "2026-11-02", "outcome=review");
        _borough.Told("2026-11-02", "reach-decision").ShouldBe(["chair@example.org: no-longer-stands", "team@example.org: no-longer-stands"]);
        _borough.Sweep("2026-11-03").ShouldBeEmpty();
        _borough.Program.RunOn(new DateOnly(2026, 11, 3), "ledger", "verify").Code.ShouldBe(0);
    }

    [Fact]
    public void A_renamed_event_is_read_as_the_word_of_today_and_nothing_is_told_again()
    {
        _borough.Sweep("2026-10-02").Count.ShouldBe(2);
        RenameEverywhere("notified", "partnership-told", "events");

        _borough.Sweep("2026-10-05").ShouldBeEmpty();
        _borough.Do("2026-10-06", "event", "correct", $"{Reference}-E1", "--date", "2026-09-02", "--reason", "a day later");
        _borough.Do("2026-10-06", "import", "in").ShouldContain("nothing changes");
        _borough.Do("2026-10-06", "export", "out");
        File.ReadAllText(_borough.Program.Path("out/events.csv")).ShouldContain("partnership-told");
    }

    [Fact]
    public void A_case_that_moves_to_another_edition_is_told_nothing_twice()
    {
        _borough.Sweep("2026-10-02").Count.ShouldBe(2);
        File.Copy(_borough.Program.Path($"rules/{Guidance}"), _borough.Program.Path("rules/national/guidance-2026.yaml"));
        _borough.Edit("national/guidance-2026.yaml", ("pack: guidance-2016\n", "pack: guidance-2026\n"), ("from: 2016-12", "from: 2026-02"));

        _borough.Sweep("2026-10-05").ShouldBeEmpty();

        _borough.Sweep("2026-10-29").Count.ShouldBe(2);
        using var ledger = _borough.Open();
        ledger.PlannedNotices()[Reference].Select(notice => notice.Rule).Distinct().ShouldBe(["guidance-2016/decide", "guidance-2026/decide"]);
    }

    [Fact]
    public void A_contact_that_changes_between_two_repeats_gets_the_next_one_and_the_old_one_nothing_more()
    {
        _borough.Sweep("2026-10-02");
        _borough.Sweep("2026-10-29").Count.ShouldBe(2);
        _borough.Program.Write("more/contacts.csv", "partnership,case,agency,role,email,from,until\nborough,,,csp-chair,chair@example.org,,2026-11-10\nborough,,,csp-chair,new-chair@example.org,2026-11-11,\n");
        _borough.Do("2026-11-10", "import", "more");
        _borough.Sweep("2026-11-10").ShouldBeEmpty();
        _borough.Sweep("2026-11-11").ShouldBeEmpty();

        _borough.Sweep("2026-11-26").ShouldBe(
            ["new-chair@example.org: Overdue: decide whether to hold a review (56 days)", "team@example.org: Overdue: decide whether to hold a review (56 days)"]);
    }

    /// <summary>What is told of the report alone.</summary>
    private IReadOnlyList<string> Report(string day) => _borough.Told(day, "complete-report");

    private void Decided()
    {
        Do("2026-09-01", "decision", "2026-09-01", "outcome=review");
        _borough.Sweep("2026-09-02");
        _borough.Sweep("2027-02-15");
    }

    private void Do(string day, string kind, string date, params string[] attributes) =>
        _borough.Do(day, ["event", "add", Reference, kind, date, .. attributes.SelectMany(one => new[] { "--attr", one })]);

    /// <summary>The first timescale goes to the end.</summary>
    private void Reorder(string file)
    {
        var path = _borough.Program.Path($"rules/{file}");
        var text = File.ReadAllText(path);
        var from = text.IndexOf("timescales:\n", StringComparison.Ordinal) + "timescales:\n".Length;
        var second = text.IndexOf("\n  - id: ", from + 5, StringComparison.Ordinal) + 1;
        var end = text.IndexOf("\nchecks:", second, StringComparison.Ordinal) is var checks and > 0 ? checks + 1 : text.Length;
        File.WriteAllText(path, text[..from] + text[second..end].TrimEnd('\n') + "\n\n" + text[from..second] + text[end..]);
        _borough.Do("2026-09-01", "rules", "check");
    }

    /// <summary>In the vocabulary with its former name, and wherever a rule or a path uses it.</summary>
    private void RenameEverywhere(string old, string now, string section)
    {
        foreach (var file in Directory.EnumerateFiles(_borough.Program.Path("rules"), "*.yaml", SearchOption.AllDirectories))
        {
            var text = System.Text.RegularExpressions.Regex.Replace(File.ReadAllText(file), $@"(?<![a-z-]){old}(?![a-z-])", now);
            if (Path.GetFileName(file) == "vocabulary.yaml")
            {
                var at = text.IndexOf($"\n{section}:", StringComparison.Ordinal);
                var name = text.IndexOf($"  - name: {now}\n", at, StringComparison.Ordinal) + $"  - name: {now}\n".Length;
                text = text.Insert(name, $"    was: {old}\n");
            }

            File.WriteAllText(file, text);
        }

        _borough.Do("2026-09-01", "rules", "check");
    }
}

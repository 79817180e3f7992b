using System.Text.Json;
using DhrCompliance.Service.Commands;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Tests.Ledger;

namespace DhrCompliance.Service.Tests.Commands;

/// <summary>What a changed rulebook does to the sample borough, and the rulebooks that a register keeps.</summary>
public sealed class ImpactTests : IDisposable
{
    private const string Register = "demo/register.db";
    private const string Guidance = "national/guidance-2016.yaml";
    private const string Friday = "2026-11-27";
    private readonly TestProgram _program = new();

    public ImpactTests()
    {
        _program.Run("demo", "--quiet").Code.ShouldBe(ExitCode.Done);
        Copy("rules");
        Copy("proposed");
    }

    public void Dispose() => _program.Dispose();

    [Fact]
    public void The_same_rules_differ_in_nothing()
    {
        var run = Impact();

        (run.Code, run.Errors).ShouldBe((ExitCode.Done, ""));
        run.Output.ShouldContain("Nothing differs for any of 23 cases.");
    }

    [Fact]
    public void It_says_what_two_full_audits_beside_each_other_say_and_the_register_stays_as_it_was()
    {
        Propose(Guidance, ("within: 6 months", "within: 2 months"), ("within: 1 month", "within: 40 days"));
        Propose("local/three-boroughs.yaml", ("within: 6 months", "within: 2 months"), ("  - id: family-saw-report-first\n", "  - id: family-saw-it-first\n"));
        Propose("local/three-boroughs.scenarios.yaml", ("family-saw-report-first", "family-saw-it-first"));
        var bytes = File.ReadAllBytes(_program.Path(Register));

        var run = Impact("--format", "json");

        run.Code.ShouldBe(ExitCode.Found);
        var found = JsonDocument.Parse(run.Output).RootElement;
        var (before, now) = (Rows("rules"), Rows("proposed"));
        var expected = before.Keys.Union(now.Keys).Where(key => before.GetValueOrDefault(key) != now.GetValueOrDefault(key))
            .Select(key => $"{key}: {before.GetValueOrDefault(key)} -> {now.GetValueOrDefault(key)}").Order(StringComparer.Ordinal).ToList();
        expected.Count.ShouldBeGreaterThan(20);
        Cases(found).SelectMany(one => one.GetProperty("rows").EnumerateArray().Select(row => $"{Key(one, row)}: {Said(row, "before")} -> {Said(row, "now")}"))
            .Order(StringComparer.Ordinal).ShouldBe(expected);

        var breaches = found.GetProperty("summary").GetProperty("breachesAppearing").EnumerateObject().Sum(rule => rule.Value.GetInt32())
            - found.GetProperty("summary").GetProperty("breachesVanishing").EnumerateObject().Sum(rule => rule.Value.GetInt32());
        breaches.ShouldBe(Breaches("proposed") - Breaches("rules"));
        breaches.ShouldNotBe(0);
        File.ReadAllBytes(_program.Path(Register)).ShouldBe(bytes);
    }

    [Fact]
    public void Who_would_be_told_is_who_a_run_under_each_of_the_two_does_tell()
    {
        Propose(Guidance, ("within: 6 months", "within: 2 months"), ("within: 1 month", "within: 40 days"));
        Propose("local/three-boroughs.yaml", ("within: 6 months", "within: 2 months"));
        var found = JsonDocument.Parse(Impact("--format", "json", "--as-of", Friday).Output).RootElement;

        var (before, now) = (Told("rules"), Told("proposed"));

        Notices(found, "newNotices").ShouldBe(now.Except(before).Order(StringComparer.Ordinal));
        Notices(found, "goneNotices").ShouldBe(before.Except(now).Order(StringComparer.Ordinal));
        Notices(found, "newNotices").ShouldNotBeEmpty();
        Notices(found, "goneNotices").ShouldNotBeEmpty();
        found.GetProperty("summary").GetProperty("newNotices").EnumerateObject().Sum(role => role.Value.GetInt32()).ShouldBe(Notices(found, "newNotices").Count);
    }

    [Fact]
    public void The_numbers_come_first_and_it_can_be_cut_to_cases_and_partnerships()
    {
        Propose(Guidance, ("within: 1 month", "within: 40 days"));

        var table = Impact().Output;
        table.IndexOf("of 23 cases differ", StringComparison.Ordinal).ShouldBeLessThan(table.IndexOf("HAR-01", StringComparison.Ordinal));
        Impact("--case", "HAR-01").Output.ShouldContain("1 of 1 case differs");
        Impact("--partnership", "thornbeck").Output.ShouldNotContain("HAR-01");
        Impact("--partnership", "thornbeck").Output.ShouldContain("TBK-01");
        Impact("--as-of", "2026-11-21").Output.ShouldContain("is no working day");
        _program.Run("rules", "impact", "--with", "proposed", "--ledger", Register, "--case", "HAR-99").Code.ShouldBe(ExitCode.Usage);
    }

    [Fact]
    public void The_page_stands_alone_and_says_what_the_table_says()
    {
        Propose(Guidance, ("within: 1 month", "within: 40 days"));

        Impact("--format", "html", "--out", "impact.html").Code.ShouldBe(ExitCode.Found);

        var page = File.ReadAllText(_program.Path("impact.html"));
        foreach (var outside in new[] { "<script", "<link", "<img", "http:", "https:", "@import" })
        {
            page.ShouldNotContain(outside);
        }

        page.ShouldContain("cases differ");
        page.ShouldContain("<caption>What each case&#x27;s rules come to");
        page.ShouldContain("@media print");
    }

    [Fact]
    public void Mistakes_in_the_changed_folder_are_listed_and_a_folder_that_is_not_there_is_told()
    {
        Propose(Guidance, ("within: 6 months", "within: 6 moths"));

        var run = Impact();
        (run.Code, run.Output).ShouldBe((ExitCode.BadInput, ""));
        run.Errors.ShouldContain("proposed/national/guidance-2016.yaml:");

        var none = _program.Run("rules", "impact", "--with", "elsewhere", "--ledger", Register);
        none.Code.ShouldBe(ExitCode.Usage);
        none.Errors.ShouldContain("There is no folder");
    }

    [Fact]
    public void A_word_that_the_changed_vocabulary_has_not_is_told()
    {
        _program.Write("rules/extra.yaml", "events:\n  - name: picnic\n    title: the picnic\n");
        _program.Run("event", "add", "HAR-01", "picnic", "2026-11-01", "--ledger", Register).Errors.ShouldContain("picnic", customMessage: "no word of the rules in force");
        _program.Run("event", "add", "HAR-01", "picnic", "2026-11-01", "--ledger", Register, "--rules", "rules").Code.ShouldBe(ExitCode.Done);

        var run = Impact();

        run.Code.ShouldBe(ExitCode.Partly);
        run.Errors.ShouldContain("'picnic'");
    }

    [Fact]
    public void A_draft_is_laid_beside_the_law_in_force()
    {
        _program.Write("rules/national/draft.yaml", """
            pack: guidance-2027
            title: A draft
            based-on: guidance-2016
            status: draft
            governs:
              by: [csp-chair-notified, notified, decision]
              from: 2025-01
            change:
              - rule: decide
                within: 40 days
                basis: proposed

            """);

        var run = _program.Run("audit", "--ledger", Register, "--with-draft", "guidance-2027", "--format", "json");

        run.Code.ShouldBe(ExitCode.Found, run.Errors);
        run.Errors.ShouldContain("these are the rules of rules");
        var found = JsonDocument.Parse(run.Output).RootElement;
        found.GetProperty("draft").GetString().ShouldBe("guidance-2027");
        var row = Cases(found).Single(one => one.GetProperty("reference").GetString() == "HAR-01").GetProperty("rows").EnumerateArray().ShouldHaveSingleItem();
        (row.GetProperty("was").GetString(), row.GetProperty("rule").GetString()).ShouldBe(("guidance-2016/decide", "guidance-2027/decide"));
        _program.Run("audit", "--ledger", Register, "--with-draft", "guidance-2027").Output.ShouldContain("The draft guidance-2027 beside the law in force");
    }

    [Theory]
    [InlineData("the drafts are: dardr-draft", "--with-draft", "guidance-2016")]
    [InlineData("The register keeps no rulebook 'ffffffffffff'", "--rulebook", "ffffffffffff")]
    [InlineData("kept since", "--rulebook", "sha256:")]
    public void A_draft_or_rulebook_that_is_not_there_is_wrong_usage(string expected, params string[] options)
    {
        var run = _program.Run(["audit", "--ledger", Register, .. options]);

        (run.Code, run.Output).ShouldBe((ExitCode.Usage, ""));
        run.Errors.ShouldContain(expected);
    }

    [Fact]
    public void A_rulebook_of_an_earlier_run_says_what_it_said_then()
    {
        var then = Audit("rules", "--as-of", Friday);
        var hash = then.GetProperty("rulebook").GetProperty("hash").GetString()!;
        Propose(Guidance, ("within: 6 months", "within: 2 months"));
        Propose("local/three-boroughs.yaml", ("within: 6 months", "within: 2 months"));
        _program.RunOn(new DateOnly(2026, 11, 27), "run", "--ledger", Register, "--rules", "proposed", "--quiet").Code.ShouldBeOneOf(ExitCode.Done, ExitCode.Partly);

        foreach (var typed in new[] { hash, hash["sha256:".Length..], hash[..15] })
        {
            Audit("proposed", "--as-of", Friday, "--rulebook", typed).ToString().ShouldBe(then.ToString());
        }

        Audit("proposed", "--as-of", Friday).GetProperty("rulebook").GetProperty("hash").GetString().ShouldNotBe(hash);
        var both = _program.Run("audit", "--ledger", Register, "--rulebook", "sha256:");
        both.Errors.ShouldContain(hash);
    }

    private ProgramRun Impact(params string[] more) => _program.Run(["rules", "impact", "--with", "proposed", "--ledger", Register, .. more]);

    private JsonElement Audit(string rules, params string[] more) =>
        JsonDocument.Parse(_program.Run(["audit", "--ledger", Register, "--rules", rules, "--format", "json", .. more]).Output).RootElement;

    private int Breaches(string rules) => Audit(rules).GetProperty("summary").GetProperty("live") is var live
        ? Count(live, "overdue") + Count(live, "fails") : 0;

    private static int Count(JsonElement states, string state) => states.TryGetProperty(state, out var count) ? count.GetInt32() : 0;

    private Dictionary<string, string> Rows(string rules) => Cases(Audit(rules)).SelectMany(one => new[] { "criteria", "timescales", "checks" }
        .SelectMany(kind => one.GetProperty(kind).EnumerateArray())
        .Select(row => (Key: Key(one, row), Says: $"{Text(row, "state") ?? Text(row, "answer")} {Text(row, "due")} {Text(row, "metOn") ?? Text(row, "at")}")))
        .ToDictionary(row => row.Key, row => row.Says, StringComparer.Ordinal);

    private static string Key(JsonElement one, JsonElement row) => $"{one.GetProperty("reference").GetString()} {Text(row, "rule")} {Text(row, "instance") ?? "once"}";

    /// <summary>What a row of the impact says of one side; nothing where it has no such row.</summary>
    private static string? Said(JsonElement row, string side) => Text(row.GetProperty("state"), side) is { } state
        ? $"{state} {Text(row.GetProperty("due"), side)} {Text(row.GetProperty("metOn"), side)}" : null;

    private static string? Text(JsonElement row, string name) => row.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static JsonElement.ArrayEnumerator Cases(JsonElement document) => document.GetProperty("cases").EnumerateArray();

    private static List<string> Notices(JsonElement found, string kind) =>
    [
        .. Cases(found).SelectMany(one => one.GetProperty(kind).EnumerateArray().Select(notice =>
            $"{one.GetProperty("reference").GetString()} {Text(notice, "rule")} {Text(notice, "instance")} {Text(notice, "step")} {notice.GetProperty("repeat").GetInt32()} {Text(notice, "role")}"))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>What a run on the Friday plans on a copy of the register.</summary>
    private List<string> Told(string rules)
    {
        File.Copy(_program.Path(Register), _program.Path($"{rules}.db"));
        _program.RunOn(new DateOnly(2026, 11, 27), "run", "--ledger", $"{rules}.db", "--rules", rules, "--quiet").Code.ShouldBeOneOf(ExitCode.Done, ExitCode.Partly);
        using var ledger = LedgerDatabase.Open(_program.Path($"{rules}.db"), OpenMode.ReadOnly, new ManualClock());
        return [.. ledger.PlannedNotices().Values.SelectMany(notices => notices)
            .Where(notice => notice.PlannedOn == new DateOnly(2026, 11, 27) && !SentReading.IsPassedOver(notice.Kind))
            .Select(notice => notice.Key.Split('|') is var parts ? $"{parts[0]} {notice.Rule} {parts[2]} {parts[3]} {parts[4]} {parts[5]}" : "")];
    }

    private void Copy(string folder)
    {
        var from = PathsAlone.Rules;
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            _program.Write(Path.Combine(folder, Path.GetRelativePath(from, file)), File.ReadAllText(file));
        }
    }

    private void Propose(string file, params (string Find, string Replacement)[] changes)
    {
        var text = File.ReadAllText(_program.Path($"proposed/{file}"));
        foreach (var (find, replacement) in changes)
        {
            text.ShouldContain(find);
            text = text.Replace(find, replacement, StringComparison.Ordinal);
        }

        _program.Write($"proposed/{file}", text);
    }
}

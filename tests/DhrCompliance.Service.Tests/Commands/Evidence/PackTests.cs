using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using DhrCompliance.Service.Commands;

namespace DhrCompliance.Service.Tests.Commands.Evidence;

/// <summary>An audit that another person can check without the register, and what they find where somebody changed it.</summary>
public sealed class PackTests : IClassFixture<PackTests.Register>
{
    private static int _packs;

    private readonly TestProgram _program;
    private readonly string _mine = FormattableString.Invariant($"pack-{Interlocked.Increment(ref _packs)}.zip");

    public PackTests(Register register) => _program = register.Program;

    [Fact]
    public void The_same_register_gives_the_same_bytes_and_every_conclusion_follows_from_the_pack_alone()
    {
        Pack("one.zip").Code.ShouldBe(ExitCode.Found);
        Pack("two.zip").Code.ShouldBe(ExitCode.Found);
        File.ReadAllBytes(_program.Path("one.zip")).ShouldBe(File.ReadAllBytes(_program.Path("two.zip")));

        var run = _program.Run("audit", "--verify-pack", "one.zip", "--ledger", "nowhere.db", "--rules", "nowhere");

        (run.Code, run.Errors).ShouldBe((ExitCode.Done, ""));
        run.Output.ShouldContain("every conclusion is the same, byte for byte");
        run.Output.ShouldContain("Everything in the pack is as it says.");
    }

    [Fact]
    public void One_mail_to_a_person_of_two_partnerships_is_in_it_with_the_chain_that_it_stands_in()
    {
        using var program = new TestProgram(withPost: true);
        program.Run("demo", "--out", "data").Code.ShouldBe(ExitCode.Done);
        program.Ask("SELECT count(*) > 0 FROM deliveries WHERE partnership = ''").ShouldBe("1");

        var made = program.Run("audit", "--pack", "all.zip");
        made.Code.ShouldBe(ExitCode.Found, made.Errors);
        var run = program.Run("audit", "--verify-pack", "all.zip");

        (run.Code, run.Errors).ShouldBe((ExitCode.Done, ""));
    }

    [Fact]
    public void The_audit_in_it_is_the_audit_of_the_register()
    {
        Pack(_mine);

        Repacked.Text(_program.Path(_mine), "audit.json").ShouldBe(_program.Run("audit", "--case", "B-1", "--format", "json").Output.TrimEnd('\n'));
    }

    [Fact]
    public void It_holds_what_was_told_and_to_whom_by_role_and_nothing_of_other_reviews()
    {
        Pack(_mine);
        var parts = Repacked.Parts(_program.Path(_mine));

        Encoding.UTF8.GetString(parts["register/notices.json"]).ShouldContain("csp-team");
        Encoding.UTF8.GetString(parts["register/delivery_states.json"]).ShouldContain("accepted");
        foreach (var (name, bytes) in parts.Where(part => !part.Key.StartsWith("rules/", StringComparison.Ordinal)))
        {
            Encoding.UTF8.GetString(bytes).ShouldNotContain("B-2", Case.Sensitive, name);
            Encoding.UTF8.GetString(bytes).ShouldNotContain("team@example.org", customMessage: name);
        }
    }

    [Fact]
    public void Notes_are_left_out_unless_they_are_asked_for()
    {
        Pack("without.zip").Output.ShouldContain("--with-notes puts it in");
        Pack("with.zip", "--with-notes");

        Repacked.Parts(_program.Path("without.zip")).Values.ShouldAllBe(bytes => !Encoding.UTF8.GetString(bytes).Contains("canary", StringComparison.Ordinal));
        Repacked.Text(_program.Path("with.zip"), "register/events.json").ShouldContain("canary");
        Verify("without.zip").Code.ShouldBe(ExitCode.Done);
        Verify("with.zip").Code.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public void A_change_to_any_part_is_found_and_the_part_is_named()
    {
        Pack(_mine);
        var parts = Repacked.Parts(_program.Path(_mine));

        foreach (var name in parts.Keys.Where(name => name is not "manifest.json" && (!name.StartsWith("rules/", StringComparison.Ordinal) || name == "rules/vocabulary.yaml")))
        {
            Repacked.Write(_program.Path("changed.zip"), new Dictionary<string, byte[]>(parts) { [name] = [.. parts[name], (byte)'\n'] }, withFittingManifest: false);

            var run = Verify("changed.zip");
            run.Code.ShouldBe(ExitCode.Found, name);
            run.Output.ShouldContain($"{name} has another SHA-256");
        }

        Repacked.Write(_program.Path("changed.zip"), parts.Where(part => part.Key != "README.txt").ToDictionary(), withFittingManifest: false);
        Verify("changed.zip").Output.ShouldContain("README.txt is in manifest.json and not in the pack");
    }

    [Theory]
    [InlineData("register/events.json", "2026-03-10", "2026-03-11", "register/events.json, row ")]
    [InlineData("register/cases.json", "borough", "burough", "register/cases.json, row ")]
    [InlineData("register/partnerships.json", "2026-01-01", "2025-01-01", "register/partnerships.json, row ")]
    [InlineData("register/notices.json", "csp-team", "csp-chair", "register/notices.json, row ")]
    [InlineData("audit.json", "\"state\": \"overdue\"", "\"state\": \"met\"", ": state is \"met\" in the pack, and \"overdue\" made again")]
    [InlineData("audit.json", "The clock started", "The clock begun", "because is")]
    [InlineData("trail/acts.json", "\"by\": \"tester\"", "\"by\": \"another\"", "trail/acts.json: the act ")]
    [InlineData("trail/chain-1.json", "\"written\",\"cases\"", "\"written\",\"items\"", "the audit trail of borough, entry ")]
    [InlineData("trail/chain-1.json", "\"events\"", "\"items\"", "the audit trail of borough, entry ")]
    [InlineData("rules/national/guidance-2016.yaml", "within: 1 month", "within: 2 months", "a rule or a calendar was changed")]
    [InlineData("pack.json", "\"asOf\": \"2026-11-20\"", "\"asOf\": \"2026-05-20\"", "asOf is")]
    [InlineData("register/events.json", "\"2026-03-10\"", "{\"leftOut\":true}", ": date was taken out")]
    [InlineData("register/events.json", "\"columns\":[\"row\"", "\"columns\":[\"roe\",\"row\"", "register/events.json is not what it should be")]
    [InlineData("audit.json", "{", "[", "audit.json is no JSON")]
    public void A_change_by_somebody_who_made_the_hashes_fit_is_found_all_the_same(string part, string from, string to, string expected)
    {
        Pack(_mine);
        var parts = Repacked.Parts(_program.Path(_mine));
        var text = Encoding.UTF8.GetString(parts[part]);
        text.ShouldContain(from);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        parts[part] = Encoding.UTF8.GetBytes(string.Concat(text.AsSpan(0, at), to, text.AsSpan(at + from.Length)));
        Repacked.Write(_program.Path(_mine), parts, withFittingManifest: true);

        var run = Verify(_mine);

        run.Code.ShouldBe(ExitCode.Found, run.Output + run.Errors);
        run.Output.ShouldContain(expected);
        run.Output.ShouldContain("do not rely on it");
    }

    [Fact]
    public void A_row_slipped_in_and_a_chain_cut_short_are_found()
    {
        Pack(_mine);
        var parts = Repacked.Parts(_program.Path(_mine));
        var events = JsonNode.Parse(parts["register/events.json"])!;
        var more = events["rows"]![0]!.DeepClone();
        more[0] = 999_999;
        events["rows"]!.AsArray().Add(more);
        var chain = JsonNode.Parse(parts["trail/chain-1.json"])!;
        chain["entries"]!.AsArray().RemoveAt(chain["entries"]!.AsArray().Count - 1);
        parts["register/events.json"] = Encoding.UTF8.GetBytes(events.ToJsonString());
        parts["trail/chain-1.json"] = Encoding.UTF8.GetBytes(chain.ToJsonString());
        Repacked.Write(_program.Path(_mine), parts, withFittingManifest: true);

        var run = Verify(_mine);

        run.Code.ShouldBe(ExitCode.Found);
        run.Output.ShouldContain("register/events.json, row 999999 has no entry in the audit trail");
        run.Output.ShouldContain("does not end where it says");
    }

    [Fact]
    public void Another_version_may_say_it_in_other_words_and_may_not_conclude_otherwise()
    {
        Pack(_mine);
        var parts = Repacked.Parts(_program.Path(_mine));
        Change("pack.json", "\"toolVersion\": \"", "\"toolVersion\": \"9");
        Change("audit.json", "The clock started", "The clock begun");
        Repacked.Write(_program.Path(_mine), parts, withFittingManifest: true);
        var run = Verify(_mine);
        (run.Code, run.Output.Contains("other words", StringComparison.Ordinal)).ShouldBe((ExitCode.Done, true), run.Output);

        Change("audit.json", "\"state\": \"overdue\"", "\"state\": \"met\"");
        Repacked.Write(_program.Path(_mine), parts, withFittingManifest: true);
        Verify(_mine).Code.ShouldBe(ExitCode.Found);

        void Change(string part, string from, string to) =>
            parts[part] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(parts[part]).Replace(from, to, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--known-at", "2026-04-10", "--claimed", "--as-of", "2026-04-12")]
    [InlineData("--rule", "decide", "--state", "overdue")]
    [InlineData("--partnership", "borough")]
    [InlineData("--known-at", "2999-01-01")]
    public void Whatever_was_asked_for_can_be_assessed_again(params string[] asked)
    {
        var made = _program.Run(["audit", "--pack", _mine, .. asked]);
        made.Errors.Replace("dhr: 2 versions of events say nothing of when they were recorded: these count from when the register took them in.", "", StringComparison.Ordinal).Trim().ShouldBeEmpty();

        Verify(_mine).Code.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public void A_row_that_another_system_wrote_has_its_place_in_the_trail_first()
    {
        using var other = new Register();
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={other.Program.Path("data/register.db")};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO events (id, reference, event, date) VALUES ('beside', 'B-1', 'family-updated', '2026-05-01')";
            command.ExecuteNonQuery();
        }

        var run = other.Program.Run("audit", "--case", "B-1", "--pack", "p.zip");

        run.Code.ShouldBe(ExitCode.Usage);
        run.Errors.ShouldContain("'dhr run' gives it one");
        File.Exists(other.Program.Path("p.zip")).ShouldBeFalse();
    }

    [Fact]
    public void What_is_no_pack_is_refused_whatever_it_is()
    {
        Pack(_mine);
        var parts = Repacked.Parts(_program.Path(_mine));
        var whole = File.ReadAllBytes(_program.Path(_mine));
        Refused("empty", []);
        Refused("text", "not a zip"u8.ToArray());
        Refused("noise", [.. Enumerable.Range(0, 5000).Select(at => (byte)(at * 7919 % 251))]);
        Refused("cut short", whole[..(whole.Length / 2)]);
        Refused("without its list", Zip(parts.Where(part => part.Key != "manifest.json")));
        Refused("without its terms", Zip(parts.Where(part => part.Key != "pack.json")));
        Refused("leading out", Zip(parts.Append(new("../evil.txt", [1]))));
        Refused("leading out by the rules", Zip(parts.Append(new("rules/../../evil.yaml", [1]))));
        Refused("from the root", Zip(parts.Append(new("/etc/passwd", [1]))));
        Refused("with another kind of slash", Zip(parts.Append(new("rules\\..\\evil.yaml", [1]))));
        Refused("twice", Zip(parts.Append(new("README.txt", [1]))));
        Refused("of too many", Zip(Enumerable.Range(0, 6000).Select(at => new KeyValuePair<string, byte[]>($"rules/{at}.yaml", []))));
        Directory.GetFiles(_program.Folder, "evil*", SearchOption.AllDirectories).ShouldBeEmpty();

        void Refused(string what, byte[] bytes)
        {
            File.WriteAllBytes(_program.Path("hostile.zip"), bytes);
            var run = Verify("hostile.zip");
            run.Code.ShouldBe(ExitCode.BadInput, $"{what}: {run.Output}{run.Errors}");
            run.Errors.ShouldContain("not an evidence pack");
        }
    }

    [Fact]
    public void Parts_that_unpack_to_more_than_they_may_and_numbers_that_are_none_end_in_a_finding()
    {
        Pack(_mine);
        var parts = Repacked.Parts(_program.Path(_mine));
        Found("rules/vocabulary.yaml", new byte[8 * 1024 * 1024], "rules/vocabulary.yaml is larger than");
        Found("register/events.json", Encoding.UTF8.GetBytes(new string('[', 5000)), "register/events.json is not what it should be");
        Found("register/events.json", "{\"table\":\"events\",\"columns\":[\"row\"],\"rows\":[[\"1\"]]}"u8.ToArray(), "register/events.json is not what it should be");
        Found("register/events.json", "{\"table\":\"cases\",\"columns\":[\"row\"],\"rows\":[]}"u8.ToArray(), "is no table of a pack");
        Found("register/partnerships.json", "{\"table\":\"partnerships\",\"columns\":[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\"],\"rows\":[[1,null,null,null,null,null]]}"u8.ToArray(), "register/partnerships.json, row 1 was changed");
        Found("trail/acts.json", "null"u8.ToArray(), "trail/acts.json");
        Found("trail/chain-1.json", "{\"partnership\":\"borough\",\"hash\":\"x\",\"entries\":[[1,1,\"a\",\"b\",1,\"zz\",\"yy\",null]]}"u8.ToArray(), "has no digest");

        void Found(string part, byte[] bytes, string expected)
        {
            Repacked.Write(_program.Path("odd.zip"), new Dictionary<string, byte[]>(parts) { [part] = bytes }, withFittingManifest: true);
            var run = Verify("odd.zip");
            run.Code.ShouldBe(ExitCode.Found, run.Errors);
            run.Output.ShouldContain(expected);
        }
    }

    [Theory]
    [InlineData("--changed-since", "2026-10-01")]
    [InlineData("--with-draft", "dardr-draft")]
    public void A_pack_holds_one_audit(params string[] beside) => _program.Run(["audit", "--pack", "no.zip", .. beside]).Code.ShouldBe(ExitCode.Usage);

    [Fact]
    public void A_file_that_is_not_there_is_told() => Verify("nowhere.zip").Code.ShouldBe(ExitCode.Usage);

    private static byte[] Zip(IEnumerable<KeyValuePair<string, byte[]>> parts)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in parts)
            {
                using var stream = zip.CreateEntry(name).Open();
                stream.Write(bytes);
            }
        }

        return memory.ToArray();
    }

    private ProgramRun Pack(string path, params string[] more) => _program.Run(["audit", "--case", "B-1", "--pack", path, .. more]);

    private ProgramRun Verify(string path) => _program.Run("audit", "--verify-pack", path);

    public sealed class Register : IDisposable
    {
        public Register()
        {
            Program.Write("in/partnerships.csv", "id,name,jurisdiction,kept-since\nborough,Borough,england,2026-01-01\n");
            Program.Write("in/contacts.csv", "partnership,case,agency,role,email,from,until\nborough,,,csp-team,team@example.org,,\nborough,,,csp-chair,chair@example.org,,\n");
            Program.Write("in/cases.csv", "reference,partnership\nB-1,borough\nB-2,borough\n");
            Program.Write("in/events.csv", """
                id,reference,event,date,recorded-at,note,outcome
                E-1,B-1,death,2026-03-01,2026-03-11,,
                E-2,B-1,notified,2026-03-10,2026-03-11,,
                E-3,B-1,decision,2026-04-20,2026-04-21,a canary in a note,review
                E-4,B-2,death,2026-08-01,,,
                E-5,B-2,notified,2026-08-10,,,

                """);
            Program.Run("import", "in").Code.ShouldBe(ExitCode.Done);
            Program.Run("run").Code.ShouldBe(ExitCode.Done);
        }

        internal TestProgram Program { get; } = new();

        public void Dispose() => Program.Dispose();
    }
}

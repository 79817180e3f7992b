using System.Text.Json;
using DhrCompliance.Service.Commands;

namespace DhrCompliance.Service.Tests.Commands;

public sealed class TimelineTests
{
    [Fact]
    public void The_published_timelines_come_to_what_their_README_says_and_history_alone_is_no_breach()
    {
        using var program = Timelines.Imported();
        program.Run("audit", "--as-of", "2026-11-20").Code.ShouldBe(ExitCode.Done);
        var audit = program.Audit();

        var r02 = audit.Case("R02");
        r02.GetProperty("live").GetBoolean().ShouldBeFalse();
        foreach (var edition in new[] { "guidance-2011", "guidance-2013" })
        {
            var decide = r02.Timescale($"{edition}/decide");
            decide.Text("state").ShouldBe("cannot-tell");
            decide.Text("due").ShouldBe("2013-06-29");
            decide.GetProperty("daysLate").ValueKind.ShouldBe(JsonValueKind.Null);
            decide.GetProperty("daysLateRange").EnumerateArray().Select(day => day.GetInt32()).ShouldBe([0, 12]);
            decide.GetProperty("missing").EnumerateArray().Select(word => word.GetString()).ShouldBe(["decision"]);
        }

        var r07 = audit.Case("R07");
        r07.GetProperty("editions").EnumerateArray().Select(edition => edition.GetString()).ShouldBe(["guidance-2013", "guidance-2016"], ignoreOrder: true);
        r07.Timescale("guidance-2013/complete-report").Text("state").ShouldBe("met-late");
        r07.Timescale("guidance-2016/complete-report").Text("state").ShouldBe("met-late");

        var r14 = audit.Case("R14");
        r14.Timescale("guidance-2011/submit").Text("state").ShouldBe("met-late");
        r14.Timescale("guidance-2011/submit").GetProperty("daysLateRange").EnumerateArray().Select(day => day.GetInt32()).ShouldBe([190, 333]);
        r14.Timescale("guidance-2013/complete-report").Text("state").ShouldBe("cannot-tell");

        var r28 = audit.Case("R28").Timescale("guidance-2016/complete-report");
        r28.Text("state").ShouldBe("cannot-tell");
        r28.Text("due").ShouldBe("2020-09-28/2027-05-20");
        audit.GetProperty("summary").GetProperty("live").EnumerateObject().ShouldBeEmpty();
        audit.GetProperty("failures").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public void Report_to_approval_of_R03_and_the_Saturday_of_R17_are_told()
    {
        using var program = Timelines.Imported();
        var audit = program.Audit();

        var milestones = audit.Case("R03").GetProperty("milestones").EnumerateArray()
            .Where(one => one.GetProperty("daysRange").ValueKind == JsonValueKind.Array)
            .Select(one => one.GetProperty("daysRange").EnumerateArray().Select(day => day.GetInt32()).ToArray());
        milestones.ShouldContain(range => range[0] == 192 && range[1] == 221);
        audit.Case("R17").GetProperty("questions").EnumerateArray().Select(question => question.Text("text")).ShouldContain(text => text!.Contains("Saturday", StringComparison.Ordinal));
    }

    [Fact]
    public void Importing_twice_changes_nothing()
    {
        using var program = Timelines.Imported();
        var before = program.Audit().GetRawText();

        var again = program.Run("import", Timelines.Folder);

        again.Code.ShouldBe(ExitCode.Done);
        again.Output.ShouldContain("Imported: nothing new; 70 unchanged.");
        program.Audit().GetRawText().ShouldBe(before);
    }

    [Fact]
    public void What_is_exported_and_imported_into_an_empty_register_gives_an_equal_audit()
    {
        using var program = Timelines.Imported();
        var before = program.Audit().GetRawText();

        program.Run("export", "out").Code.ShouldBe(ExitCode.Done);
        program.Run("import", "out", "--ledger", "other.db").Code.ShouldBe(ExitCode.Done);

        program.Audit("--ledger", "other.db").GetRawText().ShouldBe(before);
    }

    [Fact]
    public void What_was_known_before_the_import_is_nothing_and_after_it_everything()
    {
        using var program = Timelines.Imported();

        program.Audit("--known-at", "2020-01-01").GetProperty("cases").GetArrayLength().ShouldBe(0);
        var after = program.Audit("--known-at", "2999-01-01T00:00:00Z");

        after.GetProperty("cases").GetArrayLength().ShouldBe(13);
        after.Text("knownAt").ShouldBe("2999-01-01T00:00:00Z");
        var none = program.Run("explain", "R02", "--known-at", "2020-01-01");
        none.Code.ShouldBe(ExitCode.Usage);
        none.Errors.ShouldContain("known");
    }
}

using System.Text.Json;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Reports.Json;
using DhrCompliance.Tests.Assessments.Explaining;

namespace DhrCompliance.Service.Tests.Reports.Json;

public sealed class AuditJsonTests
{
    private static readonly AuditHeader Header = new(Sample.Day("2026-11-20"), null, SampleRules.TheRules);

    [Fact]
    public void It_has_every_key_of_the_contract_at_every_level()
    {
        using var audit = Written(Header, [(SampleRules.TheFile, SampleRules.TheAssessment)]);
        var root = audit.RootElement;
        var one = root.GetProperty("cases")[0];

        Keys(root).ShouldBe(["asOf", "cases", "claimed", "failures", "knownAt", "rulebook", "summary"]);
        Keys(root.GetProperty("rulebook")).ShouldBe(["hash", "packs"]);
        Keys(one).ShouldBe(
        [
            "checks", "criteria", "editions", "family", "joint", "kind", "live", "milestones", "nextChangeOn", "partnership", "questions", "reference",
            "reopenedOn", "rounds", "timescales",
        ]);
        string[] timescale =
        [
            "rule", "instance", "item", "owner", "force", "basis", "verified", "state", "started", "originalDue", "due", "target", "metOn",
            "daysLate", "daysLateRange", "daysLateAgainstOriginal", "provisional", "explained", "heldBy", "missing", "because", "cite",
        ];
        timescale.ShouldBeSubsetOf(Keys(one.GetProperty("timescales")[0]));
        string[] check = ["rule", "instance", "item", "state", "missing", "because", "cite"];
        check.ShouldBeSubsetOf(Keys(one.GetProperty("checks")[0]));
        Keys(one.GetProperty("milestones")[0]).ShouldBe(["days", "daysRange", "from", "to"]);
        Keys(one.GetProperty("questions")[0]).ShouldBe(["about", "settles", "text"]);
        Keys(one.GetProperty("timescales")[0].GetProperty("cite")[0]).ShouldBe(["at", "quote", "source"]);
        Keys(root.GetProperty("failures")[0]).ShouldBe(["case", "error", "rule"]);
    }

    [Fact]
    public void A_checklist_shows_what_is_signed_for_and_another_check_shows_no_points()
    {
        var signed = SampleRules.TheAssessment.Checks[0] with
        {
            Rule = SampleRules.Seen with { Order = [], SignedBy = SampleRules.Seen.Order[0], Points = [new ChecklistPoint("Follows the template", "42"), new ChecklistPoint("Evidence based", null)] },
        };
        using var audit = Written(Header, [(SampleRules.TheFile, SampleRules.TheAssessment with { Checks = [.. SampleRules.TheAssessment.Checks, signed] })]);
        var checks = audit.RootElement.GetProperty("cases")[0].GetProperty("checks");

        checks[0].GetProperty("points").GetArrayLength().ShouldBe(0);
        checks[1].GetProperty("points").EnumerateArray().Select(point => (point.GetProperty("text").GetString(), point.GetProperty("obligation").GetString()))
            .ShouldBe([("Follows the template", "42"), ("Evidence based", null)]);
    }

    [Fact]
    public void A_certain_lateness_is_a_number_and_an_uncertain_one_a_range()
    {
        using var audit = Written(Header, [(SampleRules.TheFile, SampleRules.TheAssessment)]);
        var rows = audit.RootElement.GetProperty("cases")[0].GetProperty("timescales");

        rows[0].GetProperty("state").GetString().ShouldBe("cannot-tell");
        rows[0].GetProperty("daysLate").ValueKind.ShouldBe(JsonValueKind.Null);
        rows[0].GetProperty("daysLateRange").ToString().ShouldBe("""
            [
                        0,
                        12
                      ]
            """);
        rows[0].GetProperty("verified").GetBoolean().ShouldBeFalse();
        rows[1].GetProperty("state").GetString().ShouldBe("overdue");
        rows[1].GetProperty("daysLate").GetInt32().ShouldBe(51);
        rows[1].GetProperty("daysLateRange").ValueKind.ShouldBe(JsonValueKind.Null);
        rows[1].GetProperty("daysLateAgainstOriginal").GetInt32().ShouldBe(133);
        rows[1].GetProperty("heldBy").GetProperty("chair").GetInt32().ShouldBe(314);
        rows[1].GetProperty("heldBy").GetProperty("unexplained").GetInt32().ShouldBe(0);
        rows[1].GetProperty("verified").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public void Because_is_said_in_the_sentences_that_an_explanation_has()
    {
        using var audit = Written(Header, [(SampleRules.TheFile, SampleRules.TheAssessment)]);
        var because = audit.RootElement.GetProperty("cases")[0].GetProperty("timescales")[0].GetProperty("because")
            .EnumerateArray().Select(sentence => sentence.GetString()!).ToList();
        var explained = Explanation.Of("R02", SampleRules.CannotTell, SampleRules.TheRules);

        because[^1].ShouldBe("To settle it: the date of the decision whether to hold a review.");
        string.Join(' ', because).ShouldBe(string.Join(' ', [.. explained.Paragraphs, explained.ToSettle]));
    }

    [Fact]
    public void Dates_known_in_part_are_written_as_intervals()
    {
        var row = SampleRules.CannotTell with { Due = Sample.Between("2013-07-01", "2013-07-31"), MetOn = Sample.By("2013-07-11"), Started = null };
        using var audit = Written(Header, [(SampleRules.TheFile, SampleRules.TheAssessment with { Timescales = [row] })]);
        var written = audit.RootElement.GetProperty("cases")[0].GetProperty("timescales")[0];

        written.GetProperty("due").GetString().ShouldBe("2013-07-01/2013-07-31");
        written.GetProperty("metOn").GetString().ShouldBe("../2013-07-11");
        written.GetProperty("started").ValueKind.ShouldBe(JsonValueKind.Null);
        written.GetProperty("heldBy").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void Live_and_historic_rows_are_counted_apart_by_state()
    {
        var historic = SampleRules.TheAssessment with { Live = false, Failures = [] };
        using var audit = Written(Header with { KnownAt = "2026-03-03" }, [(SampleRules.TheFile, SampleRules.TheAssessment), (SampleRules.TheFile, historic)]);
        var summary = audit.RootElement.GetProperty("summary");

        audit.RootElement.GetProperty("knownAt").GetString().ShouldBe("2026-03-03");
        foreach (var kind in new[] { "live", "historic" })
        {
            summary.GetProperty(kind).EnumerateObject().ToDictionary(state => state.Name, state => state.Value.GetInt32())
                .ShouldBe(new Dictionary<string, int> { ["cannot-tell"] = 1, ["fails"] = 1, ["not-started"] = 1, ["overdue"] = 1 }, ignoreOrder: true);
        }
    }

    [Fact]
    public void A_case_that_fails_on_the_way_is_among_the_failures_and_the_others_stand()
    {
        var failures = new List<AuditFailure>();
        using var audit = Written(Header, Cases(), failures);

        audit.RootElement.GetProperty("cases").GetArrayLength().ShouldBe(2);
        audit.RootElement.GetProperty("failures").EnumerateArray()
            .Select(failure => (failure.GetProperty("case").GetString(), failure.GetProperty("rule").GetString()))
            .ShouldBe([("R02", "edition-2/broken"), ("R02", "edition-2/broken"), ("R99", null)]);

        IEnumerable<(CaseFile, Assessment)> Cases()
        {
            yield return (SampleRules.TheFile, SampleRules.TheAssessment);
            failures.Add(new AuditFailure("R99", null, "too many events"));
            yield return (SampleRules.TheFile, SampleRules.TheAssessment);
        }
    }

    [Fact]
    public void Ten_thousand_cases_are_written_as_they_come()
    {
        var asked = 0;
        var furthestBehind = 0L;
        using var output = new CountingStream();
        AuditJson.Write(output, Header, Cases());

        asked.ShouldBe(10_000);
        output.Length.ShouldBeGreaterThan(30_000_000);
        furthestBehind.ShouldBeLessThan(1_000_000);

        IEnumerable<(CaseFile, Assessment)> Cases()
        {
            for (; asked < 10_000; asked++)
            {
                furthestBehind = long.Max(furthestBehind, (asked * 3_000L) - output.Length);
                yield return (SampleRules.TheFile, SampleRules.TheAssessment);
            }
        }
    }

    [Fact]
    public void Hostile_text_cannot_leave_its_string()
    {
        var hostile = SampleRules.TheFile with { Partnership = "\"},<script>alert(1)</script>\u2028\u0000" };
        using var audit = Written(Header, [(hostile, SampleRules.TheAssessment)]);

        audit.RootElement.GetProperty("cases")[0].GetProperty("partnership").GetString().ShouldBe(hostile.Partnership);
    }

    private static JsonDocument Written(
        AuditHeader header, IEnumerable<(CaseFile, Assessment)> cases, IReadOnlyCollection<AuditFailure>? failures = null)
    {
        using var output = new MemoryStream();
        AuditJson.Write(output, header, cases, failures);
        output.Position = 0;
        return JsonDocument.Parse(output);
    }

    private static IEnumerable<string> Keys(JsonElement element) =>
        element.EnumerateObject().Select(property => property.Name).Order(StringComparer.Ordinal);

    private sealed class CountingStream : Stream
    {
        private long _length;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _length;

        public override long Position { get => _length; set => throw new NotSupportedException(); }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => _length += count;

        public override void Write(ReadOnlySpan<byte> buffer) => _length += buffer.Length;
    }
}

using DhrCompliance.Assessments;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Sweeps;
using static DhrCompliance.Tests.Escalations.Ground;

namespace DhrCompliance.Service.Tests.Sweeps;

/// <summary>Which rules a case was assessed under before.</summary>
public sealed class BaselineTests
{
    private static readonly DateOnly Today = Day("2026-07-01");

    [Fact]
    public void A_case_that_was_never_assessed_was_assessed_under_no_rule() =>
        Of(Rules, Rules.Hash, null, Report, Tell).ShouldBe([false, false]);

    [Fact]
    public void A_rule_that_has_a_row_was_assessed_under_whatever_rulebook()
    {
        var before = On(Today, Row(Today, Today.AddDays(9)));

        Of(Rules, Rules.Hash, before, Report).ShouldBe([true]);
        Of(Rules, "sha256:other", before, Report).ShouldBe([true]);
    }

    [Fact]
    public void A_rule_of_a_pack_that_did_not_govern_was_not_assessed() =>
        Of(Rules, Rules.Hash, On(Today, Row(Today, Today.AddDays(9))), Tell, Seen).ShouldBe([false, false]);

    [Fact]
    public void A_rule_that_had_nothing_to_say_was_assessed_and_one_that_was_not_there_was_not()
    {
        var before = On(Today, Row(Today, Today.AddDays(9), Tell));

        Of(Rules, Rules.Hash, before, Seen).ShouldBe([true]);
        Of(Rules, "sha256:other", before, Seen).ShouldBe([false]);
        Of(Rules, null, before, Seen).ShouldBe([false]);
    }

    [Fact]
    public void A_duty_that_another_edition_had_was_assessed() =>
        Of(Rules, "sha256:other", On(Today, Row(Today, Today.AddDays(9))), ReportOfTheNext).ShouldBe([true]);

    [Fact]
    public void What_was_assessed_while_nobody_could_be_told_was_not() =>
        Of(Rules, Rules.Hash, On(Today, Row(Today, Today.AddDays(9))) with { Live = false }, Report).ShouldBe([false]);

    [Fact]
    public void A_rule_that_failed_was_not_assessed()
    {
        var before = On(Today, Row(Today, Today.AddDays(9), Tell)) with { Failures = [new RuleFailure(Seen.FullName, "too deep")] };

        Of(Rules, Rules.Hash, before, Seen).ShouldBe([false]);
    }

    [Fact]
    public void A_rule_under_the_name_it_had_was_assessed()
    {
        var renamed = Tell with { Id = "inform", Was = ["tell"] };
        var rules = Rules with { Packs = [.. Rules.Packs.Select(pack => pack.Id == "local" ? pack with { Timescales = [renamed] } : pack)] };

        Of(rules, "sha256:other", On(Today, Row(Today, Today.AddDays(9), Tell)), renamed).ShouldBe([true]);
    }

    [Fact]
    public void A_damaged_assessment_is_told_and_not_taken_for_none()
    {
        var stored = Stored(On(Today)) with { Payload = new byte[] { 1, 2, 3 } };

        Should.Throw<InvalidDataException>(() => new Baseline(Rules, Rules.Hash).Of(stored)(Report));
    }

    private static IEnumerable<bool> Of(Rulebook rules, string? lastHash, Assessment? before, params Rule[] asked) =>
        asked.Select(new Baseline(rules, lastHash).Of(before is null ? null : Stored(before)));

    private static StoredAssessment Stored(Assessment assessment)
    {
        using var codec = new AssessmentCodec();
        return StoredAssessment.Of(assessment, "bexley", "sha256:then", codec);
    }
}

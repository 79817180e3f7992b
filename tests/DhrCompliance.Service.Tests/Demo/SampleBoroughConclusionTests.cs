using System.Globalization;
using System.Text;
using DhrCompliance.Assessments;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Demo;
using DhrCompliance.Service.Intake;
using DhrCompliance.Service.Intake.Planning;
using DhrCompliance.Service.Intake.Reading;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Tests.RealTimelines;

namespace DhrCompliance.Service.Tests.Demo;

/// <summary>Each case of the sample borough shows what its README says it is for, whatever the day.</summary>
public sealed class SampleBoroughConclusionTests
{
    private static readonly Lazy<CompiledRulebook> Rules = new(() => CompiledRulebook.Compile(RuleFiles.Read()));

    [Theory]
    [MemberData(nameof(SampleBoroughTests.Days), MemberType = typeof(SampleBoroughTests))]
    public void It_is_imported_without_a_mistake(string day)
    {
        var asOf = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var words = KnownWords.Of(Rules.Value.Rulebook);
        var sheets = SampleBorough.Files(asOf).Select(file => CsvSheet.Read(
            new MemoryStream(Encoding.UTF8.GetBytes(file.Value)), file.Key, SheetNames.Table(Path.GetFileNameWithoutExtension(file.Key), words, out var kind)!.Value, kind, ImportLimits.Usual));

        var plan = ImportPlan.Make(new IncomingRegister { Sheets = [.. sheets] }, new RegisterRows(), words, asOf);

        plan.Mistakes.Select(mistake => mistake.ToString()).ShouldBeEmpty();
        plan.Cases.Length.ShouldBe(21);
    }

    [Theory]
    [MemberData(nameof(SampleBoroughTests.Days), MemberType = typeof(SampleBoroughTests))]
    public void Each_case_shows_what_it_is_for(string day)
    {
        var borough = new Borough(day);

        borough.State("HAR-01", "decide").ShouldBe(TimescaleState.Overdue);
        borough.State("HAR-01", "complete-report").ShouldBe(TimescaleState.NotStarted);
        borough.State("HAR-02", "complete-report").ShouldBe(TimescaleState.Running);
        borough.Because("HAR-02", "complete-report").ShouldContain(ReasonTemplate.ExtendedTo);
        borough.State("HAR-03", "complete-report").ShouldBe(TimescaleState.Running);
        borough.Because("HAR-03", "complete-report").ShouldContain(ReasonTemplate.ExtendedLate);
        borough.State("HAR-04", "complete-report").ShouldBe(TimescaleState.Paused);
        borough.State("HAR-05", "complete-report").ShouldBe(TimescaleState.CannotTell);
        borough.Row("HAR-05", "complete-report").Missing.ShouldContain("pause-started");
        borough.Asks("HAR-05").ShouldContain(ReasonTemplate.AskPauseTerms);
        borough.State("HAR-06", "complete-report").ShouldBe(TimescaleState.MetLate);
        borough.States("HAR-06", "resubmit").ShouldBe([TimescaleState.Met, TimescaleState.Overdue]);
        borough.Check("HAR-06", "family-saw-report-first").ShouldBe(CheckState.Fails);
        borough.Check("HAR-07", "published-after-approval").ShouldBe(CheckState.Fails);
        borough.State("HAR-07", "changes-made").ShouldBe(TimescaleState.Outstanding);
        borough.State("HAR-07", "send-to-commissioner").ShouldBe(TimescaleState.Outstanding);
        borough.Criterion("HAR-08", "review-required").ShouldBe(Answer.CannotTell);
        borough.Criterion("HAR-08", "concern-about-circumstances").ShouldBe(Answer.Yes);
        borough.State("HAR-08", "offer-family-support").ShouldBe(TimescaleState.Met);
        borough.State("HAR-09", "complete-report").ShouldBe(TimescaleState.DueSoon);
        borough.Of("HAR-09").ReopenedOn.ShouldNotBeNull();
        borough.States("HAR-10", "complete-action").ShouldBe(
        [
            TimescaleState.Overdue, TimescaleState.Overdue, TimescaleState.Met, TimescaleState.MetLate,
            TimescaleState.DueSoon, TimescaleState.Running, TimescaleState.Outstanding,
        ]);
        borough.Checks("HAR-10", "action-has-named-lead").ShouldBe(
        [
            CheckState.Holds, CheckState.Fails, CheckState.Holds, CheckState.Holds, CheckState.Holds, CheckState.CannotTell, CheckState.Holds,
        ]);
        borough.State("HAR-11", "notify-family").ShouldBe(TimescaleState.Waived);
        borough.Check("HAR-11", "family-saw-report-first").ShouldBe(CheckState.Waived);
        borough.State("HAR-12", "decide").ShouldBe(TimescaleState.DueSoon);
        borough.Criterion("HAR-12", "review-required").ShouldBe(Answer.CannotTell);
        borough.Asks("HAR-12").ShouldContain(ReasonTemplate.AskFact);
        borough.State("HAR-13", "decide").ShouldBe(TimescaleState.CannotTell);
        borough.State("HAR-13", "complete-report").ShouldBe(TimescaleState.CannotTell);
        borough.State("HAR-14", "complete-report").ShouldBe(TimescaleState.Running);
        borough.State("HAR-18", "complete-report").ShouldBe(TimescaleState.Ended);
        ReasonTemplate[] asked = [ReasonTemplate.AskOrder, ReasonTemplate.AskEndWithoutStart, ReasonTemplate.AskNotAfter, ReasonTemplate.AskWorkingDay, ReasonTemplate.AskDate];
        asked.ShouldBeSubsetOf(borough.Asks("HAR-19"));
        borough.State("HAR-20", "resubmit").ShouldBe(TimescaleState.DueSoon);
        borough.State("TBK-01", "decide").ShouldBe(TimescaleState.Running);
        borough.Of("TBK-01").Timescales.ShouldNotContain(row => row.Rule.Pack == "three-boroughs");
    }

    [Theory]
    [MemberData(nameof(SampleBoroughTests.Days), MemberType = typeof(SampleBoroughTests))]
    public void The_case_in_order_has_nothing_to_see_and_loaded_history_nothing_overdue(string day)
    {
        var borough = new Borough(day);
        var inOrder = borough.Of("HAR-17");

        inOrder.Live.ShouldBeFalse();
        inOrder.Timescales.Select(row => row.State).Distinct()
            .ShouldBeSubsetOf([TimescaleState.Met, TimescaleState.NotApplicable, TimescaleState.Ended, TimescaleState.NotStarted]);
        inOrder.Checks.ShouldAllBe(row => row.State == CheckState.Holds || row.State == CheckState.NotApplicable);
        inOrder.Questions.ShouldBeEmpty();
        foreach (var old in new[] { "HAR-15", "HAR-16" })
        {
            borough.Of(old).Live.ShouldBeFalse();
            borough.Of(old).Timescales.ShouldAllBe(row => row.State == TimescaleState.CannotTell || row.State == TimescaleState.NotApplicable || row.State == TimescaleState.Met);
            borough.Of(old).Checks.ShouldAllBe(row => row.State != CheckState.Fails && row.State != CheckState.Waived);
        }
    }

    [Theory]
    [MemberData(nameof(SampleBoroughTests.Days), MemberType = typeof(SampleBoroughTests))]
    public void Between_them_the_cases_show_every_state_a_timescale_can_be_in(string day)
    {
        var borough = new Borough(day);

        borough.All.SelectMany(assessment => assessment.Timescales).Select(row => row.State).Distinct().Order().ShouldBe(Enum.GetValues<TimescaleState>());
        borough.All.SelectMany(assessment => assessment.Checks).Select(row => row.State).Distinct().Order()
            .ShouldBe(Enum.GetValues<CheckState>());
        borough.All.SelectMany(assessment => assessment.Failures).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(SampleBoroughTests.Days), MemberType = typeof(SampleBoroughTests))]
    public void Two_local_protocols_are_adopted_and_sixty_rules_and_more_are_in_action(string day)
    {
        var borough = new Borough(day);
        var local = Rules.Value.Rulebook.Packs.Where(pack => pack.Governs is { Adopted: true }).Select(pack => pack.Id).ToHashSet(StringComparer.Ordinal);

        borough.InAction("HAR-14").Select(rule => rule.Pack).Where(local.Contains).Distinct().Order(StringComparer.Ordinal)
            .ShouldBe(["bexley", "three-boroughs"]);
        borough.References.SelectMany(borough.InAction).Distinct().Count().ShouldBeGreaterThanOrEqualTo(60);
    }

    private sealed class Borough
    {
        private readonly Dictionary<string, Assessment> _assessments;

        public Borough(string day)
        {
            var asOf = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var files = SampleBorough.Files(asOf);
            var register = new CsvRegister(name => files.GetValueOrDefault(name));
            _assessments = register.References.ToDictionary(
                reference => reference, reference => Rules.Value.Assess(Rules.Value.Bind(register.Case(reference)), asOf), StringComparer.Ordinal);
        }

        public IEnumerable<string> References => _assessments.Keys;

        public IEnumerable<Assessment> All => _assessments.Values;

        public Assessment Of(string reference) => _assessments[reference];

        public TimescaleResult Row(string reference, string rule) => Of(reference).Timescales.Single(row => row.Rule.Id == rule);

        public TimescaleState State(string reference, string rule) => Row(reference, rule).State;

        /// <summary>The rules that say something of the case: whose clock has started, whose moment has come, or whose question was answered.</summary>
        public IEnumerable<Rule> InAction(string reference) =>
            Of(reference).Timescales.Where(row => row.State is not (TimescaleState.NotStarted or TimescaleState.NotApplicable)).Select(row => (Rule)row.Rule)
                .Concat(Of(reference).Checks.Where(row => row.State is not (CheckState.NotYet or CheckState.NotApplicable)).Select(row => row.Rule))
                .Concat(Of(reference).Criteria.Where(row => row.Answer != Answer.CannotTell).Select(row => row.Rule));

        public IEnumerable<TimescaleState> States(string reference, string rule) =>
            Of(reference).Timescales.Where(row => row.Rule.Id == rule).Select(row => row.State);

        public CheckState Check(string reference, string rule) => Checks(reference, rule).Single();

        public IEnumerable<CheckState> Checks(string reference, string rule) =>
            Of(reference).Checks.Where(row => row.Rule.Id == rule).Select(row => row.State);

        public Answer Criterion(string reference, string rule) => Of(reference).Criteria.Single(row => row.Rule.Id == rule).Answer;

        public IEnumerable<ReasonTemplate> Because(string reference, string rule) => Row(reference, rule).Because.Select(reason => reason.Template);

        public IEnumerable<ReasonTemplate> Asks(string reference) => Of(reference).Questions.Select(question => question.Reason.Template);
    }
}

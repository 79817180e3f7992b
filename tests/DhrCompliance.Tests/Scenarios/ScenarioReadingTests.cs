using DhrCompliance.Assessments;
using DhrCompliance.Escalations;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Rulebooks.Reading.Grammar;
using DhrCompliance.Tests.Rulebooks.Reading;

namespace DhrCompliance.Tests.Scenarios;

/// <summary>What is wrong in a scenario is told at its place, with the word that was meant.</summary>
public sealed class ScenarioReadingTests
{
    [Fact]
    public void A_good_one_is_read_without_a_word() =>
        Scene.Read(Scene.Good).Faults().ShouldBeEmpty();

    [Theory]
    [InlineData("scenarios-of: first", "scenarios-of: ^^firs", "DHR074", "did you mean 'first'?")]
    [InlineData("event: told", "event: ^^tolt", "DHR012", "did you mean 'told'?")]
    [InlineData("outcome: go", "outcome: ^^goo", "DHR018", "did you mean 'go'?")]
    [InlineData("outcome: go", "^^outcom: go", "DHR017", "did you mean 'outcome'?")]
    [InlineData("other-review: no", "other-review: ^^maybe", "DHR028", "expected yes or no for 'other-review'")]
    [InlineData("other-review: no", "^^other-revew: no", "DHR013", "did you mean 'other-review'?")]
    [InlineData("finish-by: 2023-03-31", "finish-by: ^^31 June", "DHR028", "expected")]
    [InlineData("finish-by: 2023-03-31", "^^other-review: no", "DHR041", "is a fact of the case")]
    [InlineData("item: task\n          id: T1", "item: ^^tusk\n          id: T1", "DHR014", "did you mean 'task'?")]
    [InlineData("id: T2", "id: ^^T1", "DHR034", "is declared twice")]
    [InlineData("event: done", "event: ^^told", "DHR042", "happens to the case")]
    [InlineData("date: 2023-01-31", "date: ^^2023-02-30", "DHR030", "is no date")]
    [InlineData("day: 2023-02-28", "day: ^^2023-02", "DHR030", "is no day")]
    [InlineData("day: 2023-03-01", "day: ^^2023-02-28", "DHR076", "is not after that of the step before it")]
    [InlineData("decide: due-soon", "^^decid: due-soon", "DHR065", "did you mean 'decide'?")]
    [InlineData("decide: due-soon", "decide: ^^due-son", "DHR023", "unknown state of 'decide': 'due-son'; did you mean 'due-soon'?")]
    [InlineData("in-order: not-yet", "in-order: ^^overdue", "DHR023", "unknown state of 'in-order': 'overdue'")]
    [InlineData("needed: cannot-tell", "needed: ^^maybe", "DHR023", "unknown answer of 'needed': 'maybe'")]
    [InlineData("finish T1", "finish ^^T3", "DHR075", "unknown instance of 'finish': 'T3'")]
    [InlineData("notices: [office: before, chair]", "notices: [^^offise: before, chair]", "DHR015", "did you mean 'office'?")]
    [InlineData("- chair: after", "- chair: ^^aftr", "DHR023", "did you mean 'after'?")]
    [InlineData("about: [decide]", "about: [^^decides]", "DHR065", "did you mean 'decide'?")]
    [InlineData("about: [decide]", "edition: ^^frist", "DHR074", "did you mean 'first'?")]
    [InlineData("about: [decide]", "^^abut: [decide]", "DHR011", "did you mean 'about'?")]
    public void A_mistake_is_told_at_its_place(string find, string replacement, string code, string words)
    {
        Scene.Good.ShouldContain(find);
        var at = Scene.Good.IndexOf(find, StringComparison.Ordinal);
        var marked = Scene.Good[..at] + replacement + Scene.Good[(at + find.Length)..];
        var mark = marked.IndexOf("^^", StringComparison.Ordinal);
        var (line, column) = (marked[..mark].Count(letter => letter == '\n') + 1, mark - marked[..mark].LastIndexOf('\n'));

        var reading = Scene.Read(marked.Remove(mark, 2));

        reading.Rulebook.ShouldBeNull();
        var told = reading.Diagnostics.FirstOrDefault(found => found.Code == code && (found.Path, found.Line, found.Column) == ("scenes.yaml", line, column));
        told.ShouldNotBeNull($"expected {code} at {line}:{column}\n{DiagnosticText.Of(reading.Diagnostics)}");
        DiagnosticText.Of(told).ShouldContain(words);
    }

    [Fact]
    public void One_that_can_never_fail_is_refused() =>
        Scene.Read("scenarios-of: first\nscenarios:\n  - name: idle\n    case:\n      events:\n        - event: told\n          date: 2023-01-31\n    steps:\n      - day: 2023-02-01\n")
            .Diagnostics.ShouldContain(found => found.Code == "DHR076" && found.Message.Contains("never fail", StringComparison.Ordinal));

    [Fact]
    public void Words_that_only_scenarios_use_are_used_by_no_rule()
    {
        static string? Unused(string text) => Scene.Read(text).Diagnostics.FirstOrDefault(found => found.Code == "DHR090" && found.Message.Contains("events", StringComparison.Ordinal))?.Message;

        Unused(Scene.Good).ShouldBe(Unused(Scene.Good.Replace("event: told", "event: resumed", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_words_of_states_are_those_of_an_assessment()
    {
        StateWords.OfTimescale.ShouldBe(Enum.GetValues<TimescaleState>().Select(Words.Of));
        StateWords.OfCheck.ShouldBe(Enum.GetValues<CheckState>().Select(Words.Of));
        StateWords.OfCriterion.ShouldBe(Enum.GetValues<Answer>().Select(Words.Of), ignoreOrder: true);
        StateWords.OwnSteps.ShouldBe([NoticeKey.CannotTell, NoticeKey.NoLongerStands]);
    }
}

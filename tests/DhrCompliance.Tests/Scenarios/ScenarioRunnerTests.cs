using DhrCompliance.Scenarios;

namespace DhrCompliance.Tests.Scenarios;

/// <summary>What the rules say of a scenario, side by side with what it expects.</summary>
public sealed class ScenarioRunnerTests
{
    [Fact]
    public void All_is_as_expected() => Scene.Run("a month", "a month").ShouldBeEmpty();

    [Theory]
    [InlineData("decide: due-soon", "decide: running", "2023-02-28 state of decide: running | due-soon")]
    [InlineData("write: none", "write: met", "2023-02-28 state of write: met | none")]
    [InlineData("finish T1: not-started", "finish: met", "2023-02-28 state of finish: met | T1: not-started, T2: not-started")]
    [InlineData("finish T1: not-started", "finish T2: due-soon", "2023-02-28 state of finish T2: due-soon | not-started")]
    [InlineData("decide: 2023-02-28", "decide: 2023-02-27", "2023-02-28 due date of decide: 2023-02-27 | 2023-02-28")]
    [InlineData("finish T2: none", "finish T2: 2023-02-27", "2023-02-28 due date of finish T2: 2023-02-27 | none")]
    [InlineData("notices: [office: before, chair]", "notices: []", "2023-02-28 who is told: nobody | office (before of decide), chair (before of decide)")]
    [InlineData("notices: [office: before, chair]", "notices: [office]", "2023-02-28 who is told: office | office (before of decide), chair (before of decide)")]
    [InlineData("- chair: after", "- chair: before", "2023-03-01 who is told: chair (before) | chair (after of decide)")]
    [InlineData("its last day stands", "nothing of the kind", "2023-02-28 reason of decide: 'nothing of the kind' | started-by, due-clamped, not-met, due-in")]
    public void What_differs_is_told_with_what_was_found(string find, string replacement, string expected) =>
        Scene.Run(find, replacement).ShouldBe([expected]);

    [Fact]
    public void A_failure_names_its_line_and_says_how_it_came_about()
    {
        var rulebook = Scene.Rulebook(Scene.Good.Replace("decide: overdue", "decide: met", StringComparison.Ordinal));

        var failure = ScenarioRunner.Run(rulebook, rulebook.Scenarios).Single().Failures.ShouldHaveSingleItem();

        Scene.Good.Split('\n')[failure.Line - 1].Trim().ShouldBe("decide: overdue");
        failure.Why.ShouldHaveSingleItem().Heading.ShouldBe("SCENARIO · Decide · overdue");
        failure.Why[0].Paragraphs.ShouldContain(sentence => sentence.Contains("28 February 2023", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("due-soon", "")] // its own pack governs, although the case is older than it
    [InlineData("none", "\n    edition: by-dates")]
    public void The_pack_it_stands_in_governs_unless_the_dates_are_to_decide(string state, string edition) => Told($"""
        scenarios-of: first
        scenarios:
          - name: old{edition}
            case:
              facts:
                other-review: no
              items:
                - item: relative
                  facts:
                    wish: yes
              events:
                - event: told
                  date: 2010-01-31
            steps:
              - day: 2010-02-28
                expect:
                  states:
                    decide: {state}
        """).ShouldBeEmpty();

    [Theory]
    [InlineData("", "met-late")]
    [InlineData("\n          recorded: 2023-03-02", "overdue")]
    public void What_is_recorded_later_is_not_known_before(string recorded, string state) => Told($"""
        scenarios-of: first
        scenarios:
          - name: late
            case:
              facts:
                other-review: no
              items:
                - item: relative
                  facts:
                    wish: yes
              events:
                - event: told
                  date: 2023-01-31
                - event: decided
                  date: 2023-03-01{recorded}
            steps:
              - day: 2023-03-01
                expect:
                  states:
                    decide: {state}
              - day: 2023-03-02
                expect:
                  states:
                    decide: met-late
        """).ShouldBeEmpty();

    [Theory]
    [InlineData("", "not-started")]
    [InlineData("\n    kept-since: none", "cannot-tell")]
    [InlineData("\n    kept-since: 2023-02-01", "cannot-tell")]
    public void What_is_not_there_has_not_happened_unless_it_is_history(string kept, string state) => Told($"""
        scenarios-of: first
        scenarios:
          - name: kept{kept}
            case:
              facts:
                other-review: no
              items:
                - item: relative
                  facts:
                    wish: yes
              events:
                - event: stopped
                  date: 2023-01-31
            steps:
              - day: 2023-03-01
                expect:
                  states:
                    decide: {state}
        """).ShouldBeEmpty();

    private static IEnumerable<string> Told(string text)
    {
        var rulebook = Scene.Rulebook(text.ReplaceLineEndings("\n") + "\n");
        return ScenarioRunner.Run(rulebook, rulebook.Scenarios).Single().Failures.Select(one => $"{one.Day:o} {one.About}: {one.Expected} | {one.Found}");
    }
}

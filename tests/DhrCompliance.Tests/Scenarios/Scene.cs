using DhrCompliance.Rulebooks;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Scenarios;
using DhrCompliance.Tests.Rulebooks.Reading;

namespace DhrCompliance.Tests.Scenarios;

/// <summary>Scenarios beside the small set of rule files.</summary>
internal static class Scene
{
    public const string Good = """
        scenarios-of: first
        scenarios:
          - name: a month
            about: [decide]
            case:
              facts:
                other-review: no
              items:
                - item: task
                  id: T1
                  facts:
                    finish-by: 2023-03-31
                  events:
                    - event: done
                      date: 2023-04-03
                - item: task
                  id: T2
                - item: relative
                  facts:
                    wish: yes
              events:
                - event: told
                  date: 2023-01-31
                - event: decided
                  date: 2023-03-02
                  with:
                    outcome: go
            steps:
              - day: 2023-02-28
                expect:
                  states:
                    decide: due-soon
                    in-order: not-yet
                    needed: cannot-tell
                    finish T1: not-started
                    write: none
                  due:
                    decide: 2023-02-28
                    finish T2: none
                  notices: [office: before, chair]
                  because:
                    decide: [due-clamped, its last day stands]
              - day: 2023-03-01
                expect:
                  states:
                    decide: overdue
                  notices:
                    - chair: after
              - day: 2023-03-02
                expect:
                  states:
                    decide: met-late
                    write decided: outstanding
                  notices: []

        """;

    public static RulebookReading Read(string text) =>
        RulebookReader.Read([.. SmallSet.With("", ""), FilesOf.Text("scenes.yaml", text)]);

    /// <summary>The small set's first scenario with one place changed, run; each failure as <c>line about: expected | found</c>.</summary>
    public static string[] Run(string find, string replacement)
    {
        Good.ShouldContain(find);
        var reading = Read(Good.Replace(find, replacement, StringComparison.Ordinal));
        var rulebook = reading.Rulebook.ShouldNotBeNull(DiagnosticText.Of(reading.Diagnostics));
        return [.. ScenarioRunner.Run(rulebook, rulebook.Scenarios).Single().Failures.Select(one => $"{one.Day:o} {one.About}: {one.Expected} | {one.Found}")];
    }

    public static Rulebook Rulebook(string text) => Read(text).Rulebook.ShouldNotBeNull(DiagnosticText.Of(Read(text).Diagnostics));
}

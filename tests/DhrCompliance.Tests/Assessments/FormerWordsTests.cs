using System.Collections.Immutable;
using DhrCompliance.Assessments;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Tests.Rulebooks.Reading;

namespace DhrCompliance.Tests.Assessments;

/// <summary>A register written in words that were renamed since is assessed as if it had been written in those of today.</summary>
public sealed class FormerWordsTests
{
    private static readonly string Pack = SmallSet.Pack.Replace("    date: [finish-by]\n", "    starts: [told]\n    date: [finish-by]\n", StringComparison.Ordinal);

    private static readonly CompiledRulebook Before = Compile(SmallSet.Words, Pack);

    private static readonly CompiledRulebook After = Compile(
        SmallSet.Words
            .Replace("  - name: told\n", "  - name: informed\n    was: told\n", StringComparison.Ordinal)
            .Replace("  - name: decided\n", "  - name: resolved\n    was: decided\n", StringComparison.Ordinal).Replace("event: decided", "event: resolved", StringComparison.Ordinal)
            .Replace("  - name: other-review\n", "  - name: parallel-review\n    was: other-review\n", StringComparison.Ordinal)
            .Replace("  - name: task\n", "  - name: job\n    was: task\n", StringComparison.Ordinal).Replace("of: task", "of: job", StringComparison.Ordinal)
            .Replace("  - name: finish-by\n", "  - name: due\n    was: finish-by\n", StringComparison.Ordinal),
        Pack
            .Replace("told", "informed", StringComparison.Ordinal).Replace("decided", "resolved", StringComparison.Ordinal).Replace("other-review", "parallel-review", StringComparison.Ordinal)
            .Replace("item: task", "item: job", StringComparison.Ordinal).Replace("every: task", "every: job", StringComparison.Ordinal).Replace("[finish-by]", "[due]", StringComparison.Ordinal)
            .Replace("  - id: write\n", "  - id: write-up\n    was: write\n", StringComparison.Ordinal).Replace("for: write\n", "for: write-up\n", StringComparison.Ordinal));

    private static readonly CaseFile File = new()
    {
        Reference = "R-1",
        Partnership = "p",
        Jurisdiction = "here",
        KeptSince = new DateOnly(2026, 1, 1),
        Facts = Map(("other-review", "no")),
        Events =
        [
            new CaseEvent { Id = "E1", Event = "told", Date = On(2026, 1, 5) },
            new CaseEvent { Id = "E2", Event = "decided", Date = On(2026, 1, 20), Attributes = Map(("outcome", "go"), ("letter", "2026-01-25")) },
            new CaseEvent { Id = "E3", Event = "agreed", Date = On(2026, 1, 26), Attributes = Map(("for", "write"), ("until", "2026-09-30")) },
        ],
        Items = [new CaseItem { Id = "T1", Kind = "task", Facts = Map(("finish-by", "2026-03-01")) }],
    };

    [Fact]
    public void Events_facts_items_and_what_names_a_rule_read_as_the_words_of_today()
    {
        foreach (var day in new[] { new DateOnly(2026, 1, 10), new DateOnly(2026, 2, 1), new DateOnly(2026, 6, 1), new DateOnly(2026, 12, 1) })
        {
            Rows(After, day).ShouldBe(Rows(Before, day));
        }

        Rows(After, new DateOnly(2026, 6, 1)).ShouldContain("write E2 Running 2026-09-30", "the agreement was recorded for the rule's old id");
        Rows(After, new DateOnly(2026, 6, 1)).ShouldContain("finish T1 Overdue 2026-03-01");
    }

    [Fact]
    public void What_is_recorded_under_the_word_of_today_counts_before_what_was_under_an_earlier_one()
    {
        var file = After.Current(File with { Facts = Map(("other-review", "no"), ("parallel-review", "yes")) });

        file.Facts.ShouldBe(Map(("parallel-review", "yes")));
        file.Items.ShouldHaveSingleItem().Id.ShouldBe("T1");
        file.Events.Select(happened => $"{happened.Id} {happened.Event}").ShouldBe(["E1 informed", "E2 resolved", "E3 agreed"]);
        Before.Current(File).ShouldBeSameAs(File);
    }

    private static IEnumerable<string> Rows(CompiledRulebook rulebook, DateOnly day) => rulebook.Assess(rulebook.Bind(File), day).Timescales
        .Select(row => $"{(row.Rule.Id == "write-up" ? "write" : row.Rule.Id)} {row.Instance} {row.State} {row.Due?.ToString() ?? "-"}");

    private static CompiledRulebook Compile(string words, string pack)
    {
        var reading = RulebookReader.Read(
        [
            FilesOf.Text("words.yaml", words), FilesOf.Text("pack.yaml", pack), FilesOf.Text("paths.yaml", SmallSet.Paths), FilesOf.Text("here.csv", SmallSet.Calendar),
        ]);
        reading.Diagnostics.Where(one => one.Severity == Severity.Error).Select(DiagnosticText.Of).ShouldBeEmpty();
        return CompiledRulebook.Compile(reading.Rulebook!);
    }

    private static DateInterval On(int year, int month, int day) => DateInterval.On(new DateOnly(year, month, day));

    private static ImmutableDictionary<string, string> Map(params (string Key, string Value)[] values) =>
        values.ToImmutableDictionary(value => value.Key, value => value.Value);
}

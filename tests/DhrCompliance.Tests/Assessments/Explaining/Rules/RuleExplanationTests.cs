using System.Text.RegularExpressions;
using DhrCompliance.Assessments.Explaining.Rules;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;
using DhrCompliance.Tests.Architecture.Checks;

namespace DhrCompliance.Tests.Assessments.Explaining.Rules;

public sealed class RuleExplanationTests
{
    // Keys and words of the language that no sentence of English holds.
    private static readonly string[] Keys =
    [
        "for-each", "met-by", "paused-by", "extended-by", "waived-by", "ends-with", "applies-when", "any-of", "every-of", "not-happened", "departs-from", "based-on",
        "edition-of", "signed-by", "beginning-with", "next-working-day", "previous-working-day", "calendar-quarter", "financial-quarter", "first-day", "last-day",
        "cannot-tell", "in-force", "good-practice", "yes-no",
    ];

    public static TheoryData<string> Rules => [.. Constructs.Explained.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void No_word_of_a_rule_file_leaks_into_the_sentences(string rule)
    {
        var explained = Constructs.Explained[rule];
        var words = Words(Constructs.Rulebook).Concat(Keys).ToHashSet(StringComparer.Ordinal);
        var sentences = explained.Says.Select(point => point.Sentence)
            .Concat(explained.Stands).Concat(explained.Told)
            .Concat(explained.Examples.SelectMany(example => example.Recorded.Append(example.Outcome)));

        sentences
            .SelectMany(sentence => Regex.Matches(sentence, @"\p{Ll}[\p{L}\d]*(-[\p{L}\d]+)+").Select(match => match.Value))
            .Where(words.Contains)
            .ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_sentence_begins_with_a_capital_and_ends(string rule)
    {
        var explained = Constructs.Explained[rule];

        explained.Says.ShouldNotBeEmpty();
        explained.Says.Select(point => point.Sentence).Concat(explained.Stands).Concat(explained.Told).Concat(explained.Examples.Select(example => example.Outcome))
            .ShouldAllBe(sentence => Regex.IsMatch(sentence, "^[\\p{Lu}\\d“].*[.?”]$"));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_has_an_example_and_a_clock_shows_the_day_before_and_the_day_after(string rule)
    {
        var examples = Constructs.Explained[rule].Examples;

        examples.ShouldNotBeEmpty();
        foreach (var example in examples.Where(example => example.Due is not null))
        {
            example.Started.ShouldNotBeNull();
            example.FirstOverdue.ShouldBe(example.Due!.Value.AddDays(1));
            example.Target!.Value.ShouldBeLessThanOrEqualTo(example.Due.Value);
        }
    }

    [Fact]
    public void A_limit_is_worked_out_from_days_that_are_instructive() =>
        Constructs.Explained["guidance-2016/complete-report"].Examples
            .Select(example => (example.Started, example.Due, example.Target, example.FirstOverdue))
            .ShouldBe(
            [
                (new(2025, 1, 31), new(2025, 7, 31), new(2025, 7, 31), new(2025, 8, 1)),
                (new(2025, 8, 31), new(2026, 2, 28), new(2026, 2, 27), new(2026, 3, 1)),
                (new(2025, 11, 25), new(2026, 5, 25), new(2026, 5, 22), new(2026, 5, 26)),
            ]);

    [Fact]
    public void The_examples_of_a_rule_are_those_of_arithmetic_for_every_limit_that_an_event_starts()
    {
        var calendar = Constructs.Rulebook.Calendars["england"];
        var compared = 0;
        foreach (var rule in Constructs.Rulebook.Packs.SelectMany(pack => pack.Timescales))
        {
            if (rule is { Limit: Within within })
            {
                foreach (var example in Constructs.Explained[rule.FullName].Examples)
                {
                    example.Due.ShouldBe(DueDates.Due(example.Started!.Value, within.Terms, calendar), rule.FullName);
                    compared++;
                }
            }
        }

        compared.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void A_check_has_an_example_that_holds_and_one_that_fails() =>
        Constructs.Explained["three-boroughs/family-saw-report-first"].Examples.Select(example => example.Outcome).ShouldBe(["It holds.", "It fails."]);

    [Theory]
    [InlineData("every-construct/answered-first", "It fails.")]
    [InlineData("every-construct/at-a-gate", "It fails.")]
    [InlineData("every-construct/quality", "It does not hold yet.")]
    public void What_never_happened_is_an_example_too(string rule, string outcome) =>
        Constructs.Explained[rule].Examples.Select(example => example.Outcome).ShouldBe(["It holds.", outcome]);

    [Fact]
    public void A_criterion_has_an_example_on_each_side_of_its_border() =>
        Constructs.Explained["guidance-2016/concern-about-circumstances"].Examples.Select(example => $"{example.Recorded[0]} {example.Outcome}").ShouldBe(
        [
            "“16” as the answer to “How old was the person who died, in whole years?” It is met.",
            "“15” as the answer to “How old was the person who died, in whole years?” It is not met.",
        ]);

    [Fact]
    public void A_changed_edition_says_what_it_is_based_on_and_what_it_changes()
    {
        var stands = Constructs.Explained["every-construct/complete-report"].Stands;

        stands.ShouldContain("The pack takes over the rules of “Multi-agency statutory guidance for the conduct of domestic homicide reviews, December 2016”, and changes this one.");
        stands.ShouldContain(sentence => sentence.Contains("Limit, there: “It is due within six months of the start") && sentence.StartsWith("For the reviews it governs it takes the place of"));
    }

    [Fact]
    public void A_rule_taken_over_unchanged_says_so() =>
        Constructs.Explained["every-construct/inform-home-office"].Stands.ShouldContain(sentence => sentence.EndsWith("Both say the same."));

    [Fact]
    public void What_is_tighter_is_told_on_both_sides()
    {
        Constructs.Explained["local-construct/decide-sooner"].Stands.ShouldContain(sentence => sentence.StartsWith("It is tighter than “Decide whether to hold a review” of"));
        Constructs.Explained["guidance-2016/decide"].Stands.ShouldContain("A tighter one stands beside it: “Decide within three weeks” of “A local pack that is tighter”.");
        Constructs.Explained["guidance-2016/inform-home-office"].Stands.ShouldContain("Another departs from it: “Round a month up and go back to a working day” of “A pack that uses every construct”.");
    }

    [Theory]
    [InlineData("guidance-2016/decide")]
    [InlineData("three-boroughs/offer-family-support")]
    [InlineData("every-construct")]
    [InlineData("local-construct")]
    public void The_text_is_the_one_that_was_read_aloud(string name)
    {
        var takenOver = Constructs.Rulebook.Packs.Single(pack => pack.Id == "guidance-2016").Rules.Select(rule => $"every-construct/{rule.Id}").Except(["every-construct/complete-report"]);
        var text = string.Join('\n', Constructs.Explained.Values.Where(one => one.Rule == name || (one.Rule.StartsWith($"{name}/") && !takenOver.Contains(one.Rule)))
            .Select(one => string.Join('\n', RuleExplanationText.Lines(one)) + "\n"));
        var file = Path.Combine(Repository.Root, Constructs.Folder, "Told", $"{name.Replace('/', '.')}.txt");
        if (Environment.GetEnvironmentVariable("DHR_WRITE_TOLD") == "true")
        {
            File.WriteAllText(file, text);
        }

        text.ShouldBe(File.ReadAllText(file), "Read the new text aloud; if it is right, run this test with DHR_WRITE_TOLD=true and commit the file.");
    }

    private static IEnumerable<string> Words(Rulebook rulebook)
    {
        var words = rulebook.Vocabulary;
        return words.Events.SelectMany(kind => kind.Attributes.SelectMany(attribute => attribute.Choices.Append(attribute.Name)).Append(kind.Name))
            .Concat(words.Facts.SelectMany(fact => fact.Choices.Append(fact.Name)))
            .Concat(words.Items.Select(item => item.Name)).Concat(words.Roles.Select(role => role.Name)).Concat(words.Conditions.Select(one => one.Name))
            .Concat(rulebook.Packs.SelectMany(pack => pack.Rules.Select(rule => rule.Id).Concat(pack.Sources.Keys).Append(pack.Id).Append(pack.Series ?? "")))
            .Concat(rulebook.Paths.SelectMany(path => path.Steps.Select(step => step.Id).Append(path.Id)))
            .Except(["sign-off"]); // a stage, and a word of English
    }
}

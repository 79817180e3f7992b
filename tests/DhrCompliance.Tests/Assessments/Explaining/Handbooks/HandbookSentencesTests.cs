using System.Text.RegularExpressions;
using DhrCompliance.Assessments.Explaining.Handbooks;
using DhrCompliance.Rulebooks;
using DhrCompliance.Tests.Assessments.Explaining.Rules;

namespace DhrCompliance.Tests.Assessments.Explaining.Handbooks;

/// <summary>Over rules that use every construct: what the book says in short is said in sentences, and in no word of a rule file.</summary>
public sealed class HandbookSentencesTests
{
    private static readonly Lazy<Handbook> Book = new(() => Handbook.Of(Constructs.Rulebook));

    private static IEnumerable<string> Sentences =>
    [
        .. Book.Value.Packs.SelectMany(pack => pack.Governs.Concat(pack.Rules.Select(rule => rule.Brief)).Concat(pack.Rules.SelectMany(rule => rule.Told))),
        .. Book.Value.Roles.SelectMany(role => role.Duties.Concat(role.Checks).Concat(role.Signs).Concat(role.Agrees).Select(duty => duty.Brief).Concat(role.Asked)),
        .. Book.Value.Paths.SelectMany(path => path.Terms),
        .. Book.Value.Glossary.SelectMany(entry => entry.Says.Concat(entry.ImpliedBy).Select(point => point.Sentence)),
    ];

    [Fact]
    public void Every_sentence_begins_with_a_capital_and_ends()
    {
        Sentences.Count().ShouldBeGreaterThan(500);
        Sentences.Where(sentence => !Regex.IsMatch(sentence, "^[\\p{Lu}\\d“].*[.?”]$", RegexOptions.Singleline) || sentence.Contains("  ") || sentence.Contains(" .") || sentence.Contains("..")).ShouldBeEmpty();
    }

    [Fact]
    public void No_word_of_a_rule_file_leaks_into_the_sentences()
    {
        var words = Constructs.Rulebook.Vocabulary;
        var known = words.Events.Select(kind => kind.Name).Concat(words.Events.SelectMany(kind => kind.Attributes.SelectMany(attribute => attribute.Choices.Append(attribute.Name))))
            .Concat(words.Facts.SelectMany(fact => fact.Choices.Append(fact.Name))).Concat(words.Items.Select(item => item.Name)).Concat(words.Roles.Select(role => role.Name))
            .Concat(Constructs.Rulebook.Packs.SelectMany(pack => pack.Rules.Select(rule => rule.Id).Append(pack.Id))).Concat(Constructs.Rulebook.Paths.Select(path => path.Id))
            .Where(word => word.Contains('-')).Except(["sign-off"]) // a stage, and a word of English
            .ToHashSet(StringComparer.Ordinal);

        Sentences.SelectMany(sentence => Regex.Matches(sentence, @"\p{Ll}[\p{L}\d]*(-[\p{L}\d]+)+").Select(match => match.Value)).Where(known.Contains).Distinct().ShouldBeEmpty();
    }

    [Fact]
    public void What_binds_most_comes_first_and_what_is_no_law_after_what_is() =>
        Book.Value.Packs.Select(pack => (pack.Id, pack.Status)).Where(pack => pack.Id is "statute" or "guidance-2016" or "guidance-2011" or "every-construct" or "three-boroughs")
            .ShouldBe([("statute", PackStatus.InForce), ("guidance-2016", PackStatus.InForce), ("guidance-2011", PackStatus.InForce), ("every-construct", PackStatus.Draft), ("three-boroughs", PackStatus.InForce)]);

    [Theory]
    [InlineData("every-construct/quarterly", "For each quarter of the calendar year: within one month of the period's last day.")]
    [InlineData("every-construct/at-the-next-meeting", "By the next of these after the notice of the death to the partnership: the meeting of the partnership's board.")]
    [InlineData("every-construct/promptly-after-each", "For each outcome of the Home Office Quality Assurance Panel (outcome “resubmit” or “approved with changes”) that comes after the submission of the report to the Home Office: "
        + "promptly after that event; no number of days is stated, so it is asked for after ten days and never called late (only where it applies).")]
    [InlineData("every-construct/quality", "2 points to be signed for, by the signing of a checklist (stage “report” and by “the review panel”).")]
    [InlineData("every-construct/three-in-order", "The panel's sign-off of the report comes on or before the board's sign-off of the report, and that on or before the submission of the report to the Home Office.")]
    public void A_rule_in_one_sentence(string rule, string brief) =>
        Book.Value.Packs.SelectMany(pack => pack.Rules).Single(entry => entry.Rule.FullName == rule).Brief.ShouldBe(brief);
}

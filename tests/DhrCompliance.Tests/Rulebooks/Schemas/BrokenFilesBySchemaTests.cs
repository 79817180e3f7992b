using System.Text.RegularExpressions;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Tests.Rulebooks.Reading;

namespace DhrCompliance.Tests.Rulebooks.Schemas;

/// <summary>
/// The corpus of broken files by the schema: what is wrong in one file by its form is refused by both; what only the reader can know is listed here by
/// its code, so that a new file of the corpus is one or the other.
/// </summary>
public sealed partial class BrokenFilesBySchemaTests
{
    /// <summary>Of the text, before there is a document: what a schema is asked about is what a YAML reader made of it.</summary>
    private static readonly string[] OfTheText =
    [
        Codes.TooLarge, Codes.NotUtf8, Codes.HiddenCharacter, Codes.WrongIndentation, Codes.Syntax, Codes.SecondDocument, Codes.YamlFeature, Codes.TooDeep,
        Codes.DuplicateKey, Codes.CutOff,
    ];

    /// <summary>Known only with the vocabulary, the other rules, the calendars or the whole set.</summary>
    private static readonly string[] OfTheReader =
    [
        // Words that some file declares. The schema offers those it knows and refuses no other; it refuses what cannot be a word.
        Codes.UnknownEvent, Codes.UnknownFact, Codes.UnknownItem, Codes.UnknownRole, Codes.UnknownCondition, Codes.UnknownAttribute, Codes.UnknownChoice,
        Codes.UnknownPath, Codes.UnknownSource, Codes.UnknownJurisdiction, Codes.UnknownReason, Codes.UnknownRule, Codes.UnknownPack, Codes.UnknownInstance,
        // What words are: of what type, of which item, with which meaning.
        Codes.FactElsewhere, Codes.EventElsewhere, Codes.Comparison, Codes.NotADate, Codes.MeaningTwice, Codes.MeaningDoesNotFit, Codes.Ends,
        Codes.EachWithoutRepeats, Codes.NotPlannable,
        // Names that are declared twice, or had before.
        Codes.DuplicateWord, Codes.DuplicateId, Codes.DuplicatePack, Codes.DuplicatePath, Codes.FormerName,
        // Orders and relations: of editions, steps, days, rules.
        Codes.EditionWithoutFrom, Codes.EditionsOverlap, Codes.Circle, Codes.StepOrder, Codes.ScenarioSteps, Codes.SubjectDoesNotFit, Codes.RuleOfSeveralPacks, Codes.NeverOverdue,
        Codes.Looser, Codes.WrongRelation, Codes.NoOwner, Codes.NotComparable, Codes.ChangesNothing, Codes.Unreachable, Codes.SameRule,
        // The set as a whole.
        Codes.UnusedCondition, Codes.UnusedPath, Codes.UnusedSource, Codes.UnusedWords, Codes.Untested, Codes.CalendarMissing, Codes.BeyondHolidays, Codes.SilentPath, Codes.Unverified,
    ];

    /// <summary>Files whose code is otherwise one of form, each with what the schema cannot know.</summary>
    private static readonly Dictionary<string, string> ButOfTheReader = new()
    {
        ["pack/boolean-false-of-a-fact.yaml"] = "of what type the fact is",
        ["pack/boolean-off-of-a-fact.yaml"] = "of what type the fact is",
        ["pack/date-after.yaml"] = "of what type the fact is",
        ["pack/date-compared-without-words.yaml"] = "of what type the fact is",
        ["pack/number-in-words.yaml"] = "of what type the fact is",
        ["pack/number-of-a-choice.yaml"] = "of what type the fact is",
        ["pack/date-impossible-in-a-condition.yaml"] = "of what type the fact is",
        ["pack/date-backwards.yaml"] = "which of two dates is the later",
        ["pack/date-thirtieth-of-february.yaml"] = "how long a month is",
        ["pack/has-without-item.yaml"] = "whether a condition stands within items",
        ["pack/period-for-a-review.yaml"] = "that of several events it cannot be told to which period each belongs",
        ["pack/round-without-months.yaml"] = "what the period beside it is counted in",
    };

    /// <summary>Files with the code of an unknown word in which no word can stand: the schema refuses them as well.</summary>
    private static readonly string[] NoWords =
    [
        "pack/en-dash-in-a-name.yaml", "pack/event-as-sentence.yaml", "pack/event-in-capitals.yaml", "pack/event-with-spaces.yaml", "pack/event-with-underscore.yaml",
        "pack/list-joined-to-one-text.yaml", "pack/list-without-brackets.yaml", "pack/list-without-comma.yaml", "pack/no-break-space-after-a-word.yaml", "pack/tilde-as-value.yaml",
        "paths/role-an-address.yaml",
    ];

    /// <summary>Refused by the reader, and taken by an editor for what the older YAML makes of yes and no.</summary>
    private static readonly string[] TruthValues = ["vocabulary/boolean-capital-true.yaml", "vocabulary/boolean-true.yaml"];

    private static readonly string[] Names = [.. BrokenFiles.Names.Where(name => name.EndsWith(".yaml", StringComparison.Ordinal))];

    private static readonly Lazy<IReadOnlyList<Verdict>> Verdicts = new(() =>
        Validator.Validate(Names.Select(name => AcceptedFilesTests.Of(BrokenFiles.Set(name).Single(file => file.Path == name)))));

    [SkippableFact]
    public void What_is_wrong_by_its_form_is_refused() =>
        Verdicts.Value.Where(verdict => IsOfForm(verdict.Name) && verdict.AsText is null).Select(Told).ShouldBeEmpty();

    [SkippableFact]
    public void An_editor_sees_what_is_wrong_by_its_form_but_for_truth_values() =>
        Verdicts.Value.Where(verdict => IsOfForm(verdict.Name) && verdict.Yaml12 is null).Select(verdict => verdict.Name).ShouldBe(TruthValues, ignoreOrder: true);

    [SkippableFact]
    public void What_only_the_reader_knows_is_not_refused() =>
        Verdicts.Value.Where(verdict => !IsOfForm(verdict.Name) && !IsOfText(verdict.Name) && !NoWords.Contains(verdict.Name) && verdict.AsText is not null)
            .Select(Told).ShouldBeEmpty();

    private static bool IsOfForm(string name) => !ButOfTheReader.ContainsKey(name) && Given(name).Except(OfTheText).Except(OfTheReader).Any();

    /// <summary>Where the two readers of YAML may differ: of the text, and a tab after a colon, which Python's does not take.</summary>
    private static bool IsOfText(string name) => Given(name).Intersect(OfTheText).Any() || name == "pack/tab-after-colon-is-fine.yaml";

    private static string Told(Verdict verdict) => $"{verdict.Name} ({BrokenFiles.Expected[verdict.Name]}): {verdict.AsText ?? "taken"}";

    private static IEnumerable<string> Given(string name) => Code().Matches(BrokenFiles.Expected[name]).Select(match => match.Value);

    [GeneratedRegex("DHR[0-9]{3}")]
    private static partial Regex Code();
}

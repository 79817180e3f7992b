using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining;

/// <summary>Why one rule's row is as it is, in paragraphs. Terminal, mail, page and JSON show the same sentences.</summary>
public sealed record Explanation
{
    /// <summary>The instance of a row that is about the case itself.</summary>
    public const string Once = "once";

    /// <summary><c>R02 · Decide whether to hold a review · cannot tell</c>.</summary>
    public required string Heading { get; init; }

    /// <summary>The rule, as <c>pack/id</c>.</summary>
    public required string Rule { get; init; }

    /// <summary><see cref="Once"/>, or the id of the event or item its row is about.</summary>
    public string Instance { get; init; } = Once;

    /// <summary>The word of its state; of a criterion, of its answer.</summary>
    public required string State { get; init; }

    /// <summary>The reasons as sentences: how the date came about, then how it stands.</summary>
    public required ImmutableArray<string> Paragraphs { get; init; }

    /// <summary>Of a checklist: what is signed for.</summary>
    public ImmutableArray<string> Points { get; init; } = [];

    /// <summary>"To settle it: ..." as one sentence; null where nothing is missing.</summary>
    public string? ToSettle { get; init; }

    /// <summary>What happens next by itself and on which day; null where nothing does, or it cannot be told.</summary>
    public string? Next { get; init; }

    /// <summary>Where the rule comes from; see <see cref="Provenance"/>.</summary>
    public required ImmutableArray<string> Sources { get; init; }

    /// <summary>Explains a timescale's row.</summary>
    public static Explanation Of(string reference, TimescaleResult row, Rulebook rulebook)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Of(reference, row.Rule, row.Instance, row.Item, Words.Of(row.State), row.Because, rulebook);
    }

    /// <summary>Explains a timescale's row of a whole assessment, with what happens next.</summary>
    public static Explanation Of(Assessment assessment, TimescaleResult row, Rulebook rulebook, HolidayCalendar? calendar = null)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return Of(assessment.Reference, row, rulebook) with { Next = Upcoming.Of(row, assessment, rulebook, calendar) };
    }

    /// <summary>Explains a check's row.</summary>
    public static Explanation Of(string reference, CheckResult row, Rulebook rulebook)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Of(reference, row.Rule, row.Instance, row.Item, Words.Of(row.State), row.Because, rulebook);
    }

    /// <summary>Explains a criterion's answer.</summary>
    public static Explanation Of(string reference, CriterionResult row, Rulebook rulebook)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Of(reference, row.Rule, Once, null, Words.Of(row.Answer), row.Because, rulebook);
    }

    /// <summary>A question as it is asked, with what an answer would settle.</summary>
    public static string Of(Question question, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(question);
        var asked = Sentences.Of(question.Reason, vocabulary);
        return question.Settles > 0 ? $"{asked} (Would settle {English.Count(question.Settles, "answer")}.)" : asked;
    }

    /// <summary>Every reason as a sentence of its own, in the order in which they are told.</summary>
    public static ImmutableArray<string> SentencesOf(ImmutableArray<Reason> because, Vocabulary vocabulary)
    {
        if (because.IsDefaultOrEmpty)
        {
            return [];
        }

        var sentences = ImmutableArray.CreateBuilder<string>(because.Length);
        foreach (var reason in because)
        {
            sentences.Add(Sentences.Of(reason, vocabulary));
        }

        return sentences.MoveToImmutable();
    }

    /// <summary>The one sentence that says most of how a row stands: the first that is not about how the date came about. Empty where there is none.</summary>
    public static string Why(ImmutableArray<Reason> because, Vocabulary vocabulary) => Telling.Why(because, vocabulary);

    /// <summary>What else was concluded of a row beside that one sentence, each sentence once. Empty where there is nothing.</summary>
    public static string Beside(string why, ImmutableArray<Reason> because, Vocabulary vocabulary) => Telling.Beside(why, because, vocabulary);

    /// <summary>"To settle it: ..." as one sentence; null where nothing is missing.</summary>
    public static string? Settling(ImmutableArray<Reason> because, Vocabulary vocabulary) => Telling.ToSettle(because, vocabulary);

    /// <summary>The title of a rule with the item or the instance its row is about, if it is not the case itself.</summary>
    public static string Title(Rule rule, string instance, string? item)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return item is not null ? $"{rule.Title} ({item})"
            : instance is Once or "" ? rule.Title
            : $"{rule.Title} ({instance})";
    }

    private static string Point(ChecklistPoint point) => point.Obligation is { } number ? $"{point.Text} (obligation {number})" : point.Text;

    // Where several editions could govern there is a row for each, and the headings must differ.
    private static string Edition(Rule rule, ImmutableArray<Reason> because) =>
        !because.IsDefaultOrEmpty && because.Any(reason => reason.Template is ReasonTemplate.EditionsCould) ? $" · {rule.Pack}" : string.Empty;

    private static Explanation Of(
        string reference, Rule rule, string instance, string? item, string state, ImmutableArray<Reason> because, Rulebook rulebook)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        return new()
        {
            Heading = $"{reference} · {Title(rule, instance, item)}{Edition(rule, because)} · {English.Plain(state)}",
            Rule = rule.FullName,
            Instance = instance,
            State = state,
            Paragraphs = Telling.Paragraphs(because, rulebook.Vocabulary),
            ToSettle = Telling.ToSettle(because, rulebook.Vocabulary),
            Points = rule is Check check ? [.. check.Points.Select(Point)] : [],
            Sources = [.. Provenance.Of(rule, rulebook)],
        };
    }
}

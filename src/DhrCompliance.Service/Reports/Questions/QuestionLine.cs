using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Service.Reports.Json;
using DhrCompliance.Service.Reports.Tables;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Reports.Questions;

/// <summary>A question to a team, with how many answers it would settle.</summary>
/// <param name="Case">The case, or the partnership.</param>
/// <param name="Live">Whether the case is live.</param>
/// <param name="About">The word of the event or fact.</param>
/// <param name="Item">The id of the item it is about; null: the case itself.</param>
/// <param name="Text">The question as it is asked.</param>
/// <param name="Settles">How many answers it could settle; 0: what is recorded contradicts itself, or is strange.</param>
public sealed record QuestionLine(string Case, bool Live, string About, string? Item, string Text, int Settles)
{
    /// <summary>The questions of an assessment.</summary>
    public static IEnumerable<QuestionLine> Of(Assessment assessment, Vocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        return assessment.Questions.Select(question =>
        {
            var parts = question.About.Split(':', 2);
            return new QuestionLine(
                assessment.Reference, assessment.Live, parts[0], parts.Length > 1 ? parts[1] : null, Sentences.Of(question.Reason, vocabulary), question.Settles);
        });
    }

    /// <summary>Those that settle most come first, those of live cases before others that settle as many; contradictions, which settle nothing by themselves, last.</summary>
    public static IReadOnlyList<QuestionLine> Ranked(IEnumerable<QuestionLine> questions) =>
    [
        .. questions.OrderByDescending(question => question.Settles).ThenByDescending(question => question.Live)
            .ThenBy(question => question.Case, StringComparer.Ordinal),
    ];

    /// <summary>As a table, for a screen or a spreadsheet.</summary>
    public static Table Table(IReadOnlyCollection<QuestionLine> questions, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(questions);
        return new Table
        {
            Title = $"Questions as of {DateWords.Day(asOf)}",
            Columns = [new("case"), new("about"), new("item"), new("question"), new("settles", ColumnKind.Number), new("live")],
            Rows = questions.Select(question => ImmutableArray.Create(
                question.Case, question.About, question.Item ?? string.Empty, question.Text, question.Settles.ToString(CultureInfo.InvariantCulture), question.Live ? "yes" : "no")),
        };
    }

    /// <summary>As JSON.</summary>
    public static void Write(Stream output, IReadOnlyCollection<QuestionLine> questions, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(questions);
        using var json = JsonValues.Writer(output);
        json.WriteStartObject();
        json.WriteString("asOf", JsonValues.Day(asOf));
        json.WriteStartArray("questions");
        foreach (var question in questions)
        {
            Write(json, question);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
    }

    private static void Write(Utf8JsonWriter json, QuestionLine question)
    {
        json.WriteStartObject();
        json.WriteString("case", question.Case);
        json.WriteBoolean("live", question.Live);
        json.WriteString("about", question.About);
        json.WriteText("item", question.Item);
        json.WriteString("text", question.Text);
        json.WriteNumber("settles", question.Settles);
        json.WriteEndObject();
    }
}

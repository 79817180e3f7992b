using System.Globalization;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Service.Intake;
using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Forms;
using DhrCompliance.Service.Intake.Rows;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Commands.Forms;

/// <summary>What is asked of a register, each with the cell of it that the answer fills. What contradicts itself has none: a person settles it where the events stand.</summary>
/// <param name="existing">The register, in the words of today.</param>
/// <param name="words">The words.</param>
internal sealed class QuestionLines(RegisterRows existing, KnownWords words)
{
    private static readonly Column Date = new(FormColumns.Date, CellKind.Date);

    private readonly ILookup<(string, string), EventRow> _events = existing.Events.Where(row => !row.Withdrawn).ToLookup(row => (row.Reference, row.Event));

    /// <summary>The questions of these cases of a register.</summary>
    public static IEnumerable<FormLine> Of(RegisterRows stored, KnownWords words, IEnumerable<(CaseFile File, Assessment Assessment)> assessed) =>
        new QuestionLines(new CurrentRows(stored, words.Names).Rows, words).Of(assessed);

    /// <summary>The questions, those that settle most first, those of live cases before others that settle as many.</summary>
    private IEnumerable<FormLine> Of(IEnumerable<(CaseFile File, Assessment Assessment)> assessed) => assessed
        .SelectMany(one => one.Assessment.Questions.Select(question => (one.File, one.Assessment, Question: question)))
        .OrderByDescending(one => one.Question.Settles).ThenByDescending(one => one.Assessment.Live).ThenBy(one => one.File.Reference, StringComparer.Ordinal)
        .SelectMany(one => Lines(one.File, one.Question));

    private IEnumerable<FormLine> Lines(CaseFile file, Question question)
    {
        var parts = question.About.Split(':', 2);
        var (about, item) = (parts[0], parts.Length > 1 ? parts[1] : null);
        var text = Sentences.Of(question.Reason, words.Vocabulary);
        foreach (var (asks, id, answer) in Asked(file.Reference, about, item, question.Reason))
        {
            var cells = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [FormColumns.Partnership] = file.Partnership,
                [FormColumns.Review] = file.Reference,
                [FormColumns.Item] = item ?? "",
                [FormColumns.About] = about,
                [FormColumns.Id] = id?.Id ?? "",
                [FormColumns.Asks] = asks,
                [FormColumns.Question] = asks.Length == 0 ? $"{text} (To be settled on the sheet 'events'.)" : id is not null && asks != FormColumns.Date ? $"{text} ({asks})" : text,
                [FormColumns.Settles] = question.Settles.ToString(CultureInfo.InvariantCulture),
            };
            var version = id is not null ? RowVersion.Of(RegisterForm.Values(id)) : asks == FormColumns.Date ? Answers.Standing(existing, file.Reference, about, item) : null;
            yield return new FormLine(cells, version) { Answer = answer };
        }
    }

    /// <summary>What an answer fills: a fact, an event's date or attribute by its id, or the date of an event that is not recorded.</summary>
    private IEnumerable<(string Asks, EventRow? Id, Column? Answer)> Asked(string reference, string about, string? item, Reason reason)
    {
        var kind = words.Event(about);
        switch (reason.Template)
        {
            case ReasonTemplate.AskFact when Fact(about, item) is { } fact:
                return [(fact.Name, null, fact)];
            case ReasonTemplate.AskFact or ReasonTemplate.AskWhether when kind is not null && kind.Of is null == item is null:
                return [(FormColumns.Date, null, Date)];
            case ReasonTemplate.AskDate when kind is not null && On(reference, about, reason.First) is [var inPart, ..]:
                return [(FormColumns.Date, inPart, Date)];
            case ReasonTemplate.AskDate when kind is { Of: null }:
                return [(FormColumns.Date, null, Date)];
            case ReasonTemplate.AskWorkingDay or ReasonTemplate.AskFuture when On(reference, about, reason.First) is [var odd]:
                return [(FormColumns.Date, odd, Date)];
            case ReasonTemplate.AskDetail when kind is not null && On(reference, about, reason.First) is [var known] && Missing(kind, known) is [_, ..] missing:
                return missing.Select(column => (column.Name, (EventRow?)known, (Column?)column));
            default:
                return [("", null, null)];
        }
    }

    private Column? Fact(string about, string? item)
    {
        var kind = item is null ? null : existing.Items.FirstOrDefault(row => row.Id == item)?.Kind;
        return item is not null && kind is null ? null : FactColumns.Facts(words, kind).FirstOrDefault(column => column.Name == about);
    }

    private List<EventRow> On(string reference, string about, DateInterval date) =>
        [.. _events[(reference, about)].Where(row => (PartialDate.TryParse(row.Date ?? "", out var on, out _) ? on : DateInterval.Unknown) == date)];

    private List<Column> Missing(EventKind kind, EventRow known) =>
        [.. FactColumns.Attributes(words, kind).Where(column => column.Kind is not CellKind.Text && !known.Attributes.ContainsKey(column.Name))];
}

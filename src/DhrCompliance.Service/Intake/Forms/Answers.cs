using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Service.Intake.Cells;
using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Rows;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Intake.Forms;

/// <summary>
/// Answers to questions as rows of the register's tables: they go the way of an import from there, so that the same is checked and the same is said. An
/// answer to what was answered since is refused, unless it says the same.
/// </summary>
internal sealed class Answers
{
    private readonly RegisterRows _existing;
    private readonly KnownWords _words;
    private readonly DayFormat _days;
    private readonly IReadOnlySet<string> _hidden;
    private readonly AnswerRows _rows = new();
    private readonly List<Mistake> _mistakes = [];
    private readonly List<string> _remarks = [];

    private Answers(RegisterRows existing, KnownWords words, DayFormat days) =>
        (_existing, _words, _days, _hidden) = (existing, words, days, PrivateColumns.Of(words));

    /// <summary>The answers as rows.</summary>
    public IncomingRegister Incoming => new() { Sheets = _rows.Sheets() };

    /// <summary>What is wrong with them as answers.</summary>
    public IReadOnlyList<Mistake> Mistakes => _mistakes;

    /// <summary>What changes nothing but should be known.</summary>
    public IReadOnlyList<string> Remarks => _remarks;

    /// <summary>Answers that say what the register says.</summary>
    public int Unchanged { get; private set; }

    /// <param name="forms">What was handed in; forms of another name are passed over.</param>
    /// <param name="stored">The register.</param>
    /// <param name="words">The words.</param>
    /// <param name="days">How days are written.</param>
    public static Answers Of(IEnumerable<Form> forms, RegisterRows stored, KnownWords words, DayFormat days)
    {
        var answers = new Answers(new CurrentRows(stored, words.Names).Rows, words, days);
        foreach (var row in forms.Where(form => form.Name is FormName.Questions).SelectMany(form => FormSheets.Filled(form, answers._mistakes)))
        {
            answers.Take(row);
        }

        return answers;
    }

    /// <summary>Mistakes of the rows told by the questions' own cells.</summary>
    public IEnumerable<Mistake> InPlace(IEnumerable<Mistake> mistakes) => _rows.InPlace([.. mistakes]);

    /// <summary>A text that stands for what is recorded of a kind of event: another one once anything was recorded.</summary>
    public static string Standing(RegisterRows existing, string reference, string kind, string? item) => RowVersion.Of(
        Of(existing, reference, kind, item).ToDictionary(row => row.Id, row => RowVersion.Of(RegisterForm.Values(row)), StringComparer.Ordinal));

    private static IEnumerable<EventRow> Of(RegisterRows existing, string reference, string kind, string? item) =>
        existing.Events.Where(row => row.Reference == reference && row.Event == kind && (row.Item ?? "") == (item ?? ""));

    private void Take(FormRow row)
    {
        if (row.Trouble(FormColumns.Answer) is { } trouble)
        {
            row.Wrong(FormColumns.Answer, null, trouble.Expected);
            return;
        }

        var (reference, item, asks) = (row.Text(FormColumns.Review), row.Text(FormColumns.Item), row.Text(FormColumns.Asks));
        if (row.Raw(FormColumns.Answer).Trim().Length == 0)
        {
            row.Wrong(FormColumns.Answer, null, "the answer: a source alone says nothing");
        }
        else if (asks.Length == 0)
        {
            row.Wrong(FormColumns.Answer, null, "nothing here: what contradicts itself is settled on the sheet 'events', by correcting or withdrawing the event that is wrong");
        }
        else if (row.Text(FormColumns.Id) is { Length: > 0 } id)
        {
            Correct(row, id, asks);
        }
        else if (asks == FormColumns.Date)
        {
            Happened(row, reference, _words.Names.Event(row.Text(FormColumns.About)), item.Length == 0 ? null : item);
        }
        else
        {
            Fact(row, reference, item.Length == 0 ? null : item, asks);
        }
    }

    private void Correct(FormRow row, string id, string asks)
    {
        if (_existing.Events.FirstOrDefault(one => one.Id == id) is not { Withdrawn: false } old)
        {
            row.Wrong(FormColumns.Id, id, "the id of an event that is recorded, and not withdrawn since: export the workbook again");
            return;
        }

        var column = asks == FormColumns.Date ? new Column(asks, CellKind.Date)
            : _words.Event(old.Event) is { } kind ? FactColumns.Attributes(_words, kind).FirstOrDefault(one => one.Name == asks) : null;
        if (column is null)
        {
            row.Wrong(FormColumns.Asks, asks, $"what can be said of '{old.Event}': export the workbook again");
        }
        else if (IsSaid(row, column, asks == FormColumns.Date ? old.Date : old.Attributes.GetValueOrDefault(asks)))
        {
            Unchanged++;
        }
        else
        {
            _rows.Add(AnswerKind.Correction, id, row, asks, [(TableColumns.Id, id), (TableColumns.Reference, old.Reference), (TableColumns.Event, old.Event)]);
        }
    }

    private void Happened(FormRow row, string reference, string kind, string? item)
    {
        EventRow[] recorded = [.. Of(_existing, reference, kind, item).Where(one => !one.Withdrawn)];
        if (recorded.Any(one => IsSaid(row, new Column(FormColumns.Date, CellKind.Date), one.Date ?? "")))
        {
            Unchanged++;
        }
        else if (row.Row.AsExported is { } version && version != Standing(_existing, reference, kind, item))
        {
            row.Wrong(FormColumns.Answer, row.Raw(FormColumns.Answer), $"nothing any more: '{kind}' of {reference} was recorded since this workbook was exported ({string.Join(", ", recorded.Select(one => $"{one.Id} {one.Date}"))}); export it again");
        }
        else
        {
            _rows.Add(AnswerKind.Event, row.Place, row, TableColumns.Date, [(TableColumns.Id, ""), (TableColumns.Reference, reference), (TableColumns.Item, item ?? ""), (TableColumns.Event, kind)]);
        }
    }

    private void Fact(FormRow row, string reference, string? item, string asks)
    {
        var owner = item is null ? null : _existing.Items.FirstOrDefault(one => one.Id == item);
        var fact = _words.Names.Fact(asks, owner?.Kind);
        var of = item is null ? _existing.Cases.FirstOrDefault(one => one.Reference == reference)?.Facts : owner?.Reference == reference ? owner.Facts : null;
        if (of is null)
        {
            row.Wrong(item is null ? FormColumns.Review : FormColumns.Item, item ?? reference, "what the register has: export the workbook again");
        }
        else if (FactColumns.Facts(_words, owner?.Kind).FirstOrDefault(one => one.Name == fact) is not { } column)
        {
            row.Wrong(FormColumns.Asks, asks, "a fact that the rules ask for: export the workbook again");
        }
        else if (of.GetValueOrDefault(fact) is { } now)
        {
            if (IsSaid(row, column, now))
            {
                Unchanged++;
            }
            else
            {
                row.Wrong(FormColumns.Answer, IsHidden(fact) ? null : row.Raw(FormColumns.Answer), $"{(IsHidden(fact) ? "what stands there now (not shown)" : $"'{Mistake.Shown(now)}', which stands there now")}: it was answered after this workbook was exported; export it again, and change it there if it is still to be changed");
            }
        }
        else
        {
            if (row.Says(FormColumns.Source))
            {
                _remarks.Add($"{row.Place}: a fact has no note in the register, so that its source is not kept there");
            }

            _rows.Add(item is null ? AnswerKind.CaseFact : AnswerKind.ItemFact, item ?? reference, row, fact,
                item is null ? [(TableColumns.Reference, reference)] : [(TableColumns.Id, item), (TableColumns.Reference, reference), (TableColumns.Kind, owner!.Kind)]);
        }
    }

    private bool IsHidden(string fact) => _hidden.Contains(fact);

    private bool IsSaid(FormRow row, Column column, string? now) =>
        CellText.Read(row.Raw(FormColumns.Answer), out var empties) is var text
        && (empties ? string.IsNullOrEmpty(now) : now is not null && CellValue.TryTake(column, text, _days, hints: false, out var value, out _) && CellValue.AreSame(column.Kind, now, value));
}

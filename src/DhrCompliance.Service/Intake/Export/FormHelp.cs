using System.Collections.Immutable;
using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Forms;
using DhrCompliance.Service.Workbooks;

namespace DhrCompliance.Service.Intake.Export;

/// <summary>How the columns of a form look in a workbook, and what is said to whoever fills them in.</summary>
internal static class FormHelp
{
    private const string Name = "The name of the person. It is recorded with what is done.";

    public static ImmutableArray<WorkbookColumn> Of(FormName form, IEnumerable<string> columns) => [.. columns.Select(column => Of(form, column))];

    private static WorkbookColumn Of(FormName form, string column)
    {
        var isFilledIn = FormColumns.FilledIn(form).Contains(column);
        return new WorkbookColumn(column)
        {
            Width = column switch
            {
                FormColumns.What or FormColumns.Question => 60,
                FormColumns.Why or FormColumns.Note or FormColumns.Source => 36,
                FormColumns.To or FormColumns.Role or FormColumns.By or FormColumns.Answer => 22,
                _ => 14,
            },
            IsWrapped = column is FormColumns.What or FormColumns.Question or FormColumns.Why or FormColumns.Note or FormColumns.Source,
            IsHidden = column == TableColumns.AsExported || (FormColumns.Keys(form).Contains(column) && !FormColumns.Shown(form).Contains(column) && form is FormName.Questions),
            Prompt = !isFilledIn ? null : column switch
            {
                FormColumns.By when form is FormName.Release => "The name of the person who releases this mail. It is written anew as of the day of the import, and sent.",
                FormColumns.By => Name,
                FormColumns.Until => "The last day on which repeats are held back, as text: 2026-03-31. Not later than 'at-most'.",
                FormColumns.Why => "Why; it is kept beside the acknowledgement. No names.",
                FormColumns.Note => "Why, if it is to be kept beside the mail. No names.",
                FormColumns.Source => "Where it is known from. A date that is corrected needs it; it becomes the event's note. No names.",

                // Each cell of it is answered in its own way.
                _ => null,
            },
        };
    }
}

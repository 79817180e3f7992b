using DhrCompliance.Calendars;
using DhrCompliance.Service.Intake.Cells;
using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Sheets;

namespace DhrCompliance.Service.Intake.Forms;

/// <summary>One row of a form while it is being judged. What people type freely is never repeated in a mistake.</summary>
internal sealed class FormRow(Form form, SheetRow row, ICollection<Mistake> mistakes)
{
    // What people put into a cell to tick it; none of them is anybody's name.
    private static readonly string[] Ticks = ["yes", "no", "ok", "okay", "true", "false", "done", "approved", "released", "me", "unknown"];

    public SheetRow Row { get; } = row;

    public Sheet Sheet => form.Sheet;

    /// <summary>True once a mistake was found in it: nothing of it is done.</summary>
    public bool IsWrong { get; private set; }

    public string Place => form.Sheet.Wrong(Row.Number, null, null, "").Place;

    /// <summary>Whether anything stands in a cell.</summary>
    public bool Says(string column) => Raw(column).Trim().Length > 0 || Trouble(column) is not null;

    /// <summary>What stands in a cell, without what is there only for a spreadsheet's sake; empty where nothing does.</summary>
    public string Text(string column) => CellText.Read(Raw(column), out _);

    public void Wrong(string? column, string? value, string expected)
    {
        IsWrong = true;
        mistakes.Add(form.Sheet.Wrong(Row.Number, column, value, expected));
    }

    /// <summary>A person's name in one line; null, and told, where there is none.</summary>
    public string? Person(string column, string does)
    {
        var name = string.Join(' ', (Line(column, CellKind.Line) ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (IsWrong && Trouble(column) is not null)
        {
            return null;
        }

        if (name.Count(char.IsLetter) >= 2 && !Ticks.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return name;
        }

        Wrong(column, null, $"the name of the person who {does}");
        return null;
    }

    /// <summary>A text that says something; null, and told, where there is none.</summary>
    public string? Reason(string column, string expected)
    {
        if (Line(column, CellKind.Text) is { Length: > 0 } text)
        {
            return text;
        }

        if (!IsWrong || Trouble(column) is null)
        {
            Wrong(column, null, expected);
        }

        return null;
    }

    /// <summary>A day; null, and told, where there is none.</summary>
    public DateOnly? Day(string column, DayFormat days, string expected)
    {
        if (Trouble(column) is { } trouble)
        {
            Wrong(column, Raw(column), trouble.Expected);
            return null;
        }

        if (Text(column) is { Length: > 0 } text && PartialDate.TryParse(text, days, out var date, out _) && date.IsDay)
        {
            return date.Earliest;
        }

        Wrong(column, Raw(column), expected);
        return null;
    }

    /// <summary>A text that may be missing; null, and told, where it is none.</summary>
    public string? Line(string column, CellKind kind)
    {
        if (Trouble(column) is { } trouble)
        {
            Wrong(column, null, trouble.Expected);
            return null;
        }

        var text = Text(column);
        if (text.Length == 0 || CellValue.TryTake(new Column(column, kind), text, DayFormat.Iso, hints: false, out _, out var expected))
        {
            return text;
        }

        Wrong(column, null, expected);
        return null;
    }

    /// <summary>The cell as it stands; empty where there is none.</summary>
    public string Raw(string column)
    {
        var at = form.Sheet.Place(column);
        return at >= 0 && at < Row.Cells.Length ? Row.Cells[at] : "";
    }

    public CellTrouble? Trouble(string column)
    {
        var at = form.Sheet.Place(column);
        return Row.Troubles.FirstOrDefault(one => one.Column == at);
    }
}

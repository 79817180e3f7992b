using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Calendars;
using DhrCompliance.Service.Reports.Board;
using DhrCompliance.Service.Reports.Json;

namespace DhrCompliance.Service.Reports.Data;

/// <summary>A value of a report: as programs read it, and as its page shows it.</summary>
/// <param name="Value">As programs read it; null: not known, or there is none.</param>
/// <param name="Shown">As the page shows it.</param>
/// <param name="Several">The values of a field of texts.</param>
public readonly record struct Datum(string? Value, string Shown, ImmutableArray<string> Several = default)
{
    /// <summary>Between the texts of one cell, where a form has no lists.</summary>
    public const string Between = " | ";

    private const string Yes = "yes";
    private const char Unbroken = '\u00A0';

    /// <summary>Nothing.</summary>
    public static Datum None { get; } = new(null, "");

    /// <summary>The value in one cell, where a form has no lists.</summary>
    public string Cell => Several.IsDefault ? Value ?? "" : string.Join(Between, Several);

    /// <summary>Words, with the non-breaking spaces of a page only on the page.</summary>
    public static Datum Text(string? text, string? shown = null) =>
        new(string.IsNullOrEmpty(text) ? null : text.Replace(Unbroken, ' '), shown ?? text ?? "");

    public static Datum Texts(IEnumerable<string> texts) => new(null, "", [.. texts.Select(text => text.Replace(Unbroken, ' '))]);

    public static Datum Day(DateInterval? date, string? shown = null) => new(date?.ToString(), shown ?? BoardDates.Text(date));

    public static Datum Day(DateOnly? day, string? shown = null) =>
        new(day is { } known ? JsonValues.Day(known) : null, shown ?? (day is { } whole ? BoardDates.Whole(whole) : ""));

    public static Datum Number(int? number, string? shown = null)
    {
        var text = number?.ToString(CultureInfo.InvariantCulture);
        return new(text, shown ?? text ?? "");
    }

    public static Datum Flag(bool flag) => new(flag ? Yes : "no", flag ? Yes : "no");

    internal static bool IsYes(string value) => value == Yes;
}

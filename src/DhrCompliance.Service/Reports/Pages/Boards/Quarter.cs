using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DhrCompliance.Service.Reports.Pages.Boards;

/// <summary>A quarter of the calendar year, written <c>2026-Q3</c>.</summary>
public readonly record struct Quarter(int Year, int Number)
{
    /// <summary>The first day in it.</summary>
    public DateOnly First => new(Year, ((Number - 1) * 3) + 1, 1);

    /// <summary>The last day in it.</summary>
    public DateOnly Last => First.AddMonths(3).AddDays(-1);

    /// <summary>The quarter a day lies in.</summary>
    public static Quarter Of(DateOnly day) => new(day.Year, ((day.Month - 1) / 3) + 1);

    /// <summary>False for anything but a year from 2000 to 2200, <c>-Q</c> and a number from 1 to 4.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Quarter quarter)
    {
        quarter = default;
        if (text is not { Length: 7 } || text[4] != '-' || text[5] is not ('Q' or 'q') || text[6] is not (>= '1' and <= '4')
            || !int.TryParse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 2000 or > 2200)
        {
            return false;
        }

        quarter = new Quarter(year, text[6] - '0');
        return true;
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-Q{Number}");
}

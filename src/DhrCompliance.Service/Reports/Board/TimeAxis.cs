using System.Collections.Immutable;
using System.Globalization;

namespace DhrCompliance.Service.Reports.Board;

/// <summary>A line of time: days to places in per cent of its width, with a margin at both ends for the marks there.</summary>
internal sealed record TimeAxis(DateOnly From, DateOnly Until)
{
    private const double Margin = 3;
    private const int MostTicks = 7;
    private static readonly int[] Steps = [1, 2, 3, 6, 12, 24, 60, 120, 240];

    public double At(DateOnly day)
    {
        var whole = int.Max(1, Until.DayNumber - From.DayNumber);
        var part = (double)(int.Clamp(day.DayNumber, From.DayNumber, Until.DayNumber) - From.DayNumber) / whole;
        return double.Round(Margin + (part * (100 - (2 * Margin))), 2);
    }

    /// <summary>The firsts of months, as many as can be read.</summary>
    public ImmutableArray<(string Label, double At)> Ticks()
    {
        var months = ((Until.Year - From.Year) * 12) + Until.Month - From.Month;
        var step = Steps.FirstOrDefault(candidate => months / candidate < MostTicks, Steps[^1]);
        var first = new DateOnly(From.Year, step >= 12 ? 1 : (((From.Month - 1) / step) * step) + 1, 1);
        var ticks = ImmutableArray.CreateBuilder<(string, double)>();
        for (var day = first; day <= Until; day = day.AddMonths(step))
        {
            if (day >= From)
            {
                ticks.Add((day.ToString(step >= 12 ? "yyyy" : "MMM yyyy", CultureInfo.InvariantCulture), At(day)));
            }
        }

        return ticks.ToImmutable();
    }
}

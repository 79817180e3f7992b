using System.Globalization;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Operations.Health;

/// <summary>Counts and times as the findings say them.</summary>
internal static class HealthWords
{
    public static string Counted(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");

    public static string At(DateTimeOffset moment) => $"{Instants.LondonText(moment)} (London)";

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

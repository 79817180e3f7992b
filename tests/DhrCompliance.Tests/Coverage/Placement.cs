using System.Globalization;
using DhrCompliance.Tests.Architecture.Checks;
using DhrCompliance.Tests.RealTimelines;

namespace DhrCompliance.Tests.Coverage;

/// <summary>A row of <c>rules/coverage.csv</c>: what becomes of an obligation.</summary>
/// <param name="Obligation">Its number.</param>
/// <param name="Rules">The rules that hold people to it, each <c>pack/rule</c>, or <c>pack/checklist#2</c> for the second point of a checklist.</param>
/// <param name="ServedBy">The command or report that does what it asks.</param>
/// <param name="Outside">Why no register of a partnership can show it.</param>
internal sealed record Placement(int Obligation, IReadOnlyList<string> Rules, string ServedBy, string Outside)
{
    public static IReadOnlyList<Placement> All { get; } =
    [
        .. CsvRows.Of(File.ReadAllText(Path.Combine(Repository.Root, "rules/coverage.csv"))).Select(row => new Placement(
            int.Parse(row["obligation"], CultureInfo.InvariantCulture),
            row["rules"].Split(' ', StringSplitOptions.RemoveEmptyEntries), row["served-by"], row["outside"])),
    ];
}

/// <summary>A rule as a row names it.</summary>
/// <param name="FullName"><c>pack/rule</c>.</param>
/// <param name="Point">The point of a checklist, from 1; null: the whole rule.</param>
internal sealed record RuleMention(string FullName, int? Point)
{
    public static RuleMention Of(string name) => name.Split('#') is [var rule, var point]
        ? new RuleMention(rule, int.Parse(point, CultureInfo.InvariantCulture))
        : new RuleMention(name, null);
}

using FsCheck;
using FsCheck.Fluent;

namespace DhrCompliance.Service.Tests.Intake;

/// <summary>Whatever stands in the cells: nothing throws, and every row is imported, unchanged, or told to be wrong.</summary>
public sealed class NothingHalfTests
{
    private static readonly string[] Tempting =
    [
        "", " ", "BEX-1", "BEX-1-E1", "notified", "decision", "completed", "A3", "2026-01-10", "2026-13-01", "Jul-13", "yes", "no", "unknown", "'unknown", "=1",
        "review", "bexley", "by 2026", "31/03/2026", "\u0000", "\u202E", "a;b", ";", "\"", "0001-01-01", "9999-12-31", "2026-01-10T25:00:00Z", "1e400",
    ];

    private static readonly string[] Files = ["partnerships.csv", "protocols.csv", "contacts.csv", "cases.csv", "case-partnerships.csv", "items.csv", "events.csv"];

    private static readonly Dictionary<string, string> Headings = new()
    {
        ["partnerships.csv"] = "id,name,jurisdiction,kept-since",
        ["protocols.csv"] = "partnership,pack,from,until",
        ["contacts.csv"] = "partnership,case,agency,role,email,from,until",
        ["cases.csv"] = "reference,partnership,kept-since,count,remarks",
        ["case-partnerships.csv"] = "reference,partnership,part",
        ["items.csv"] = "id,reference,kind,due,age",
        ["events.csv"] = "id,reference,item,event,date,withdrawn,note,recorded-at,outcome,for,to",
    };

    [Fact]
    public void Random_cells_are_imported_or_refused_and_never_lost()
    {
        var cell = Gen.OneOf(Gen.Elements(Tempting), ArbMap.Default.ArbFor<string>().Generator.Select(text => text ?? ""));
        var table = Gen.Elements(Files).SelectMany(file => cell.ArrayOf(Headings[file].Split(',').Length).ArrayOf(4).Select(rows => (File: file, Rows: rows)));

        Prop.ForAll(Arb.From(table), given => Check(given.File, given.Rows)).QuickCheckThrowOnFailure();
    }

    private static bool Check(string file, string[][] rows)
    {
        var lines = rows.Select(row => string.Join(',', row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")));
        var plan = Importing.Plan((file, $"{Headings[file]}\n{string.Join('\n', lines)}\n"));
        var changed = plan.Changes.Select(change => change.Row).ToArray();
        var wrong = plan.Mistakes.Select(mistake => mistake.Row).Distinct().ToArray();
        var filled = rows.Count(row => row.Any(cell => !string.IsNullOrWhiteSpace(cell)));
        var isWhole = plan.Mistakes.Any(mistake => mistake.Expected.Contains("UTF-8", StringComparison.Ordinal));
        return !changed.Intersect(wrong).Any()
            && (isWhole ? changed.Length == 0 : changed.Length + wrong.Length + plan.Unchanged == filled)
            && plan.After(Importing.Register).Events.Length >= Importing.Register.Events.Length
            && plan.Mistakes.All(mistake => mistake.ToString().All(character => !char.IsControl(character)));
    }
}

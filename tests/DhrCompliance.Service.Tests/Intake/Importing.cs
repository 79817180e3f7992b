using System.Collections.Immutable;
using System.Text;
using DhrCompliance.Calendars;
using DhrCompliance.Service.Intake;
using DhrCompliance.Service.Intake.Planning;
using DhrCompliance.Service.Intake.Reading;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Tests.Intake;

/// <summary>CSV text to plan, and plan to the register that it would make, without a disk.</summary>
internal static class Importing
{
    public static readonly DateOnly Today = new(2026, 11, 20);

    /// <summary>A partnership, a case of it, an action of the case, and one event.</summary>
    public static RegisterRows Register { get; } = new()
    {
        Partnerships = [new PartnershipRow { Id = "bexley", Name = "Bexley CSP", Jurisdiction = "england" }],
        Cases = [new CaseRow { Reference = "BEX-1", Partnership = "bexley" }, new CaseRow { Reference = "BEX-2", Partnership = "bexley" }],
        Items = [new ItemRow { Id = "A3", Reference = "BEX-1", Kind = "action" }],
        Events =
        [
            new EventRow { Id = "BEX-1-E1", Reference = "BEX-1", Event = "notified", Date = "2026-01-10", Note = "by telephone" },
            new EventRow { Id = "BEX-1-E2", Reference = "BEX-1", Event = "report-completed", Date = "2026-07" },
        ],
    };

    public static IncomingRegister Read(params (string File, string Text)[] files)
    {
        var sheets = ImmutableArray.CreateBuilder<Sheet>();
        var mistakes = ImmutableArray.CreateBuilder<Mistake>();
        foreach (var (file, text) in files)
        {
            try
            {
                var table = SheetNames.Table(Path.GetFileNameWithoutExtension(file), Words.Known, out var itemKind);
                sheets.Add(CsvSheet.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), file, table!.Value, itemKind, ImportLimits.Usual));
            }
            catch (RefusedFileException exception)
            {
                mistakes.Add(exception.Mistake);
            }
        }

        return new IncomingRegister { Sheets = sheets.ToImmutable(), Mistakes = mistakes.ToImmutable() };
    }

    public static ImportPlan Plan(params (string File, string Text)[] files) => Plan(Register, files);

    public static ImportPlan Plan(RegisterRows existing, params (string File, string Text)[] files) =>
        ImportPlan.Make(Read(files), existing, Words.Known, Today);

    public static ImportPlan PlanEvents(string headings, params string[] rows) => Plan(("events.csv", $"{headings}\n{string.Join('\n', rows)}\n"));

    public static DayFormat Declared(string pattern)
    {
        DayFormat.TryDeclare(pattern, out var days, out _).ShouldBeTrue();
        return days!;
    }

    /// <summary>The register once the plan is in it; new events and items get ids by counting.</summary>
    public static RegisterRows After(this ImportPlan plan, RegisterRows before)
    {
        var given = 0;
        string Id(string id) => id.Length > 0 ? id : FormattableString.Invariant($"new-{++given}");
        var events = plan.Events.Select(planned => planned.Row with { Id = Id(planned.Row.Id) });
        var items = plan.Items.Select(planned => planned.Row with { Id = Id(planned.Row.Id) });
        return new RegisterRows
        {
            Partnerships = Latest(before.Partnerships, plan.Partnerships.Select(planned => planned.Row), row => row.Id),
            Protocols = Latest(before.Protocols, plan.Protocols.Select(planned => planned.Row), row => (row.Partnership, row.Pack, row.From)),
            Cases = Latest(before.Cases, plan.Cases.Select(planned => planned.Row), row => row.Reference),
            CasePartnerships = Latest(before.CasePartnerships, plan.CasePartnerships.Select(planned => planned.Row), row => (row.Reference, row.Partnership)),
            Contacts = Latest(before.Contacts, plan.Contacts.Select(planned => planned.Row), row => (row.Partnership, row.Case, row.Agency, row.Role, row.Email, row.From)),
            Items = Latest(before.Items, items, row => row.Id),
            Events = Latest(before.Events, events, row => row.Id),
        };
    }

    public static ImmutableArray<string> Said(this ImportPlan plan) => [.. plan.Mistakes.Select(mistake => mistake.ToString())];

    private static ImmutableArray<TRow> Latest<TRow, TKey>(IEnumerable<TRow> before, IEnumerable<TRow> added, Func<TRow, TKey> key)
        where TKey : notnull => [.. before.Concat(added).GroupBy(key).Select(versions => versions.Last())];
}

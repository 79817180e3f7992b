using System.Collections.Immutable;
using System.Text;
using DhrCompliance.Service.Intake;
using DhrCompliance.Service.Intake.Export;
using DhrCompliance.Service.Intake.Planning;
using DhrCompliance.Service.Intake.Reading;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Service.Ledger;
using FsCheck;
using FsCheck.Fluent;

namespace DhrCompliance.Service.Tests.Intake;

/// <summary>What is exported and imported again is what it was, whatever stands in its texts.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public void An_export_into_an_empty_register_gives_the_same_rows() => Check(FullRegister.With("by telephone"));

    [Fact]
    public void Hostile_texts_come_back_as_they_were()
    {
        Prop.ForAll(FullRegister.HostileTexts, text => Check(FullRegister.With(text))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void An_export_imported_beside_itself_changes_nothing()
    {
        var register = FullRegister.With("=a note");

        Again(register, register).Changes.ShouldBeEmpty();
    }

    [Fact]
    public void An_export_depends_on_nothing_but_the_rows()
    {
        var register = FullRegister.With("x");
        var turned = register with
        {
            Partnerships = [.. register.Partnerships.Reverse()],
            Events = [.. register.Events.Reverse()],
            Contacts = [.. register.Contacts.Reverse()],
        };

        Text(turned).ShouldBe(Text(register));
    }

    [Fact]
    public void Lines_end_in_LF_and_every_id_is_written()
    {
        var events = Text(FullRegister.With("x")).Single(file => file.Name == "events.csv").Text;

        events.ShouldNotContain("\r");
        events.Split('\n')[0].ShouldStartWith("id,reference,item,event,date,withdrawn,note,recorded-by,recorded-at,outcome,reason,about");
        events.Split('\n')[1..^1].Select(line => line.Split(',')[0]).ShouldBe(["BEX-1-E2", "BEX-1-E10", "BEX-1-E11", "bexley-E1"]);
    }

    private static void Check(RegisterRows register)
    {
        var plan = Again(register, new RegisterRows());
        plan.Said().ShouldBeEmpty();
        FullRegister.Values(plan.After(new RegisterRows())).ShouldBe(FullRegister.Values(register));
    }

    private static ImportPlan Again(RegisterRows exported, RegisterRows into)
    {
        var sheets = ImmutableArray.CreateBuilder<Sheet>();
        foreach (var sheet in RegisterSheets.Of(exported, Words.Known))
        {
            using var stream = new MemoryStream();
            RegisterExport.WriteCsv(sheet, stream);
            stream.Position = 0;
            sheets.Add(CsvSheet.Read(stream, sheet.File, sheet.Table, null, ImportLimits.Usual));
        }

        return ImportPlan.Make(new IncomingRegister { Sheets = sheets.ToImmutable() }, into, Words.Known, Importing.Today);
    }

    private static ImmutableArray<(string Name, string Text)> Text(RegisterRows register) =>
    [
        .. RegisterSheets.Of(register, Words.Known).Select(sheet =>
        {
            using var stream = new MemoryStream();
            RegisterExport.WriteCsv(sheet, stream);
            return (sheet.File, Encoding.UTF8.GetString(stream.ToArray()));
        }),
    ];
}

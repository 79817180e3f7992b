using System.Collections.Immutable;
using System.Text;
using DhrCompliance.Service.Intake;
using DhrCompliance.Service.Intake.Export;
using DhrCompliance.Service.Intake.Planning;
using DhrCompliance.Service.Intake.Reading;
using DhrCompliance.Service.Intake.Rows;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Service.Ledger;
using FsCheck;
using FsCheck.Fluent;

namespace DhrCompliance.Service.Tests.Intake;

/// <summary>What is exported and imported again is what it was, whatever stands in its texts.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public void An_export_into_an_empty_register_gives_the_same_rows() => Check(Full("by telephone"));

    [Fact]
    public void Hostile_texts_come_back_as_they_were()
    {
        var hostile = ArbMap.Default.ArbFor<string>().Generator
            .SelectMany(text => Gen.Elements("", "=1+1", "'", "''=x", "-", "unknown", "\"", ",", "\r\n", "a\nb,\"c\"", "﻿", "\t@", "😀")
                .Select(start => start + Printable(text)))
            .Select(text => text.TrimEnd())
            .Where(text => text.Length > 0);

        Prop.ForAll(Arb.From(hostile), text => Check(Full(text))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void An_export_imported_beside_itself_changes_nothing()
    {
        var register = Full("=a note");

        Again(register, register).Changes.ShouldBeEmpty();
    }

    [Fact]
    public void An_export_depends_on_nothing_but_the_rows()
    {
        var register = Full("x");
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
        var events = Text(Full("x")).Single(file => file.Name == "events.csv").Text;

        events.ShouldNotContain("\r");
        events.Split('\n')[0].ShouldStartWith("id,reference,item,event,date,withdrawn,note,recorded-by,recorded-at,outcome,reason,about");
        events.Split('\n')[1..^1].Select(line => line.Split(',')[0]).ShouldBe(["BEX-1-E2", "BEX-1-E10", "BEX-1-E11", "bexley-E1"]);
    }

    private static void Check(RegisterRows register)
    {
        var plan = Again(register, new RegisterRows());
        plan.Said().ShouldBeEmpty();
        Values(plan.After(new RegisterRows())).ShouldBe(Values(register));
    }

    /// <summary>The rows themselves, not as they are written: a slip in the writing must not hide one in the reading.</summary>
    private static string[] Values(RegisterRows register) =>
    [
        .. register.Partnerships.Select(RegisterForm.Values)
            .Concat(register.Protocols.Select(RegisterForm.Values))
            .Concat(register.Contacts.Select(RegisterForm.Values))
            .Concat(register.Cases.Select(RegisterForm.Values))
            .Concat(register.CasePartnerships.Select(RegisterForm.Values))
            .Concat(register.Items.Select(RegisterForm.Values))
            .Concat(register.Events.Select(RegisterForm.Values))
            .Select(row => string.Join('|', row.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}={value.Value}")))
            .Order(StringComparer.Ordinal),
    ];

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

    private static RegisterRows Full(string text) => new()
    {
        Partnerships =
        [
            new PartnershipRow { Id = "bexley", Name = "Bexley, \"CSP\"", Jurisdiction = "england", KeptSince = "2025-01-01" },
            new PartnershipRow { Id = "torfaen", Name = "=Torfaen", Jurisdiction = "wales" },
        ],
        Protocols = [new ProtocolRow { Partnership = "bexley", Pack = "pack-one", From = "2025-01-01", Until = "2026-01-01" }],
        Contacts =
        [
            new ContactRow { Partnership = "bexley", Role = "csp-team", Email = "team@example.org" },
            new ContactRow { Case = "BEX-1", Agency = "Health", Role = "review-chair", Email = "chair@example.org", From = "2026-01-01", Until = "2026-05-01" },
        ],
        Cases =
        [
            new CaseRow
            {
                Reference = "BEX-1",
                Partnership = "bexley",
                KeptSince = "2026-01-01",
                Facts = ImmutableDictionary<string, string>.Empty.Add("parallel-review", "no").Add("count", "-5").Add("remarks", text),
            },
        ],
        CasePartnerships = [new CasePartnershipRow { Reference = "BEX-1", Partnership = "torfaen", Part = "joint" }],
        Items = [new ItemRow { Id = "A1", Reference = "BEX-1", Kind = "action", Facts = ImmutableDictionary<string, string>.Empty.Add("due", "by 2027-01") }],
        Events =
        [
            new EventRow { Id = "BEX-1-E2", Reference = "BEX-1", Event = "notified", Date = "after 2025-12", Note = text, RecordedAt = "2026-01-02T10:00:00+01:00" },
            new EventRow { Id = "BEX-1-E10", Reference = "BEX-1", Event = "decision", Note = "it happened", RecordedBy = "the team", Attributes = ImmutableDictionary<string, string>.Empty.Add("reason", text).Add("outcome", "review") },
            new EventRow { Id = "BEX-1-E11", Reference = "BEX-1", Item = "A1", Event = "completed", Date = "2026-02-03", Withdrawn = true, Note = "another action" },
            new EventRow { Id = "bexley-E1", Reference = "bexley", Event = "panel-meeting", Date = "2027-02-03" },
        ],
    };

    private static string Printable(string? text) =>
        string.Concat((text ?? "").Where(character => !char.IsSurrogate(character) && (!char.IsControl(character) || character is '\t' or '\r' or '\n')));
}

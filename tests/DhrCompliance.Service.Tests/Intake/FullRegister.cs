using System.Collections.Immutable;
using DhrCompliance.Service.Intake.Rows;
using DhrCompliance.Service.Ledger;
using FsCheck;
using FsCheck.Fluent;

namespace DhrCompliance.Service.Tests.Intake;

/// <summary>A register with a row of everything, its free texts whatever one likes, and what its rows say.</summary>
internal static class FullRegister
{
    /// <summary>Texts that have broken a spreadsheet, a parser or an import somewhere.</summary>
    public static Arbitrary<string> HostileTexts { get; } = Arb.From(
        ArbMap.Default.ArbFor<string>().Generator
            .SelectMany(text => Gen.Elements("", "=1+1", "'", "''=x", "-", "unknown", "\"", ",", "\r\n", "a\nb,\"c\"", "﻿", "\t@", "😀", "_x000D_", "_x005F_x41_", "<![CDATA[&amp;", " ", "\u2028", "2013-07", "1E5")
                .Select(start => start + Printable(text)))
            .Select(text => text.TrimEnd())
            .Where(text => text.Length > 0));

    /// <summary>The rows themselves, not as they are written: a slip in the writing must not hide one in the reading.</summary>
    public static string[] Values(RegisterRows register) =>
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

    public static RegisterRows With(string text) => new()
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

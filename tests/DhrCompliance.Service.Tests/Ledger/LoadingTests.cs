using System.Collections.Immutable;
using System.Text.Json;
using Dapper;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Vocabularies;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Tests.Ledger;

/// <summary>One pass over all tables gives what a query per case gives, whatever was written in whatever order.</summary>
public sealed class LoadingTests
{
    private const string Witnessed = "witnessed_at <= @until";

    [Fact]
    public void Streaming_all_case_files_gives_what_asking_for_each_gives() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(12),
            Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed => StreamingEqualsAsking(new Random(seed))));

    private static void StreamingEqualsAsking(Random random)
    {
        using var register = new TemporaryRegister();
        var database = register.Open();
        var moments = new List<DateTimeOffset?>();
        for (var act = 0; act < 3; act++)
        {
            TemporaryRegister.Write(database, writer => WriteRandomly(writer, random));
            moments.Add(register.Tick());
        }

        moments.Add(null);
        foreach (var moment in moments)
        {
            var streamed = database.CaseFiles(moment).Select(Text).ToList();
            streamed.ShouldBe(Asked(register, moment).Select(Text).ToList());
            var some = streamed.Count == 0 ? [] : database.CaseFiles(moment).Select(file => file.Reference).Where(_ => random.Next(2) == 0).ToList();
            database.CaseFiles(some, moment).Select(Text)
                .ShouldBe(database.CaseFiles(moment).Where(file => some.Contains(file.Reference)).Select(Text));
        }
    }

    private static void WriteRandomly(LedgerWriter writer, Random random)
    {
        string[] partnerships = ["p1", "ärzte", "𝒫", "Z"];
        foreach (var id in partnerships)
        {
            writer.Append(Sample.Partnership(id, random.Next(2) == 0 ? null : "2024-01-01"));
        }

        for (var count = 0; count < 40; count++)
        {
            var reference = $"{(char)('A' + random.Next(3))}-{random.Next(4)}";
            writer.Append(Sample.Case(reference, partnerships[random.Next(4)], random.Next(2) == 0 ? null : "2025-01-01") with { Facts = Facts(random) });
            var item = $"{reference}-item-{random.Next(2)}";
            writer.Append(new ItemRow { Id = item, Reference = reference, Kind = "person", Facts = Facts(random) });
            var subject = random.Next(6) == 0 ? partnerships[random.Next(4)] : reference;
            writer.Append(new EventRow
            {
                Id = $"{subject}-E{random.Next(5)}",
                Reference = subject,
                Item = subject == reference && random.Next(2) == 0 ? item : null,
                Event = random.Next(3) == 0 ? "notified" : "decision",
                Date = new[] { "2026-01-10", "2013-07", "by 2016", "after 2020", "2013-07-01/2013-07-31", null }[random.Next(6)],
                Withdrawn = random.Next(5) == 0,
                Attributes = Facts(random),
            });
            writer.Append(new CasePartnershipRow
            {
                Reference = reference,
                Partnership = partnerships[random.Next(4)],
                Part = random.Next(3) == 0 ? CasePartnershipRow.NoPart : "joint",
            });
        }
    }

    private static ImmutableDictionary<string, string> Facts(Random random) => random.Next(3) switch
    {
        0 => ImmutableDictionary<string, string>.Empty,
        1 => ImmutableDictionary<string, string>.Empty.Add("a", "yes"),
        _ => ImmutableDictionary<string, string>.Empty.Add("b \"quoted\"", "ŵ\n𝒫").Add("a", new string('x', random.Next(1, 300))),
    };

    private static List<CaseFile> Asked(TemporaryRegister register, DateTimeOffset? moment)
    {
        var until = moment is { } at ? Instants.Write(at) : "9999";
        using var connection = register.Connect();
        var references = connection.Query<string>($"SELECT DISTINCT reference FROM cases WHERE {Witnessed} ORDER BY reference", new { until });
        var partnerships = connection.Query<string>(
            $"SELECT DISTINCT id FROM partnerships WHERE {Witnessed} ORDER BY id", new { until });
        return
        [
            .. references.Select(reference => AskedCase(connection, reference, until)),
            .. partnerships.Select(id => AskedPartnership(connection, id, until)).Where(file => !file.Events.IsEmpty || file.KeptSince is not null),
        ];
    }

    private static CaseFile AskedCase(SqliteConnection connection, string reference, string until)
    {
        var (partnership, kept, facts) = connection.QuerySingle<(string, string?, string)>(
            $"SELECT partnership, kept_since, facts FROM cases WHERE reference = @reference AND {Witnessed} ORDER BY row DESC LIMIT 1",
            new { reference, until });
        return AskedPartnership(connection, partnership, until) with
        {
            Reference = reference,
            Kind = SubjectKind.Review,
            OfPartnership = AskedPartnership(connection, partnership, until) is { Events.IsEmpty: false } itself ? itself : null,
            KeptSince = Day(kept) ?? AskedPartnership(connection, partnership, until).KeptSince,
            Facts = Parse(facts),
            Events = AskedEvents(connection, reference, until),
            Items =
            [
                .. connection.Query<(string Id, string Kind, string Facts)>(
                    $"""
                    SELECT id, kind, facts FROM items i WHERE reference = @reference
                    AND row = (SELECT max(row) FROM items WHERE id = i.id AND {Witnessed}) ORDER BY id
                    """,
                    new { reference, until }).Select(item => new CaseItem { Id = item.Id, Kind = item.Kind, Facts = Parse(item.Facts) }),
            ],
            OtherPartnerships =
            [
                .. connection.Query<(string Partnership, string Part)>(
                    $"""
                    SELECT partnership, part FROM case_partnerships c WHERE reference = @reference AND part <> 'none' AND row =
                    (SELECT max(row) FROM case_partnerships WHERE reference = c.reference AND partnership = c.partnership AND {Witnessed}) ORDER BY partnership
                    """,
                    new { reference, until }).Select(part => new CasePartnership(part.Partnership, part.Part)),
            ],
        };
    }

    private static CaseFile AskedPartnership(SqliteConnection connection, string id, string until) => new()
    {
        Reference = id,
        Kind = SubjectKind.Partnership,
        Partnership = id,
        Jurisdiction = "england",
        KeptSince = Day(connection.ExecuteScalar<string?>(
            $"SELECT kept_since FROM partnerships WHERE id = @id AND {Witnessed} ORDER BY row DESC LIMIT 1", new { id, until })),
        Events = AskedEvents(connection, id, until),
    };

    private static ImmutableArray<CaseEvent> AskedEvents(SqliteConnection connection, string reference, string until) =>
    [
        .. connection.Query<(string Id, string? Item, string Event, string? Date, long Withdrawn, string Attributes, string Witnessed)>(
                $"""
                SELECT id, item, event, date, withdrawn, attributes, witnessed_at FROM events
                WHERE reference = @reference AND {Witnessed} ORDER BY row
                """,
                new { reference, until })
            .GroupBy(row => row.Id)
            .OrderBy(versions => versions.Key, StringComparer.Ordinal)
            .Where(versions => versions.Last().Withdrawn == 0)
            .Select(versions =>
            {
                var last = versions.Last();
                PartialDate.TryParse(last.Date, out var date, out _).ShouldBeTrue();
                var first = versions.Reverse().TakeWhile(row => row.Withdrawn == 0 && row.Event == last.Event).Last();
                return new CaseEvent
                {
                    Id = last.Id,
                    Event = last.Event,
                    Item = last.Item,
                    Date = date,
                    Attributes = Parse(last.Attributes),
                    RecordedOn = Instants.LondonDay(Instants.Read(first.Witnessed)),
                };
            }),
    ];

    private static ImmutableDictionary<string, string> Parse(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(json)!.ToImmutableDictionary();

    private static DateOnly? Day(string? text) => Instants.ReadDayOrNull(text);

    private static string Text(CaseFile file) => string.Join('\n',
    [
        $"{file.Reference} {file.Kind} {file.Partnership} {file.Jurisdiction} {file.KeptSince:o} {Text(file.Facts)}",
        .. file.OtherPartnerships.Select(part => part.ToString()),
        .. file.Items.Select(item => $"{item.Id} {item.Kind} {Text(item.Facts)}"),
        .. file.Events.Select(each => $"{each.Id} {each.Event} {each.Item} {each.Date} {each.RecordedOn:o} {Text(each.Attributes)}"),
    ]);

    private static string Text(ImmutableDictionary<string, string> values) =>
        string.Join(',', values.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));
}

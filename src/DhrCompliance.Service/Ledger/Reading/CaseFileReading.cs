using System.Collections.Immutable;
using System.Text;
using DhrCompliance.Cases;
using DhrCompliance.Vocabularies;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Ledger.Reading;

/// <summary>Case files, streamed: every table is read once, in the order of subjects, and each subject takes its rows from all of them.</summary>
internal sealed class CaseFileReading
{
    private const string Some = " AND reference IN (SELECT value FROM json_each(?2))";
    private const string Subjects = "SELECT reference, kind, partnership FROM subjects WHERE ?1 IS NOT NULL";
    private const string Cases = "SELECT reference, row, partnership, kept_since, facts FROM cases WHERE witnessed_at <= ?1";
    private const string Parts = "SELECT reference, partnership, part FROM case_partnerships WHERE witnessed_at <= ?1";
    private const string Items = "SELECT reference, id, kind, facts, row FROM items WHERE witnessed_at <= ?1";
    private const string Events = """
        SELECT reference, row, id, item, event, date, withdrawn, attributes, witnessed_at FROM events WHERE witnessed_at <= ?1
        """;

    private const string BySubject = " ORDER BY reference";
    private const string ByRow = " ORDER BY reference, row";
    private const string ByPartnership = " ORDER BY reference, partnership, row";
    private const string ById = " ORDER BY reference, id, row";

    private const string AllSubjects = Subjects + BySubject;
    private const string SomeSubjects = Subjects + Some + BySubject;
    private const string AllCases = Cases + ByRow;
    private const string SomeCases = Cases + Some + ByRow;
    private const string AllParts = Parts + ByPartnership;
    private const string SomeParts = Parts + Some + ByPartnership;
    private const string AllItems = Items + ById;
    private const string SomeItems = Items + Some + ById;
    private const string AllEvents = Events + ById;
    private const string SomeEvents = Events + Some + ById;
    private const string AllOfPartnerships = Events + " AND reference IN (SELECT reference FROM subjects WHERE kind = 'partnership')" + ById;
    private const string SomeOfPartnerships = Events + " AND reference IN (SELECT partnership FROM subjects WHERE TRUE" + Some + ")" + ById;

    private readonly SqliteConnection connection;
    private readonly string until;
    private readonly string? references;
    private readonly Words words = new();
    private readonly EventReading events;
    private readonly ICollection<UnreadableRow> unreadable;

    /// <param name="connection">A snapshot.</param>
    /// <param name="until">The witnessed moment up to which versions count.</param>
    /// <param name="references">A JSON array of the subjects asked for; null: all.</param>
    /// <param name="unreadable">Takes what cannot be read.</param>
    public CaseFileReading(SqliteConnection connection, string until, string? references, ICollection<UnreadableRow> unreadable)
    {
        this.connection = connection;
        this.until = until;
        this.references = references;
        this.unreadable = unreadable;
        events = new EventReading(words, unreadable);
    }

    public IEnumerable<CaseFile> Read()
    {
        var partnerships = PartnershipReading.Read(connection, until, words, unreadable);
        var themselves = Themselves(partnerships);
        var ofPartnerships = new List<CaseFile>();
        using var subjects = Open(AllSubjects, SomeSubjects);
        using var cases = Open(AllCases, SomeCases);
        using var parts = Open(AllParts, SomeParts);
        using var items = Open(AllItems, SomeItems);
        using var happenings = Open(AllEvents, SomeEvents);
        do
        {
            if (Next(subjects, out var reference, out var isReview) is not { } key)
            {
                break;
            }

            var file = Whole(reference, () => isReview
                ? Review(cases, key, reference, partnerships) is { } review
                    ? review with { OtherPartnerships = PartsOf(parts, key), Items = ItemsOf(items, key, reference), Events = events.Of(happenings, key, reference), OfPartnership = themselves.GetValueOrDefault(review.Partnership) }
                    : null
                : themselves.GetValueOrDefault(reference) ?? (partnerships.TryGetValue(reference, out var known) ? Itself(reference, known, []) : null));
            if (file is null)
            {
                continue;
            }

            if (isReview)
            {
                yield return file;
            }
            else if (!file.Events.IsEmpty || file.KeptSince is not null)
            {
                ofPartnerships.Add(file);
            }
        }
        while (true);

        foreach (var file in ofPartnerships)
        {
            yield return file;
        }
    }

    /// <summary>The partnerships of which something is recorded; their reviews share what it is.</summary>
    private Dictionary<string, CaseFile> Themselves(Dictionary<string, PartnershipReading.Known> partnerships)
    {
        var found = new Dictionary<string, CaseFile>(StringComparer.Ordinal);
        using var rows = Open(AllOfPartnerships, SomeOfPartnerships);
        while (rows.Any)
        {
            var key = rows.Row.Bytes(0).ToArray();
            var id = Encoding.UTF8.GetString(key);
            var file = Whole(id, () => events.Of(rows, key, id) is { IsEmpty: false } some && partnerships.TryGetValue(id, out var known) ? Itself(id, known, some) : null);
            if (file is not null)
            {
                found.Add(id, file);
            }

            // What could not be read is left behind.
            while (rows.IsOf(key))
            {
                rows.Next();
            }
        }

        return found;
    }

    private static CaseFile Itself(string reference, PartnershipReading.Known known, ImmutableArray<CaseEvent> events) => new()
    {
        Reference = reference,
        Kind = SubjectKind.Partnership,
        Partnership = reference,
        Jurisdiction = known.Jurisdiction,
        KeptSince = known.KeptSince,
        Adopted = known.Adopted,
        Events = events,
    };

    /// <summary>A subject whose rows hold what no constraint lets in is told of and left out; the next ones find their own rows.</summary>
    private CaseFile? Whole(string reference, Func<CaseFile?> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (error is FormatException or InvalidOperationException or ArgumentException or OverflowException)
        {
            unreadable.Add(new UnreadableRow
            {
                Reference = reference,
                Table = "a",
                Row = 0,
                Key = reference,
                Column = "any",
                Value = error.GetType().Name,
                Expected = "rows as the register's own constraints allow them",
            });
            return null;
        }
    }

    private static byte[]? Next(SubjectRows subjects, out string reference, out bool isReview)
    {
        reference = string.Empty;
        isReview = false;
        if (!subjects.Any)
        {
            return null;
        }

        var key = subjects.Row.Bytes(0).ToArray();
        reference = Encoding.UTF8.GetString(key);
        isReview = subjects.Row.Bytes(1).SequenceEqual("review"u8);
        subjects.Next();
        return key;
    }

    private SubjectRows Open(string all, string some) => new(connection, references is null ? all : some, until, references);

    /// <summary>Null: there was no such review yet at that moment.</summary>
    private CaseFile? Review(
        SubjectRows cases, ReadOnlySpan<byte> key, string reference, Dictionary<string, PartnershipReading.Known> partnerships)
    {
        CaseFile? file = null;
        for (; cases.IsOf(key); cases.Next())
        {
            var partnership = words.Of(cases.Row, 2);
            if (!partnerships.TryGetValue(partnership, out var commissioning))
            {
                unreadable.Add(new UnreadableRow
                {
                    Reference = reference,
                    Table = "cases",
                    Row = cases.Row.Number(1),
                    Key = reference,
                    Column = "partnership",
                    Value = partnership,
                    Expected = "the id of a partnership in the register",
                });
                continue;
            }

            var kept = words.OfOrNull(cases.Row, 3);
            var since = DateOnly.MinValue;
            var isKept = kept is not null && Instants.TryReadDay(kept, out since);
            if (kept is not null && !isKept)
            {
                unreadable.Add(UnreadableRow.OfDay(reference, "cases", cases.Row.Number(1), reference, "kept_since", kept));
            }

            var facts = words.ObjectOf(cases.Row, 4);
            if (facts is null)
            {
                unreadable.Add(UnreadableRow.OfObject(reference, "cases", cases.Row.Number(1), reference, "facts", cases.Row.Text(4)));
            }

            file = new CaseFile
            {
                Reference = reference,
                Kind = SubjectKind.Review,
                Partnership = partnership,
                Jurisdiction = commissioning.Jurisdiction,
                KeptSince = isKept ? since : commissioning.KeptSince,
                Facts = facts ?? ImmutableDictionary<string, string>.Empty,
                Adopted = commissioning.Adopted,
            };
        }

        return file;
    }

    private ImmutableArray<CasePartnership> PartsOf(SubjectRows parts, ReadOnlySpan<byte> key)
    {
        List<CasePartnership>? found = null;
        for (; parts.IsOf(key); parts.Next())
        {
            found ??= [];
            var part = new CasePartnership(words.Of(parts.Row, 1), words.Of(parts.Row, 2));
            if (found.Count > 0 && found[^1].Partnership == part.Partnership)
            {
                found.RemoveAt(found.Count - 1);
            }

            found.Add(part);
        }

        return found is null ? [] : [.. found.Where(part => part.Part != CasePartnershipRow.NoPart)];
    }

    private ImmutableArray<CaseItem> ItemsOf(SubjectRows items, ReadOnlySpan<byte> key, string reference)
    {
        List<CaseItem>? found = null;
        for (; items.IsOf(key); items.Next())
        {
            found ??= [];
            var id = items.Row.Text(1);
            if (found.Count > 0 && found[^1].Id == id)
            {
                found.RemoveAt(found.Count - 1);
            }

            var facts = words.ObjectOf(items.Row, 3);
            if (facts is null)
            {
                unreadable.Add(UnreadableRow.OfObject(reference, "items", items.Row.Number(4), id, "facts", items.Row.Text(3)));
            }

            found.Add(new CaseItem { Id = id, Kind = words.Of(items.Row, 2), Facts = facts ?? ImmutableDictionary<string, string>.Empty });
        }

        return found is null ? [] : [.. found];
    }
}

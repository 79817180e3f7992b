using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using DhrCompliance.Assessments;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Sweeps;
using DhrCompliance.Service.Tests.Ledger;
using Microsoft.Data.Sqlite;

namespace DhrCompliance.Service.Tests.Sweeps.ByChange;

/// <summary>A register that is swept every day, by change or in full.</summary>
internal sealed partial class SweptRegister : IDisposable
{
    private const string Planned = """
        SELECT 'notice ' || key || ' ' || rule || ' ' || kind || ' ' || held FROM notices WHERE row > @notices
        UNION ALL SELECT 'withdrawn ' || key FROM notice_withdrawals WHERE row > @withdrawals
        UNION ALL SELECT 'mail ' || id || ' to ' || address || ': ' || subject || char(10) || text || char(10) || html || char(10) || notices FROM deliveries WHERE row > @deliveries
        UNION ALL SELECT 'mail ' || delivery || ' ' || state FROM delivery_states WHERE row > @states
        ORDER BY 1;
        """;

    private const string Ends = """
        SELECT (SELECT coalesce(max(row), 0) FROM notices) AS notices, (SELECT coalesce(max(row), 0) FROM notice_withdrawals) AS withdrawals,
               (SELECT coalesce(max(row), 0) FROM deliveries) AS deliveries, (SELECT coalesce(max(row), 0) FROM delivery_states) AS states;
        """;

    private static readonly Act Act = new("test", "tester", "here", "0");

    private readonly TemporaryRegister _register = new();
    private readonly LedgerDatabase _ledger;
    private readonly SqliteConnection _look;
    private readonly bool _full;

    public SweptRegister(bool full)
    {
        _full = full;
        _ledger = _register.Open();
        _look = _register.Connect();
    }

    /// <summary>How many cases were assessed so far.</summary>
    public int Assessed { get; private set; }

    /// <summary>What came in since the last sweep, and what became of mails.</summary>
    public void Take(IEnumerable<Input> inputs, IEnumerable<Action<LedgerDatabase, LedgerWriter>> meanwhile)
    {
        using var writer = _ledger.Write(Act);
        foreach (var input in inputs)
        {
            input.Append(writer);
        }

        foreach (var write in meanwhile)
        {
            write(_ledger, writer);
        }

        writer.Commit();
    }

    /// <summary>Everything that the day's sweep planned, in words, and which mails wait now.</summary>
    public (IReadOnlyList<string> Planned, IReadOnlyList<PlannedDelivery> Mails) Sweep(DateOnly day, CompiledRulebook rules)
    {
        var before = (IDictionary<string, object>)_look.QuerySingle(Ends);
        Assessed += new Sweep(_ledger, rules, "dhr@example.org").Run(day, Act, [], _full).Assessed;
        var mails = _look.Query<(string Id, string State, string Notices)>(
            "SELECT d.id, s.state, d.notices FROM deliveries d JOIN delivery_states s ON s.delivery = d.id WHERE d.row > @deliveries ORDER BY 1", before);
        return (
            [.. _look.Query<string>(Planned, before).Select(planned => ChainEnd().Replace(planned, "the end of the chain"))],
            [.. mails.Select(mail => new PlannedDelivery(mail.Id, mail.State == DeliveryState.Held, JsonSerializer.Deserialize<ImmutableArray<string>>(mail.Notices)))]);
    }

    /// <summary>The digest of what was concluded of every subject when a sweep last looked at it.</summary>
    public IReadOnlyDictionary<string, string> Digests() =>
        _look.Query<(string, string)>("SELECT reference, digest FROM standing").ToDictionary(row => row.Item1, row => row.Item2, StringComparer.Ordinal);

    /// <summary>What the latest assessment of a subject says.</summary>
    public IReadOnlyList<string> ConclusionsOf(string reference)
    {
        var stored = _ledger.LatestAssessment(reference)!;
        return Conclusions.Of(new AssessmentReader(Rules.Editions.Single(rules => rules.Rulebook.Hash == stored.RulebookHash).Rulebook).Read(stored.Payload));
    }

    public string Describe(string reference) => string.Join('\n', _look.Query<(string, string, string)>(
        "SELECT as_of, coalesce(next_change_on, 'never'), digest FROM standing WHERE reference = @reference", new { reference })
        .Select(row => string.Create(CultureInfo.InvariantCulture, $"looked at on {row.Item1}, to be looked at on {row.Item2}")));

    /// <summary>The chain is salted, and ends otherwise in every register.</summary>
    [GeneratedRegex(@"\d+ entries, the last\s+[0-9a-f]{64}")]
    private static partial Regex ChainEnd();

    public void Dispose()
    {
        _look.Dispose();
        _register.Dispose();
    }
}

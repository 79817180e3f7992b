using DhrCompliance.Service.Ledger.Trail;

namespace DhrCompliance.Service.Ledger.Evidence;

/// <summary>Which rows of which tables belong to some cases and partnerships, and what of them is given.</summary>
/// <param name="Name">The table.</param>
/// <param name="Which">Its rows: ?1 the references, ?2 the partnerships, both as JSON arrays.</param>
/// <param name="Given">The columns that are given. Every other is left out, also one that is added one day: it may speak of other cases, or be an address.</param>
/// <param name="FreeText">Columns that hold a person's own words, given only where they are asked for.</param>
internal sealed record EvidenceSource(string Name, string Which, string[] Given, string[] FreeText)
{
    private const string OfCase = "reference IN (SELECT value FROM json_each(?1))";
    private const string NoticesOf = "SELECT key FROM notices WHERE subject IN (SELECT value FROM json_each(?1))";
    private const string DeliveriesOf = "SELECT delivery FROM delivery_notices WHERE notice IN (" + NoticesOf + ")";

    public static IReadOnlyList<EvidenceSource> All { get; } =
    [
        new("partnerships", "id IN (SELECT value FROM json_each(?2))", ["row", "id", "name", "jurisdiction", "kept_since", "witnessed_at"], []),
        new("protocols", "partnership IN (SELECT value FROM json_each(?2))", ["row", "partnership", "pack", "from_day", "until_day", "witnessed_at"], []),
        new("cases", OfCase, ["row", "reference", "partnership", "kept_since", "facts", "witnessed_at"], []),
        new("case_partnerships", OfCase, ["row", "reference", "partnership", "part", "witnessed_at"], []),
        new("items", OfCase, ["row", "id", "reference", "kind", "facts", "witnessed_at"], []),
        new("events", OfCase + " OR reference IN (SELECT value FROM json_each(?2))",
            ["row", "id", "reference", "item", "event", "date", "withdrawn", "recorded_by", "recorded_at", "attributes", "witnessed_at"], ["note"]),
        new("notices", "subject IN (SELECT value FROM json_each(?1))",
            ["row", "key", "subject", "partnership", "rule", "kind", "role", "step", "planned_on", "held", "delivery"], []),
        new("notice_withdrawals", "key IN (" + NoticesOf + ")", ["row", "key", "partnership", "withdrawn_on"], []),
        new("acknowledgements", "subject IN (SELECT value FROM json_each(?1))", ["row", "key", "subject", "partnership", "until_day", "at"], ["reason"]),
        new("deliveries", "id IN (" + DeliveriesOf + ")", ["row", "id", "partnership", "planned_on"], []),
        new("delivery_states", "delivery IN (" + DeliveriesOf + ")", ["row", "delivery", "partnership", "state", "at"], ["answer"]),
    ];

    /// <summary>The rows as the trail digested them.</summary>
    public string Sql => $"SELECT * FROM ({TrailSources.All.Single(source => source.Name == Name).All}) WHERE {Which} ORDER BY row";

    public static EvidenceSource? Of(string name) => All.FirstOrDefault(source => source.Name == name);
}

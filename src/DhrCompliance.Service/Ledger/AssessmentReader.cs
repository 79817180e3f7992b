using System.Text.Json;
using DhrCompliance.Assessments;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Ledger.Storing;

namespace DhrCompliance.Service.Ledger;

/// <summary>Reads stored assessments under the rulebook that they were made under.</summary>
public sealed class AssessmentReader
{
    private readonly Dictionary<string, Rule> rules;

    public AssessmentReader(Rulebook rulebook)
    {
        ArgumentNullException.ThrowIfNull(rulebook);
        rules = rulebook.Packs
            .SelectMany(pack => pack.Criteria.AsEnumerable<Rule>().Concat(pack.Timescales).Concat(pack.Checks))
            .ToDictionary(rule => rule.FullName, StringComparer.Ordinal);
    }

    /// <summary>The assessment as it was stored. Throws <see cref="InvalidDataException"/> where the payload is damaged or names a rule the rulebook lacks.</summary>
    public Assessment Read(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using var document = JsonDocument.Parse(StoredForm.Decompress(payload.Span));
            var root = document.RootElement;
            return Read(root[0], root[1], new StoredParts(root[1].GetProperty("counters")));
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or FormatException or InvalidOperationException or ArgumentException)
        {
            throw new InvalidDataException($"The stored assessment is damaged: {error.Message}", error);
        }
    }

    private Assessment Read(JsonElement said, JsonElement daily, StoredParts parts) => new()
    {
        Reference = said.GetProperty("reference").GetString()!,
        AsOf = StoredParts.Days(daily, "asOf")!.Value.Earliest,
        Live = said.GetProperty("live").GetBoolean(),
        Editions = StoredParts.Texts(said, "editions"),
        Criteria = [.. said.GetProperty("criteria").EnumerateArray().Select(each => new CriterionResult(
            Rule<Criterion>(each), StoredParts.Word<Answer>(each.GetProperty("answer")), StoredParts.Texts(each, "missing"), parts.Because(each)))],
        Timescales = [.. said.GetProperty("timescales").EnumerateArray().Select(each => Timescale(each, parts))],
        Checks = [.. said.GetProperty("checks").EnumerateArray().Select(each => Check(each, parts))],
        Milestones = [.. said.GetProperty("milestones").EnumerateArray().Select(each =>
            new Milestone(each[0].GetString()!, each[1].GetString()!, each[2].GetInt32(), each[3].GetInt32()))],
        ReopenedOn = StoredParts.Days(said, "reopenedOn"),
        Questions = [.. said.GetProperty("questions").EnumerateArray().Select(each =>
            new Question(each[0].GetString()!, parts.Reason(each[2]), each[1].GetInt32()))],
        Failures = [.. said.GetProperty("failures").EnumerateArray().Select(each =>
            new RuleFailure(each[0].GetString()!, each[1].GetString()!))],
        NextChangeOn = StoredParts.Days(daily, "nextChangeOn")?.Earliest,
    };

    private TimescaleResult Timescale(JsonElement said, StoredParts parts)
    {
        var state = StoredParts.Word<TimescaleState>(said.GetProperty("state"));
        var possible = said.TryGetProperty("possible", out var states)
            ? states.EnumerateArray().Aggregate(new StateSet(0), (set, each) => set.With(StoredParts.Word<TimescaleState>(each)))
            : StateSet.Of(state);

        // Counters come in the order in which they were written: those of the row before those of its reasons.
        return new TimescaleResult
        {
            Rule = Rule<Timescale>(said),
            Instance = said.GetProperty("instance").GetString()!,
            Item = StoredParts.Text(said, "item"),
            State = state,
            Possible = possible,
            Started = StoredParts.Days(said, "clockFrom"),
            OriginalDue = StoredParts.Days(said, "dueAtFirst"),
            Due = StoredParts.Days(said, "dueNow"),
            Target = StoredParts.Days(said, "target")?.Earliest,
            AskedFor = StoredParts.Days(said, "askedFor"),
            MetOn = StoredParts.Days(said, "metOn"),
            Provisional = said.TryGetProperty("provisional", out _),
            DaysLateAtLeast = parts.Counter(),
            DaysLateAtMost = parts.Counter(),
            DaysLateAgainstOriginalAtLeast = parts.Counter(),
            DaysLateAgainstOriginalAtMost = parts.Counter(),
            Missing = StoredParts.Texts(said, "missing"),
            Because = parts.Because(said),
        };
    }

    private CheckResult Check(JsonElement said, StoredParts parts) => new()
    {
        Rule = Rule<Check>(said),
        Instance = said.GetProperty("instance").GetString()!,
        Item = StoredParts.Text(said, "item"),
        State = StoredParts.Word<CheckState>(said.GetProperty("state")),
        At = StoredParts.Days(said, "at"),
        Missing = StoredParts.Texts(said, "missing"),
        Because = parts.Because(said),
    };

    private T Rule<T>(JsonElement said)
        where T : Rule
    {
        var name = said.GetProperty("rule").GetString()!;
        return rules.TryGetValue(name, out var rule) && rule is T found
            ? found
            : throw new InvalidDataException($"The stored assessment names the rule {name}, which this rulebook does not have; read it under its own rulebook.");
    }
}

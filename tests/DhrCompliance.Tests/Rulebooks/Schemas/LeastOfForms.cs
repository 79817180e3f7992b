using System.Text.Json.Nodes;
using DhrCompliance.Rulebooks.Reading.Forms;

namespace DhrCompliance.Tests.Rulebooks.Schemas;

/// <summary>Of each form, by its id, the least that is one: a form without one here fails the tests that go through all forms.</summary>
internal static class LeastOfForms
{
    private const string Rule = """ "id": "sample", "title": "A title", "basis": "proposed" """;
    private const string Duty = $$"""{ {{Rule}}, "owner": "chair", "starts": "told", "within": "1 month", "met-by": "decided" }""";
    private const string Scenario = """{ "name": "what it shows", "case": { }, "steps": [{ "day": "2026-03-31", "expect": { "notices": [] } }] }""";

    /// <summary>A pack with a rule of each kind, for others to be based on.</summary>
    public const string Base = """
        {
          "pack": "base", "title": "A title", "status": "draft",
          "criteria": [{ "id": "test", "title": "A title", "basis": "proposed", "when": "nobody-to-ask" }],
          "timescales": [{ "id": "duty", "title": "A title", "basis": "proposed", "owner": "chair", "starts": "told", "within": "1 month", "met-by": "decided" }],
          "checks": [{ "id": "order", "title": "A title", "basis": "proposed", "order": ["written", "sent"] }],
          "checklists": [{ "id": "list", "title": "A title", "stage": "sample", "points": [{ "text": "It is so" }] }]
        }
        """;

    private static readonly Dictionary<string, string> All = new()
    {
        ["vocabulary"] = """{ "items": [{ "name": "sample" }] }""",
        ["item-kind"] = """{ "name": "sample" }""",
        ["role"] = """{ "name": "sample", "bound-to": "case" }""",
        ["fact"] = """{ "name": "sample", "question": "What?", "type": "yes-no" }""",
        ["attribute"] = """{ "name": "sample", "type": "text" }""",
        ["event"] = """{ "name": "sample" }""",
        ["implied-by"] = """{ "event": "decided" }""",
        ["event-pattern"] = """{ "event": "decided" }""",
        ["event-pattern-of-a-moment"] = """{ "event": "decided" }""",
        ["attributes"] = """{ "outcome": "go" }""",
        ["carried"] = """{ "outcome": "go" }""",
        ["named-condition"] = """{ "name": "sample", "when": "nobody-to-ask" }""",
        ["condition"] = """{ "other-review": "yes" }""",
        ["pack"] = $$"""{ "pack": "sample", "title": "A title", "status": "draft", "timescales": [{{Duty}}] }""",
        ["governs"] = """{ "adopted": "yes" }""",
        ["names"] = """{ "review": "review" }""",
        ["sources"] = """{ "sample": { "title": "A title" } }""",
        ["source"] = """{ "title": "A title" }""",
        ["citation"] = """{ "source": "base" }""",
        ["criterion"] = $$"""{ {{Rule}}, "when": "nobody-to-ask" }""",
        ["timescale"] = Duty,
        ["for-each-item"] = """{ "item": "task" }""",
        ["for-each-period"] = """{ "period": "year" }""",
        ["overdue"] = """{ "overdue": "duty" }""",
        ["all-events"] = """{ "all": ["decided", "sent"] }""",
        ["any-event"] = """{ "any": ["decided", "sent"] }""",
        ["check"] = $$"""{ {{Rule}}, "order": ["written", "sent"] }""",
        ["checklist"] = """{ "id": "sample", "title": "A title", "stage": "sample", "points": [{ "text": "It is so" }] }""",
        ["point"] = """{ "text": "It is so" }""",
        ["change"] = """{ "rule": "duty", "basis": "proposed" }""",
        ["scenario"] = Scenario,
        ["case"] = """{ }""",
        ["facts"] = """{ "other-review": "yes" }""",
        ["item"] = """{ "item": "task" }""",
        ["happening"] = """{ "event": "decided", "date": "2026-03-31" }""",
        ["recorded"] = """{ "outcome": "go" }""",
        ["scenario-step"] = """{ "day": "2026-03-31" }""",
        ["expect"] = """{ }""",
        ["states"] = """{ "duty": "overdue" }""",
        ["due"] = """{ "duty": "2026-03-31" }""",
        ["because"] = """{ "duty": "its last day" }""",
        ["notice"] = """{ "office": "before" }""",
        ["scenarios"] = $$"""{ "scenarios-of": "base", "scenarios": [{{Scenario}}] }""",
        ["escalation-paths"] = """{ "escalation-paths": [{ "id": "sample", "title": "A title", "steps": [{ "id": "sample", "when": "1 day after", "to": "office" }] }] }""",
        ["path"] = """{ "id": "sample", "title": "A title", "steps": [{ "id": "sample", "when": "1 day after", "to": "office" }] }""",
        ["step"] = """{ "id": "sample", "when": "1 day after", "to": "office" }""",
        ["notices"] = """{ "notices": { "question": { "headline": "sample", "lead": "sample" } } }""",
        ["notices-by-kind"] = """{ "question": { "headline": "sample", "lead": "sample" } }""",
        ["one-or-many"] = """{ "one": "sample", "many": "sample" }""",
        ["post"] = """{ "weekly": { "to": "office", "day": "monday" } }""",
        ["backlog"] = """{ "to": "office", "ladders-begin": "14 days after" }""",
        ["weekly"] = """{ "to": "office", "day": "monday" }""",
    };

    public static IEnumerable<string> Ids => All.Keys.Concat(NoticeForms.Kinds.Select(kind => NoticeForms.OfKind(kind).Id));

    public static JsonObject Of(string form) =>
        NoticeForms.Kinds.Select(NoticeForms.OfKind).FirstOrDefault(texts => texts.Id == form) is { } texts
            ? new JsonObject(texts.Keys.Select(key => KeyValuePair.Create<string, JsonNode?>(key.Name, "sample")))
            : (JsonObject)JsonNode.Parse(All[form])!;
}

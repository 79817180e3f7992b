using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Intake;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Tests.Intake;

/// <summary>A small vocabulary made by hand: every kind of value, events that happen once and again, planned ones, ones of an item.</summary>
internal static class Words
{
    public static KnownWords Known { get; } = new(Vocabulary(), ["pack-one/decide", "pack-one/report", "pack-two/update"], ["pack-one", "pack-two"], CurrentNames.None);

    private static Vocabulary Vocabulary() => new()
    {
        Facts =
        [
            Fact("parallel-review", ValueKind.YesNo),
            Fact("count", ValueKind.Number),
            Fact("remarks", ValueKind.Text),
            Fact("suicide", ValueKind.YesNo, "deceased"),
            Fact("age", ValueKind.Number, "deceased"),
            Fact("due", ValueKind.Date, "action"),
            Fact("lead-agency", ValueKind.Text, "action"),
            Fact("agency", ValueKind.Text, "agency-review"),
        ],
        Items =
        [
            new ItemKind { Name = "deceased", Title = "the person who died" },
            new ItemKind { Name = "action", Title = "an action" },
            new ItemKind { Name = "agency-review", Title = "a review" },
            new ItemKind { Name = "family", Title = "a family" },
        ],
        Roles =
        [
            new RoleType { Name = "csp-team", Title = "the team", BoundTo = RoleBinding.Partnership },
            new RoleType { Name = "review-chair", Title = "the chair", BoundTo = RoleBinding.Case },
            new RoleType { Name = "operator", Title = "the operator", BoundTo = RoleBinding.Everywhere },
        ],
        Events =
        [
            Once("death"),
            Once("notified"),
            Again("decision", Choice("outcome", "review", "no-review"), Text("reason")),
            Again("home-office-informed", Choice("about", "decision", "hold", "delay")),
            Again("proceedings-started"),
            Again("proceedings-ended"),
            Again("pause-started", Choice("reason", "criminal-proceedings", "inquest")),
            Again("pause-ended", Choice("reason", "criminal-proceedings", "inquest")),
            Again("report-completed"),
            Again("submitted"),
            Again("qa-outcome", Choice("outcome", "approved", "approved-with-changes", "resubmit"), Date("letter-date")),
            Once("changes-made"),
            Once("published"),
            Once("uploaded-to-library"),
            Once("home-office-direction"),
            Again("review-chair-appointed"),
            Again("panel-meeting") with { Plannable = true },
            Again("timescale-agreed", new AttributeType { Name = "for", Type = ValueKind.Rule }, Date("until")),
            Again("delay-reported", new AttributeType { Name = "to", Type = ValueKind.Choices, Choices = ["home-office", "csp-board", "family"] }),
            Once("completed") with { Of = "action" },
            Again("received") with { Of = "agency-review" },
        ],
    };

    private static FactType Fact(string name, ValueKind type, string? of = null) => new() { Name = name, Question = name + "?", Type = type, Of = of };

    private static EventKind Once(string name) => new() { Name = name, Title = "the " + name };

    private static EventKind Again(string name, params AttributeType[] attributes) => Once(name) with { Repeats = true, Attributes = [.. attributes] };

    private static AttributeType Choice(string name, params string[] choices) => new() { Name = name, Type = ValueKind.Choice, Choices = [.. choices] };

    private static AttributeType Text(string name) => new() { Name = name, Type = ValueKind.Text };

    private static AttributeType Date(string name) => new() { Name = name, Type = ValueKind.Date };
}

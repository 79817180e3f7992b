using System.Collections.Immutable;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Tests.Assessments.Naive;

/// <summary>A vocabulary with every meaning the engine knows of that these rules use, and no more words than needed.</summary>
internal static class SmallVocabulary
{
    public static ImmutableArray<string> Reasons { get; } = ["trial", "inquest"];

    public static Vocabulary Make(bool implied) => new()
    {
        Facts =
        [
            Fact("urgent", null, ValueKind.YesNo),
            Fact("open", null, ValueKind.YesNo),
            Fact("due", "task", ValueKind.Date),
            Fact("owned", "task", ValueKind.YesNo),
        ],
        Items = [new ItemKind { Name = "task", Title = "a task" }],
        Roles = [new RoleType { Name = "team", Title = "the team", BoundTo = RoleBinding.Partnership }],
        Events =
        [
            Kind("begun") with { Means = EventMeaning.Beginning, Repeats = false },
            Kind("told") with { Repeats = false, ImpliedBy = implied ? [By(null, "decided")] : [] },
            Kind("warned") with { Repeats = false },
            Kind("decided") with
            {
                Attributes = [Choice("outcome", "go", "stop")],
                ImpliedBy = implied ? [By("outcome=go", "drafted", "pause-on")] : [],
            },
            Kind("drafted") with { ImpliedBy = implied ? [By(null, "sent")] : [] },
            Kind("sent"),
            Kind("meeting") with { Plannable = true, Attributes = [Choice("held", "fully", "briefly")] },
            Kind("returned") with { Attributes = [Choice("outcome", "fine", "again"), Date("letter"), Date("respond-by")] },
            Kind("next-step") with { Means = EventMeaning.NextStep, Attributes = [Date("by") with { Means = AttributeMeaning.Until }] },
            Kind("pause-on") with
            {
                Means = EventMeaning.PauseStart,
                Attributes = [Choice("reason", "trial", "inquest") with { Means = AttributeMeaning.Reason }],
                ImpliedBy = implied ? [PauseBy("trial"), PauseBy("inquest")] : [],
            },
            Kind("pause-off") with
            {
                Means = EventMeaning.PauseEnd,
                Ends = "pause-on",
                Attributes = [Choice("reason", "trial", "inquest") with { Means = AttributeMeaning.Reason }],
            },
            Kind("agreed") with
            {
                Means = EventMeaning.Extension,
                Attributes =
                [
                    new AttributeType { Name = "for", Type = ValueKind.Rule, Means = AttributeMeaning.Rule },
                    Date("until") with { Means = AttributeMeaning.Until },
                    Choice("agreed-by", "board", "nobody") with { Means = AttributeMeaning.AgreedBy },
                ],
            },
            Kind("closed") with { Means = EventMeaning.Closing, Repeats = false },
            Kind("done") with { Of = "task", Repeats = false },
        ],
    };

    private static EventKind Kind(string name) => new() { Name = name, Title = name, Repeats = true };

    private static FactType Fact(string name, string? of, ValueKind type) => new() { Name = name, Question = $"{name}?", Of = of, Type = type };

    private static AttributeType Choice(string name, params string[] choices) => new() { Name = name, Type = ValueKind.Choice, Choices = [.. choices] };

    private static AttributeType Date(string name) => new() { Name = name, Type = ValueKind.Date };

    private static Implication By(string? with, params string[] events) => new()
    {
        By = [.. events.Select(name => new EventPattern { Event = name })],
        With = With(with),
    };

    private static Implication PauseBy(string reason) => new()
    {
        By = [new EventPattern { Event = "pause-off", Where = [new AttributeTest("reason", [reason])] }],
        With = With($"reason={reason}"),
    };

    private static ImmutableDictionary<string, string> With(string? text) => text?.Split('=') is [var name, var value]
        ? ImmutableDictionary<string, string>.Empty.Add(name, value)
        : ImmutableDictionary<string, string>.Empty;
}

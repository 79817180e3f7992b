using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Forms;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>Reads a checklist: points that somebody signs for once, at a stage of the review.</summary>
internal sealed class ChecklistReader(Desk desk, RuleReader rules)
{
    public Check Read(Fields fields)
    {
        var head = rules.Head(fields, isBasisNeeded: false);
        var check = new Check
        {
            Pack = rules.Pack,
            Id = head.Id,
            Was = head.Was,
            Title = head.Title,
            Owner = rules.Owner(fields),
            Force = head.Force,
            Basis = head.Basis,
            Cite = head.Cite,
            Verified = head.Verified,
            Governs = head.Governs,
            AppliesWhen = rules.Condition(fields, "applies-when", null),
            SignedBy = Signed(fields) ?? new EventPattern { Event = "" },
            Points = [.. desk.Values.List(fields.Value("points"), "points, each with its 'text:'").Select(Point).OfType<ChecklistPoint>()],
        };
        return check;
    }

    /// <summary>The signing of this stage by this one: the event and its attributes are those that the vocabulary says mean it.</summary>
    private EventPattern? Signed(Fields fields)
    {
        var stage = desk.Values.Scalar(fields.Value("stage"), "a stage");
        var by = desk.Values.Scalar(fields.Value("signed-by"), "who signs");
        var kind = desk.Known.Meaning(EventMeaning.Signing);
        var stages = kind?.Attributes.FirstOrDefault(attribute => attribute.Means == AttributeMeaning.Stage);
        var signers = kind?.Attributes.FirstOrDefault(attribute => attribute.Means == AttributeMeaning.AgreedBy);
        if (kind is null || stages is null || (by is not null && signers is null))
        {
            if (!desk.Known.IsUncertain && !desk.HasUnreadable)
            {
                desk.Mistakes.Error(
                    fields.Place,
                    Codes.MeaningDoesNotFit,
                    "the vocabulary does not say what signs a checklist",
                    hint: "In it an event has 'means: signing', an attribute of it 'means: stage', and the one for who signed it 'means: agreed-by'.");
            }

            return null;
        }

        desk.Lexicon.Use(Words.WordKind.Event, kind.Name);
        ImmutableArray<AttributeTest> tests =
        [
            .. stage is null ? ImmutableArray<AttributeTest>.Empty : [new AttributeTest(stages.Name, desk.Known.Choices([stage], stages.Name, stages.Choices))],
            .. by is null ? ImmutableArray<AttributeTest>.Empty : [new AttributeTest(signers!.Name, desk.Known.Choices([by], signers.Name, signers.Choices))],
        ];
        return new EventPattern { Event = kind.Name, Where = tests };
    }

    private ChecklistPoint? Point(Trees.Node node)
    {
        if (desk.Values.Mapping(node, RuleForms.Point, "the point", "'text:' and, where there is one, 'obligation:'") is not { } fields)
        {
            return null;
        }

        var text = desk.Prose.Line(fields.Value("text"), "what is to be so");
        var obligation = desk.Values.Scalar(fields.Value("obligation"), "the number of an obligation");
        return text is null ? null : new ChecklistPoint(text, obligation?.Value);
    }
}

using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Rulebooks.Reading.Words;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>Reads one step of an escalation path.</summary>
internal sealed class StepReader(Desk desk)
{
    /// <summary>Where a step's id stands in what was told, these stand for none.</summary>
    public static readonly ImmutableArray<string> Kept = ["backlog", "cannot-tell", "no-longer-stands", "weekly"];

    /// <summary>The step; null where its day cannot be told.</summary>
    public EscalationStep? Read(Fields fields, string path, out ScalarNode? when, out ScalarNode? id)
    {
        id = desk.Names.Declared(fields, "id");
        if (id is not null && Kept.Contains(id.Value))
        {
            desk.Mistakes.Error(id.Place, Codes.ReservedWord, $"'{id.Value}' is what a notice that belongs to no step is remembered by, and cannot be a step's id");
        }

        var was = desk.Former.ReadStep(fields, path, id);
        when = desk.Values.Scalar(fields.Value("when"), PathPhrases.When);
        var offset = when is null ? null : PathPhrases.ReadWhen(desk, when);
        var every = desk.Values.Scalar(fields.Value("then"), PathPhrases.Every) is { } then ? PathPhrases.ReadEvery(desk, then) : null;
        var to = desk.Values.Texts(fields.Value("to"), "roles");
        var approval = desk.Values.Scalar(fields.Value("approval"), "required");
        if (approval is not null && approval.Value != "required")
        {
            Lexicon.ReportUnknown(desk.Mistakes, Codes.UnknownOption, "approval", approval, ["required"]);
        }

        var urgent = desk.Values.YesNo(fields.Value("urgent"), otherwise: false);
        ImmutableArray<string> roles = [.. to.Select(Role).OfType<string>()];
        return offset is null
            ? null
            : new EscalationStep
            {
                Id = id?.Value ?? "",
                Was = was,
                OffsetDays = offset.Value,
                EveryDays = every,
                To = roles,
                ApprovalRequired = approval is not null,
                Urgent = urgent,
            };
    }

    private string? Role(ScalarNode word) =>
        word.Value == Names.OwnerWord ? word.Value : desk.Lexicon.Resolve(WordKind.Role, word);
}

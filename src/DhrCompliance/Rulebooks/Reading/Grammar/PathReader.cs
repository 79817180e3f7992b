using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Forms;
using DhrCompliance.Rulebooks.Reading.Texts;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Rulebooks.Reading.Words;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>Reads escalation paths.</summary>
internal sealed class PathReader(Desk desk, Vocabulary vocabulary)
{
    private readonly StepReader _steps = new(desk);
    private readonly PostReader _post = new(desk, vocabulary);

    /// <summary>What is mailed beside the paths' steps, by the files read so far; null: nothing.</summary>
    public PostRules? Post => _post.Post;

    public ImmutableArray<EscalationPath> ReadAll(MappingNode file)
    {
        var fields = Fields.Open(file, PathForms.File, "the file of escalation paths", desk.Mistakes);
        ImmutableArray<EscalationPath> paths =
        [
            .. (fields.Value("escalation-paths") is { } list ? desk.Values.List(list, "paths, each with its 'id:'") : [])
                .Select(entry => desk.Values.Mapping(entry, PathForms.Path, Called(entry), "'id:', 'title:' and 'steps:'"))
                .OfType<Fields>()
                .Select(Read),
        ];
        _post.Read(fields);
        return paths;
    }

    private static string Called(Node entry) =>
        (entry as MappingNode)?.Find("id") is ScalarNode id ? $"path {Quote.Of(id.Value)}" : "the path";

    private EscalationPath Read(Fields fields)
    {
        var id = desk.Names.Declared(fields, "id");
        if (id is not null)
        {
            desk.Names.Declare(WordKind.Path, id, id.Value, Codes.DuplicatePath);
        }

        var quiet = desk.Values.Scalar(fields.Value("quiet"), PathPhrases.Quiet);
        if (quiet is not null)
        {
            PathPhrases.CheckQuiet(desk, quiet);
        }

        var path = new EscalationPath
        {
            Id = id?.Value ?? "",
            Title = desk.Prose.Line(fields.Value("title"), "what a person calls it") ?? "",
            QuietOnNonWorkingDays = quiet is not null,
            Steps = Steps(fields, id?.Value ?? ""),
            AcknowledgeAtMostDays = desk.Values.Scalar(fields.Value("acknowledge"), PathPhrases.AtMost) is { } most ? PathPhrases.ReadAtMost(desk, most) : null,
            Explained = Role(fields.Value("explained")),
            CannotTell = desk.Values.Scalar(fields.Value("cannot-tell"), PathPhrases.Ask) is { } ask ? PathPhrases.ReadAsk(desk, ask) : null,
            Undeliverable = [.. desk.Values.Texts(fields.Value("undeliverable"), "roles").Select(role => desk.Lexicon.Resolve(WordKind.Role, role)).OfType<string>()],
        };
        if (path.Steps.Any(step => step.To.Contains(Names.OwnerWord)))
        {
            desk.PathsToOwner.Add(path.Id);
        }

        return path;
    }

    private string? Role(Node? node) => desk.Values.Scalar(node, "a role") is { } role ? desk.Lexicon.Resolve(WordKind.Role, role) : null;

    private ImmutableArray<EscalationStep> Steps(Fields fields, string path)
    {
        var ids = new Dictionary<string, Place>(StringComparer.Ordinal);
        var steps = ImmutableArray.CreateBuilder<EscalationStep>();
        foreach (var entry in fields.Value("steps") is { } list ? desk.Values.List(list, "steps, each with its 'id:'") : [])
        {
            if (desk.Values.Mapping(entry, PathForms.Step, "the step", "'id:', 'when:' and 'to:'") is not { } step || _steps.Read(step, path, out var when, out var id) is not { } read)
            {
                continue;
            }

            if (id is not null && !ids.TryAdd(id.Value, id.Place))
            {
                desk.Names.Twice(id, "step", ids[id.Value], Codes.DuplicatePath);
            }

            if (when is not null && steps.Count > 0 && read.OffsetDays < steps[^1].OffsetDays)
            {
                desk.Mistakes.Error(when.Place, Codes.StepOrder, "this step comes before the one above it", hint: "Put the steps in the order of their days.");
            }

            steps.Add(read);
        }

        return steps.ToImmutable();
    }
}

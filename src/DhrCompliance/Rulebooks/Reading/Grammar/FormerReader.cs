using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Texts;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Rulebooks.Reading.Words;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>
/// Reads <c>was:</c>, the names that a rule, a step or a word had before. What had a name once must be found by it, so that no name
/// may lead to two things.
/// </summary>
internal sealed class FormerReader(Desk desk)
{
    private readonly List<FormerName> _former = [];

    /// <summary>All that were read, to be looked at when all names are known.</summary>
    public IReadOnlyList<FormerName> All => _former;

    /// <summary>Of a word of the vocabulary; of a fact, with what it is a fact of.</summary>
    public ImmutableArray<string> Read(Fields fields, WordKind kind, ScalarNode? name, string? of = null)
    {
        var was = Read(fields, of is null ? kind.Noun : $"{kind.Noun} of each {of}", null, name);
        foreach (var old in was)
        {
            desk.Lexicon.Renamed(kind, old, name!.Value);
        }

        return was;
    }

    /// <summary>Of a step of a path.</summary>
    public ImmutableArray<string> ReadStep(Fields fields, string path, ScalarNode? id) => Read(fields, $"step of the path '{path}'", null, id);

    /// <summary>Of a rule: an id in the same pack, or <c>pack/id</c>.</summary>
    public ImmutableArray<string> ReadRule(Fields fields, string pack, ScalarNode? id) => Read(fields, "rule", pack, id);

    private ImmutableArray<string> Read(Fields fields, string noun, string? pack, ScalarNode? name)
    {
        var was = ImmutableArray.CreateBuilder<string>();
        foreach (var old in desk.Values.Texts(fields.Value("was"), "the name it had before"))
        {
            if (!(pack is null ? Names.IsName(old.Value) : old.Value.Split('/') is { Length: <= 2 } parts && parts.All(Names.IsName)))
            {
                desk.Mistakes.Error(old.Place, Codes.WordForm, $"{Quote.Of(old.Value)} is no name that a {noun} can have had: lower-case letters and digits with hyphens between");
            }
            else if (name is not null)
            {
                was.Add(old.Value);
                _former.Add(new FormerName(noun, pack, name.Value, old.Value, old.Place));
            }
        }

        return was.ToImmutable();
    }
}

/// <summary>A name that something had before.</summary>
/// <param name="Noun">What it is; two of one noun may not share a name.</param>
/// <param name="Pack">The rule's pack; null for what is no rule.</param>
/// <param name="Now">Its name now.</param>
/// <param name="Old">The name it had, as it is written.</param>
/// <param name="Place">Where that stands.</param>
internal sealed record FormerName(string Noun, string? Pack, string Now, string Old, Place Place);

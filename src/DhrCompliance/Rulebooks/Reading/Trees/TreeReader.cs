using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Texts;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace DhrCompliance.Rulebooks.Reading.Trees;

/// <summary>
/// Builds the small tree from the parser's events. What YAML allows and a rule file does not is reported and passed over;
/// what is no YAML is one diagnostic for the file.
/// </summary>
internal sealed class TreeReader
{
    private const int MostLevels = 32;

    private readonly SourceText _source;
    private readonly DiagnosticList _mistakes = new();
    private readonly Stack<Place> _openFlow = new();
    private readonly Parser _parser;

    private TreeReader(SourceText source)
    {
        _source = source;
        _parser = new Parser(new Scanner(new StringReader(source.Text), skipComments: true));
    }

    /// <summary>The file's root; null where it is empty. False where the file is no YAML (or too deep) and nothing of it is known.</summary>
    public static bool TryRead(SourceText source, DiagnosticList mistakes, out Node? root)
    {
        var reader = new TreeReader(source);
        root = null;
        try
        {
            root = reader.ReadDocument();
            mistakes.Take(reader._mistakes);
            return true;
        }
        catch (TooDeepException deep)
        {
            mistakes.Error(deep.Place, Codes.TooDeep, $"this is nested more than {MostLevels} levels deep", hint: "Rules need four or five levels.");
        }
        catch (YamlException wrong)
        {
            var at = new Place(source, (int)wrong.Start.Line, (int)wrong.Start.Column);
            SyntaxHints.Report(at, wrong.Message, reader.Open, mistakes);
        }
        catch (Exception wrong) when (wrong is not OutOfMemoryException)
        {
            // On some broken texts the parser fails with an exception that is not its own and says no place.
            SyntaxHints.Report(reader.At(reader._parser.Current), SyntaxHints.NoWords, reader.Open, mistakes);
        }

        return false;
    }

    private Place? Open => _openFlow.Count > 0 ? _openFlow.Peek() : null;

    private Node? ReadDocument()
    {
        Next();
        if (Next() is not DocumentStart start)
        {
            return null;
        }

        if (start.Version is not null || start.Tags is { Count: > 0 } && !start.IsImplicit && _source.Text.StartsWith('%'))
        {
            _mistakes.Error(new Place(_source, 1, 1), Codes.YamlFeature, "directives are not read", hint: "Delete the line that begins with %.");
        }

        Next();
        var root = ReadNode(0);
        Next();
        if (Next() is DocumentStart second)
        {
            _mistakes.Error(At(second), Codes.SecondDocument, "a second document begins here", hint: "Put it into a file of its own.");
        }

        return root is ScalarNode { Value: "", IsPlain: true } ? null : root;
    }

    /// <summary>Reads the node at the current event.</summary>
    private Node ReadNode(int level)
    {
        var current = _parser.Current!;
        var place = At(current);
        if (current is AnchorAlias)
        {
            return Refuse(place, "an alias (*) stands here", "Write the text out. A text that begins with * needs quotes.");
        }

        if (current is NodeEvent { Anchor.IsEmpty: false })
        {
            Refuse(place, "an anchor (&) stands here", "Delete it. A text that begins with & needs quotes.");
        }

        if (current is NodeEvent { Tag.IsEmpty: false })
        {
            var refused = Refuse(place, "a tag (!) stands here", "Delete it: the vocabulary says of what type a value is. A text that begins with ! needs quotes.");
            if (current is Scalar { Value: "" })
            {
                return refused;
            }
        }

        if (current is Scalar scalar)
        {
            return Text(scalar, place);
        }

        if (level >= MostLevels)
        {
            throw new TooDeepException(place);
        }

        var isFlow = current is SequenceStart { Style: SequenceStyle.Flow } or MappingStart { Style: MappingStyle.Flow };
        if (isFlow)
        {
            _openFlow.Push(place);
        }

        Node node = current is SequenceStart ? ReadItems(place, level, isFlow) : new MappingReader(this, level, isFlow).Read(place);
        if (isFlow)
        {
            _openFlow.Pop();
        }

        return node;
    }

    private SequenceNode ReadItems(Place place, int level, bool isFlow)
    {
        var items = ImmutableArray.CreateBuilder<Node>();
        while (Next() is not SequenceEnd)
        {
            var item = ReadNode(level + 1);
            if (IsNothing(item))
            {
                _mistakes.Error(item.Place, Codes.NoValue, "an item of this list is empty", hint: isFlow ? null : "Write it after the dash, or delete the dash.");
                item = new RefusedNode(item.Place);
            }

            items.Add(item);
        }

        return new SequenceNode(place, items.ToImmutable());
    }

    private Node Text(Scalar scalar, Place place)
    {
        var isPlain = scalar.Style == ScalarStyle.Plain;
        var end = new Place(_source, (int)scalar.End.Line, (int)scalar.End.Column);
        foreach (var character in scalar.Value)
        {
            if (character is not ('\n' or '\t') && HiddenCharacters.IsHidden(character))
            {
                _mistakes.Error(place, Codes.HiddenCharacter, $"in this text stands {HiddenCharacters.Name(character)}", hint: "Delete it.");
                return new RefusedNode(place);
            }
        }

        if (isPlain && scalar.Value is ['\u201C' or '\u201D' or '\u201E' or '\u2018' or '\u2019', ..])
        {
            _mistakes.Error(
                place, Codes.Syntax, $"YAML does not take {scalar.Value[0]} for a quotation mark", hint: "Use straight ones: \"...\"");
            return new RefusedNode(place);
        }

        return new ScalarNode(place, scalar.Value, isPlain, end);
    }

    private RefusedNode Refuse(Place place, string message, string hint)
    {
        _mistakes.Error(place, Codes.YamlFeature, message, hint: hint);
        return new RefusedNode(place);
    }

    private ParsingEvent Next() => _parser.MoveNext() ? _parser.Current! : throw new SyntaxErrorException("the text ends too early");

    private Place At(ParsingEvent? found) => found is null
        ? new Place(_source, 1, 1)
        : new Place(_source, Math.Max(1, (int)found.Start.Line), Math.Max(1, (int)found.Start.Column));

    private static bool IsNothing(Node node) => node is ScalarNode { Value: "", IsPlain: true };

    private sealed class TooDeepException(Place place) : Exception
    {
        public Place Place { get; } = place;
    }

    /// <summary>Reads one mapping: keys once each, all with values.</summary>
    private sealed class MappingReader(TreeReader tree, int level, bool isFlow)
    {
        private readonly Dictionary<string, Place> _keys = new(StringComparer.Ordinal);
        private readonly ImmutableArray<MappingEntry>.Builder _entries = ImmutableArray.CreateBuilder<MappingEntry>();

        public MappingNode Read(Place place)
        {
            while (tree.Next() is not MappingEnd)
            {
                var key = tree.ReadNode(level + 1);
                tree.Next();
                var value = tree.ReadNode(level + 1);
                Take(key, value);
            }

            // Within a list in brackets the parser gives a mapping no place of its own.
            return new MappingNode(_entries.Count > 0 && !isFlow ? _entries[0].Key.Place : place, _entries.ToImmutable());
        }

        private void Take(Node node, Node value)
        {
            if (node is not ScalarNode key)
            {
                if (node is not RefusedNode)
                {
                    tree._mistakes.Error(node.Place, Codes.WrongShape, "a key is a word, not a list or a mapping");
                }

                return;
            }

            if (key is { Value: "<<", IsPlain: true })
            {
                tree.Refuse(key.Place, "a merge key (<<) stands here", "Write the keys out.");
                return;
            }

            if (!_keys.TryAdd(key.Value, key.Place))
            {
                tree._mistakes.Error(
                    key.Place, Codes.DuplicateKey, $"the key {Quote.Of(key.Value)} stands here twice; it is in line {_keys[key.Value].Line} already");
                return;
            }

            _entries.Add(new MappingEntry(key, IsNothing(value) ? WithoutValue(key) : value));
        }

        private RefusedNode WithoutValue(ScalarNode key)
        {
            var (message, hint) = EmptyValues.Explain(key, isFlow);
            tree._mistakes.Error(key.Place, Codes.NoValue, message, hint: hint);
            return new RefusedNode(key.Place);
        }
    }
}

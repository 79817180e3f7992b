using DhrCompliance.Rulebooks.Reading.Forms;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Rulebooks.Reading.Words;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>
/// Reads the vocabulary's files in two rounds: first every word that is declared, then what words say of one another.
/// </summary>
internal sealed class VocabularyReader(Desk desk, PatternReader patterns, ConditionReader conditions)
{
    private readonly List<ItemKind> _items = [];
    private readonly List<RoleType> _roles = [];
    private readonly List<FactType> _facts = [];
    private readonly List<(EventHead Head, Fields Fields)> _events = [];
    private readonly List<(string? Name, string Title, Fields Fields)> _conditions = [];
    private readonly EventReader _eventReader = new(desk, patterns);
    private readonly FactReader _factReader = new(desk);

    /// <summary>Takes the words that files declare.</summary>
    public void Declare(IReadOnlyList<MappingNode> files)
    {
        foreach (var fields in Entries(files, "items", VocabularyForms.Item, "an item kind"))
        {
            TakeItem(fields);
        }

        foreach (var fields in Entries(files, "roles", VocabularyForms.Role, "a role"))
        {
            TakeRole(fields);
        }

        foreach (var fields in Entries(files, "events", VocabularyForms.Event, "an event"))
        {
            _events.Add((_eventReader.ReadHead(fields), fields));
        }

        foreach (var fields in Entries(files, "facts", VocabularyForms.Fact, "a fact"))
        {
            if (_factReader.Read(fields) is { } fact)
            {
                _facts.Add(fact);
            }
        }

        foreach (var fields in Entries(files, "conditions", VocabularyForms.Condition, "a condition"))
        {
            TakeCondition(fields);
        }
    }

    /// <summary>Reads what words say of one another.</summary>
    public Vocabulary Finish() => new()
    {
        Items = [.. _items],
        Roles = [.. _roles],
        Facts = [.. _facts],
        Events = [.. _events.Select(entry => (entry.Head.Counts, Kind: _eventReader.Finish(entry.Head, entry.Fields))).Where(entry => entry.Counts).Select(entry => entry.Kind)],
        Conditions = [.. _conditions.Select(entry => Finish(entry.Name, entry.Title, entry.Fields)).OfType<NamedCondition>()],
    };

    private IEnumerable<Fields> Entries(IReadOnlyList<MappingNode> files, string key, Form form, string what) => files
        .Select(file => file.Find(key))
        .OfType<Node>()
        .SelectMany(list => desk.Values.List(ExcusedUnless(list is SequenceNode, list), $"{what} with its 'name:'"))
        .Select(entry => desk.Values.Mapping(ExcusedUnless((entry as MappingNode)?.Find("name") is not null, entry), form, Named(entry, what), $"'name:' and what else {what} has"))
        .OfType<Fields>();

    /// <summary>Words that stand where none can be declared were probably meant to be, and are not told as unknown elsewhere.</summary>
    private Node ExcusedUnless(bool isDeclared, Node node)
    {
        if (!isDeclared)
        {
            foreach (var word in Node.Texts(node))
            {
                desk.Lexicon.Excuse(word);
            }
        }

        return node;
    }

    private static string Named(Node entry, string what) =>
        (entry as MappingNode)?.Find("name") is ScalarNode name ? $"{what[(what.IndexOf(' ', StringComparison.Ordinal) + 1)..]} {Quote.Of(name.Value)}" : what;

    private void TakeItem(Fields fields)
    {
        var name = desk.Names.Declared(fields, "name");
        var title = desk.Prose.Line(fields.Value("title"), "what a person calls it");
        var was = desk.Former.Read(fields, WordKind.Item, name);
        var concerns = desk.Values.Concerns(fields);
        if (name is not null && desk.Names.Declare(WordKind.Item, name))
        {
            _items.Add(new ItemKind { Name = name.Value, Was = was, Title = title ?? Spaced(name.Value), Concerns = concerns });
        }
    }

    private void TakeRole(Fields fields)
    {
        var name = desk.Names.Declared(fields, "name");
        var title = desk.Prose.Line(fields.Value("title"), "what a person calls it");
        var boundTo = desk.Values.Option<RoleBinding>(fields.Value("bound-to"), "binding");
        var was = desk.Former.Read(fields, WordKind.Role, name);
        if (name is not null && desk.Names.Declare(WordKind.Role, name))
        {
            _roles.Add(new RoleType { Name = name.Value, Was = was, Title = title ?? Spaced(name.Value), BoundTo = boundTo ?? default });
        }
    }

    private void TakeCondition(Fields fields)
    {
        var name = desk.Names.Declared(fields, "name");
        var title = desk.Prose.Line(fields.Value("title"), "what a person calls it");
        var counts = name is not null && desk.Names.Declare(WordKind.Condition, name);
        _conditions.Add((counts ? name!.Value : null, title ?? Spaced(name?.Value ?? ""), fields));
    }

    private NamedCondition? Finish(string? name, string title, Fields fields)
    {
        var when = conditions.Read(fields.Value("when"), null);
        return when is null || name is null ? null : new NamedCondition { Name = name, Title = title, When = when };
    }

    public static string Spaced(string word) => word.Replace('-', ' ');
}

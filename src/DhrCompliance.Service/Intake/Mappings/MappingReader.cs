using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Service.Intake.Cells;
using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Sheets;

namespace DhrCompliance.Service.Intake.Mappings;

/// <summary>Reads a mapping, or says every mistake in it by its line.</summary>
internal sealed class MappingReader
{
    private const string Ignored = "ignore";

    private static readonly string[] SheetKeys = ["sheet", "headings", "table", "columns", "always"];
    private static readonly string[] WithKeys = ["column", "words"];
    private static readonly string[] ColumnKeys = ["to", "event", "with", "words"];

    private readonly string _file;
    private readonly KnownWords _words;
    private readonly List<Mistake> _mistakes = [];

    private MappingReader(string file, KnownWords words) => (_file, _words) = (file, words);

    /// <summary>The mapping; null where there is any mistake.</summary>
    public static Mapping? Read(string file, ReadOnlyMemory<byte> bytes, KnownWords words, out ImmutableArray<Mistake> mistakes)
    {
        var reader = new MappingReader(file, words);
        var root = PlainYaml.Read(new RuleFile(file, bytes), out var diagnostics);
        foreach (var diagnostic in diagnostics.Where(one => one.Severity is Severity.Error))
        {
            reader.Wrong(diagnostic.Line, null, $"a mapping in YAML: {diagnostic.Message}{(diagnostic.Hint is null ? "" : $"; {diagnostic.Hint}")}");
        }

        var mapping = reader._mistakes.Count > 0 ? null : root is null ? reader.Nothing() : reader.Whole(root);
        mistakes = [.. reader._mistakes];
        return mistakes.IsEmpty ? mapping : null;
    }

    private Mapping? Nothing()
    {
        Wrong(1, null, "a mapping: 'dates:' and 'sheets:', or of one sheet its 'columns:'; --suggest-map proposes one");
        return null;
    }

    private Mapping Whole(PlainNode root)
    {
        var isOne = root.Entries.Any(entry => entry.Key == "columns");
        Keys(root, [.. isOne ? SheetKeys : ["sheets"], "dates"]);
        var sheets = Value(root, "sheets");
        return new Mapping
        {
            Days = Value(root, "dates") is { } dates ? Days(dates) : null,
            Sheets = isOne ? [Sheet(root)] : sheets is { IsList: true } ? [.. sheets.Items.Select(Listed)] : Missing(root),
        };
    }

    private ImmutableArray<SheetMapping> Missing(PlainNode root)
    {
        Wrong(root.Line, null, "'sheets:' with a list of sheets, or of one sheet its 'columns:'");
        return [];
    }

    private SheetMapping Listed(PlainNode node)
    {
        Keys(node, SheetKeys);
        return Sheet(node);
    }

    private SheetMapping Sheet(PlainNode node)
    {
        var (table, itemKind) = (TableName.Cases, (string?)null);
        if (Value(node, "table") is { } named)
        {
            if (SheetNames.Table(named.Text ?? "", _words, out itemKind) is { } known)
            {
                table = known;
            }
            else
            {
                Wrong(named.Line, named.Text, $"a table ({string.Join(", ", Enum.GetValues<TableName>().Select(SheetNames.Of))}) or an item kind");
            }
        }

        var headings = 1;
        if (Value(node, "headings") is { } row && (!int.TryParse(row.Text, NumberStyles.None, CultureInfo.InvariantCulture, out headings) || headings < 1))
        {
            Wrong(row.Line, row.Text, "the number of the row of the headings, from 1");
        }

        if (Value(node, "columns") is not { IsMapping: true } columns)
        {
            Wrong(node.Line, null, "'columns:' with their headings and what each stands for");
            return new SheetMapping();
        }

        var ours = Ours(table, itemKind);
        return new SheetMapping
        {
            Name = Value(node, "sheet")?.Text,
            Headings = headings,
            Table = table,
            ItemKind = itemKind,
            Columns = [.. columns.Entries.Select(entry => Column(entry, ours, itemKind))],
            Always = Value(node, "always") is { } always ? Pairs(always, ours, "a column of ours") : [],
        };
    }

    private ColumnMapping Column(PlainEntry entry, HashSet<string> ours, string? itemKind)
    {
        var column = new ColumnMapping(entry.Key.Trim(), entry.Line);
        if (entry.Value.Text is { } text)
        {
            return text == Ignored ? column : column with { To = Our(text, entry.Line, ours) };
        }

        Keys(entry.Value, ColumnKeys);
        var (to, @event) = (Value(entry.Value, "to"), Value(entry.Value, "event"));
        if (to is null == @event is null)
        {
            Wrong(entry.Line, entry.Key, "'to:' with a column of ours, or 'event:' where the column is its date");
            return column;
        }

        var kind = @event is null ? null : _words.Event(@event.Text);
        if (@event is not null && kind is null)
        {
            Wrong(@event.Line, @event.Text, "an event" + Nearest.Hint(@event.Text ?? "", _words.Vocabulary.Events.Select(one => one.Name)));
        }

        if (kind?.Of is { } of && of != itemKind)
        {
            Wrong(@event!.Line, @event.Text, $"an event of the case here: this one happens to an item, and belongs to a sheet with 'table: {of}', whose rows are such items, with a column for '{TableColumns.Id}'");
        }

        return column with
        {
            IsOfItem = kind?.Of is not null,
            To = to is null ? null : Our(to.Text ?? "", to.Line, ours),
            Event = kind?.Name,
            With = Value(entry.Value, "with") is { } with
                ? With(with, kind is null ? [] : [.. kind.Attributes.Select(attribute => attribute.Name), TableColumns.Note, TableColumns.RecordedBy])
                : [],
            Words = Translated(entry.Value),
        };
    }

    private ImmutableDictionary<string, string> Translated(PlainNode node) => Value(node, "words") is { } words
        ? Pairs(words, null, "").DistinctBy(pair => pair.Key, StringComparer.OrdinalIgnoreCase).ToImmutableDictionary(StringComparer.OrdinalIgnoreCase)
        : ImmutableDictionary<string, string>.Empty;

    /// <summary>What an event carries: a value, or <c>{ column: ..., words: ... }</c>.</summary>
    private ImmutableArray<WithMapping> With(PlainNode node, HashSet<string> attributes)
    {
        if (!node.IsMapping)
        {
            Wrong(node.Line, node.Text, "attributes of the event with their values, or with the column that says them");
            return [];
        }

        var with = ImmutableArray.CreateBuilder<WithMapping>();
        foreach (var entry in node.Entries)
        {
            if (!attributes.Contains(entry.Key))
            {
                Wrong(entry.Line, entry.Key, "an attribute of the event" + Nearest.Hint(entry.Key, attributes));
            }
            else if (entry.Value.Text is { } text)
            {
                with.Add(new WithMapping(entry.Key, text.Trim(), null));
            }
            else
            {
                Keys(entry.Value, WithKeys);
                if (Value(entry.Value, "column")?.Text is { } heading)
                {
                    with.Add(new WithMapping(entry.Key, null, new ColumnMapping(heading.Trim(), entry.Line) { Words = Translated(entry.Value) }));
                }
                else
                {
                    Wrong(entry.Line, entry.Key, "one value, or 'column:' with the heading of the column that says it");
                }
            }
        }

        return with.ToImmutable();
    }

    private HashSet<string> Ours(TableName table, string? itemKind) =>
    [
        .. TableColumns.Of(table, _words).Select(column => column.Name),
        .. table switch
        {
            TableName.Cases => FactColumns.Facts(_words, null).Select(column => column.Name),
            TableName.Items when itemKind is not null => FactColumns.Facts(_words, itemKind).Select(column => column.Name),
            TableName.Items => _words.Vocabulary.Facts.Where(fact => fact.Of is not null).Select(fact => fact.Name),
            TableName.Events => _words.Vocabulary.Events.SelectMany(kind => kind.Attributes).Select(attribute => attribute.Name),
            _ => [],
        },
    ];

    private string? Our(string name, int line, HashSet<string> ours)
    {
        if (ours.Contains(name))
        {
            return name;
        }

        Wrong(line, name, $"a column of ours, an event as '{{ event: ... }}', or '{Ignored}'" + Nearest.Hint(name, ours));
        return null;
    }

    private ImmutableArray<KeyValuePair<string, string>> Pairs(PlainNode node, HashSet<string>? keys, string what)
    {
        if (!node.IsMapping)
        {
            Wrong(node.Line, node.Text, "keys with their values");
            return [];
        }

        foreach (var entry in node.Entries)
        {
            if (keys?.Contains(entry.Key) == false)
            {
                Wrong(entry.Line, entry.Key, what + Nearest.Hint(entry.Key, keys));
            }
            else if (entry.Value.Text is null)
            {
                Wrong(entry.Line, entry.Key, "one value");
            }
        }

        return [.. node.Entries.Where(entry => entry.Value.Text is not null).Select(entry => KeyValuePair.Create(entry.Key.Trim(), entry.Value.Text!.Trim()))];
    }

    private DayFormat? Days(PlainNode node)
    {
        if (!DayFormat.TryDeclare(node.Text, out var format, out var expected))
        {
            Wrong(node.Line, node.Text, expected);
        }

        return format;
    }

    private void Keys(PlainNode node, string[] known)
    {
        if (!node.IsMapping)
        {
            Wrong(node.Line, node.Text, $"keys with their values: {string.Join(", ", known)}");
        }

        foreach (var entry in node.Entries.Where(entry => !known.Contains(entry.Key, StringComparer.Ordinal)))
        {
            Wrong(entry.Line, entry.Key, $"one of the keys {string.Join(", ", known)}" + Nearest.Hint(entry.Key, known));
        }
    }

    private static PlainNode? Value(PlainNode node, string key) => node.Entries.FirstOrDefault(entry => entry.Key == key)?.Value;

    private void Wrong(int line, string? value, string expected) => _mistakes.Add(new Mistake(FormattableString.Invariant($"{_file}, line {line}"), null, null, value, expected));
}

using System.Text.RegularExpressions;
using DhrCompliance.Rulebooks.Reading.Forms;
using DhrCompliance.Rulebooks.Reading.Texts;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Rulebooks.Reading.Words;
using DhrCompliance.Rulebooks.Texts;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>
/// Reads what mails say. What a file leaves out is said as it comes with the program, and told: rules that were adopted before a text came to be are still whole. A text has the fields that are there for it and no other, no address of a page and no mark of HTML: what is opened does nothing, and names nobody.
/// </summary>
internal sealed partial class NoticeTextReader(Desk desk)
{
    private const string Folder = "escalation/notices";

    private readonly Dictionary<TextId, Template> _templates = [];
    private readonly HashSet<TextId> _wrong = [];
    private readonly Dictionary<string, Place> _kinds = new(StringComparer.Ordinal);

    /// <summary>The texts; null where no file has any, or something is wrong with them.</summary>
    /// <param name="files">The files that have texts.</param>
    /// <param name="shipped">The texts that stand in for those that are left out; null: none may be.</param>
    public NoticeTexts? ReadAll(IReadOnlyList<MappingNode> files, Func<NoticeTexts>? shipped = null)
    {
        foreach (var file in files)
        {
            var notices = Fields.Open(file, NoticeForms.File, "the file of texts", desk.Mistakes).Value("notices");
            if (desk.Values.Mapping(notices, NoticeForms.Notices, "'notices'", "a kind of notice, such as 'overdue:', with its texts") is { } kinds)
            {
                foreach (var kind in NoticeForms.Kinds.Where(kinds.Has))
                {
                    Read(kind, kinds);
                }
            }
        }

        if (files.Count > 0 && shipped is not null && !desk.HasUnreadable)
        {
            Complete(files[0].Place, shipped());
        }

        return files.Count > 0 && NoticeTexts.All.All(_templates.ContainsKey) ? new NoticeTexts(_templates) : null;
    }

    private void Read(string kind, Fields kinds)
    {
        var place = kinds.KeyPlace(kind);
        if (!_kinds.TryAdd(kind, place))
        {
            desk.Mistakes.Error(place, Codes.TextsTwice, $"the texts of '{kind}' are at {_kinds[kind]} already", hint: "Keep those of one file.");
            return;
        }

        if (desk.Values.Mapping(kinds.Value(kind), NoticeForms.OfKind(kind), $"'{kind}'", "texts by their keys") is not { } fields)
        {
            return;
        }

        foreach (var id in NoticeTexts.All.Where(id => id.Notice == kind))
        {
            var node = fields.Value(id.Key);
            if ((id.IsCounted && node is MappingNode ? Counted(id, node) : Text(id, node)) is { } template)
            {
                _templates[id] = template;
            }
            else if (fields.Has(id.Key))
            {
                _wrong.Add(id);
            }
        }
    }

    private Template? Text(TextId id, Node? node, bool isOfOne = false) =>
        desk.Prose.Line(node, "what the mail says") is { } text && node is ScalarNode scalar ? Template(id, text, scalar, isOfOne) : null;

    private Template? Counted(TextId id, Node node) =>
        desk.Values.Mapping(node, NoticeForms.OneOrMany, $"'{id.Key}' of '{id.Notice}'", "'one' and 'many'") is { } forms
        && (Text(id, forms.Value("one"), true), Text(id, forms.Value("many"))) is ({ } one, { } many) ? many.WithOne(one) : null;

    /// <summary>Says what is left out, and where it is to be written.</summary>
    private void Complete(Place first, NoticeTexts shipped)
    {
        foreach (var kind in NoticeForms.Kinds)
        {
            var missing = NoticeTexts.All.Where(id => id.Notice == kind && !_templates.ContainsKey(id) && !_wrong.Contains(id)).ToList();
            var isThere = _kinds.TryGetValue(kind, out var place);
            if (!isThere)
            {
                desk.Mistakes.Warning(
                    first,
                    Codes.TextsMissing,
                    $"there are no texts of '{kind}': mails say what the program came with",
                    $"Add the file {Folder}/{kind}.yaml from the rules that come with the program. It has: {string.Join(", ", missing.Select(id => id.Key))}.");
            }

            foreach (var id in missing)
            {
                if (isThere)
                {
                    desk.Mistakes.Warning(
                        place,
                        Codes.TextMissing,
                        $"'{kind}' has no '{id.Key}': mails say what the program came with",
                        $"Write below '{kind}:' in this file, in these words or others:  {Line(id, shipped.Template(id))}");
                }

                _templates[id] = shipped.Template(id);
            }
        }
    }

    /// <summary>A text as it stands in a file.</summary>
    private static string Line(TextId id, Template text) =>
        text.One is { } one ? $"{id.Key}: {{ one: {Quoted(one)}, many: {Quoted(text)} }}" : $"{id.Key}: {Quoted(text)}";

    private static string Quoted(Template text) => $"\"{text.Text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private Template? Template(TextId id, string text, ScalarNode node, bool isOfOne)
    {
        foreach (var mark in Mark().EnumerateMatches(text))
        {
            var found = text.Substring(mark.Index, mark.Length);
            desk.Mistakes.Error(
                At(node, found),
                Codes.MarkInText,
                $"{Quote.Of(found)} has no place in a mail",
                hint: "A mail links to nothing and fetches nothing: write plain words. How it looks on a page is made from the same text.");
            return null;
        }

        if (Rulebooks.Texts.Template.Parse(text, out var stray) is not { } template)
        {
            desk.Mistakes.Error(At(node, text[stray..]), Codes.UnknownField, "a brace stands here by itself", hint: $"A field is a name in braces. {Listed(id)}");
            return null;
        }

        foreach (var (field, _) in template.Fields.Where(field => !id.Allowed.Contains(field.Field)))
        {
            Unknown(id, field, node);
        }

        foreach (var needed in id.Needs.Where(needed => template.Fields.Count(field => field.Field == needed) != 1 && !(isOfOne && needed == TextId.Count)))
        {
            desk.Mistakes.Error(node.Place, Codes.NeededField, $"'{id.Key}' of '{id.Notice}' has to have {{{needed}}} once");
        }

        return template;
    }

    private void Unknown(TextId id, string field, ScalarNode node)
    {
        var near = Nearest.To(field, id.Allowed);
        var known = desk.Known.IsFact(field) || desk.Lexicon.Knows(WordKind.Item, field) || Personal().IsMatch(field);
        desk.Mistakes.Error(
            At(node, $"{{{field}}}"),
            Codes.UnknownField,
            known ? $"{{{field}}} is nothing that a mail may tell" : $"there is no {{{field}}} in this text",
            known || near is null ? null : $"{{{near}}}",
            known ? $"No name, no address and no fact of a review is ever in a mail. {Listed(id)}" : Listed(id));
    }

    private static string Listed(TextId id) =>
        id.Allowed.Any() ? $"Fields of this text: {string.Join(", ", id.Allowed.Select(field => $"{{{field}}}"))}." : "This text has no fields.";

    /// <summary>Where it stands, by the lines of the file: a text that goes over several lines is joined when it is read.</summary>
    private static Place At(ScalarNode node, string part)
    {
        var word = part.Split(' ', 2)[0];
        for (var line = node.Place.Line; line <= Math.Max(node.Place.Line, node.End.Line); line++)
        {
            var from = line == node.Place.Line ? node.Place.Column - 1 : 0;
            if (node.Place.Source.Line(line) is { } text && from <= text.Length && text.IndexOf(word, from, StringComparison.Ordinal) is >= 0 and var at)
            {
                return node.Place with { Line = line, Column = at + 1 };
            }
        }

        return node.Place;
    }

    [GeneratedRegex(@"[a-z][a-z0-9+.-]*://\S*|www\.\S*|mailto:\S*|<[/!a-z][^>]*>?|&(?:#\w+|[a-z]+);", RegexOptions.IgnoreCase)]
    private static partial Regex Mark();

    [GeneratedRegex("name|victim|e-?mail|address|phone|birth|note|remark", RegexOptions.IgnoreCase)]
    private static partial Regex Personal();
}

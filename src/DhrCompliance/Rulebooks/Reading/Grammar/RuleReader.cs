using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks.Reading.Forms;
using DhrCompliance.Rulebooks.Reading.Texts;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Rulebooks.Reading.Words;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>What every rule of a pack has.</summary>
internal sealed class RuleReader(
    Desk desk, string pack, Force force, CitationReader citations, GovernanceReader governance, PatternReader patterns, ConditionReader conditions)
{
    private const int LongestRolling = 120;

    private readonly Dictionary<string, Place> _ids = new(StringComparer.Ordinal);

    /// <summary>Where each rule's id stands.</summary>
    public IReadOnlyDictionary<string, Place> Places => _ids;

    public string Pack => pack;

    /// <summary>The keys that all rules share. A rule that may leave out its basis is our proposal.</summary>
    public RuleHead Head(Fields fields, bool isBasisNeeded = true)
    {
        var id = desk.Names.Declared(fields, "id");
        if (id is not null && !_ids.TryAdd(id.Value, id.Place))
        {
            desk.Names.Twice(id, "id", _ids[id.Value], Codes.DuplicateId);
        }

        desk.RuleIds.Add(id?.Value ?? "");
        desk.RuleIds.Add($"{pack}/{id?.Value}");
        var title = desk.Prose.Line(fields.Value("title"), "what must be done, as a heading");
        var basis = isBasisNeeded || fields.Has("basis")
            ? desk.Values.Option<Basis>(fields.Value("basis"), "basis")
            : Basis.Proposed;
        if (basis != Basis.Proposed)
        {
            fields.Require("cite");
        }

        return new RuleHead(
            id?.Value ?? "",
            desk.Former.ReadRule(fields, pack, id),
            title ?? "",
            desk.Values.Option<Force>(fields.Value("force"), "force") ?? (basis == Basis.Proposed ? Force.Local : force),
            basis ?? Basis.Stated,
            citations.ReadAll(fields.Value("cite")),
            desk.Values.YesNo(fields.Value("verified"), otherwise: true),
            fields.Value("governs") is { } node ? governance.Read(node) : null);
    }

    public ForEach? ForEach(Fields fields)
    {
        if (fields.Value("for-each") is not { } node)
        {
            return null;
        }

        var form = (node as MappingNode)?.Find("period") is not null ? RuleForms.EachPeriod
            : (node as MappingNode)?.Find("item") is not null ? RuleForms.EachItem
            : EventForms.Pattern;
        if (desk.Values.Mapping(node, form, "'for-each'", "'event:', 'item:' or 'period:' below it") is not { } each)
        {
            return null;
        }

        if (form == RuleForms.EachPeriod)
        {
            var period = Period(each.Value("period"));
            return period is null ? null : new ForEachPeriod(period);
        }

        if (form == EventForms.Pattern)
        {
            return patterns.Read(each) is { } pattern ? new ForEachEvent(pattern) : null;
        }

        var kind = desk.Values.Scalar(each.Value("item"), "an item kind") is { } word ? desk.Lexicon.Resolve(WordKind.Item, word) : null;
        var condition = each.Value("where");
        var where = kind is null ? null : conditions.Read(condition, kind);
        return kind is null ? null : new ForEachItem(kind, where);
    }

    private Recurrence? Period(Node? node)
    {
        const string Expected = "calendar-quarter, financial-quarter, year, or months such as 'rolling 3 months'";
        const string Rolling = "rolling ";
        if (desk.Values.Scalar(node, Expected) is not { } word)
        {
            return null;
        }

        var months = word.Value.StartsWith(Rolling, StringComparison.Ordinal) && PeriodText.TryParse(word.Value[Rolling.Length..], out var length, out _)
            && length is { Unit: PeriodUnit.Months, Count: <= LongestRolling } ? length.Count : 0;
        var period = word.Value switch
        {
            "calendar-quarter" => Recurrence.CalendarQuarter,
            "financial-quarter" => Recurrence.FinancialQuarter,
            "year" => Recurrence.Year,
            _ => months > 0 ? new Recurrence(RecurrenceKind.Rolling, months) : null,
        };
        if (period is null)
        {
            desk.Mistakes.Error(
                word.Place,
                Codes.WrongRecurrence,
                $"{Quote.Of(word.Value)} is no period that comes round; expected {Expected}",
                Nearest.To(word.Value, ["calendar-quarter", "financial-quarter", "year"]),
                months == 0 && word.Value.StartsWith(Rolling, StringComparison.Ordinal) ? "From 1 to 120 months." : null);
        }

        return period;
    }

    /// <summary>Whom the rule is about; a period that is not a partnership's is reported.</summary>
    public SubjectKind Subject(Fields fields, ForEach? forEach)
    {
        var subject = desk.Values.Option<SubjectKind>(fields.Value("subject"), "subject") ?? SubjectKind.Review;
        if (forEach is ForEachPeriod && subject == SubjectKind.Review)
        {
            desk.Mistakes.Error(
                fields.KeyPlace("for-each"),
                Codes.SubjectDoesNotFit,
                "periods are counted for a partnership, and this rule is about each review",
                hint: "Add 'subject: partnership' where the duty belongs to no one review.");
        }

        return subject;
    }

    /// <summary>The rule of another pack that <c>tightens:</c> or <c>departs-from:</c> names.</summary>
    public string? Other(Fields fields, string key, LinkKind kind, string id)
    {
        if (desk.Values.Scalar(fields.Value(key), "a rule of another pack") is not { } name)
        {
            return null;
        }

        desk.RulesNamed.Add(name);
        desk.Links.Add(new RuleLink($"{pack}/{id}", name, kind));
        return name.Value;
    }

    public static string? ItemKind(ForEach? forEach) => (forEach as ForEachItem)?.ItemKind;

    /// <summary>A condition of the rule, in the scope of its items where it is for each of them.</summary>
    public Condition? Condition(Fields fields, string key, ForEach? forEach)
    {
        var node = fields.Value(key);

        // Where it is for each of something that is wrong, the scope is not known, and nothing can be said of facts.
        return forEach is null && fields.Has("for-each") ? null : conditions.Read(node, ItemKind(forEach));
    }

    public string? Owner(Fields fields) =>
        desk.Values.Scalar(fields.Value("owner"), "a role") is { } role ? desk.Lexicon.Resolve(WordKind.Role, role) : null;

    /// <summary>The escalation path; one that writes to the owner of a rule without one is reported, unless every such rule needs an owner anyway.</summary>
    public string? Escalation(Fields fields, bool isOwnerRequired)
    {
        if (desk.Values.Scalar(fields.Value("escalation"), "an escalation path") is not { } word || desk.Lexicon.Resolve(WordKind.Path, word) is not { } path)
        {
            return null;
        }

        if (!isOwnerRequired && desk.PathsToOwner.Contains(path) && !fields.Has("owner"))
        {
            desk.Mistakes.Error(word.Place, Codes.NoOwner, $"the path '{path}' writes to the owner, and {fields.What} has none", hint: "Give it 'owner:'.");
        }

        return path;
    }
}

/// <summary>The keys that all rules share, read.</summary>
internal sealed record RuleHead(
    string Id, ImmutableArray<string> Was, string Title, Force Force, Basis Basis, ImmutableArray<Citation> Cite, bool Verified, Governance? Governs);

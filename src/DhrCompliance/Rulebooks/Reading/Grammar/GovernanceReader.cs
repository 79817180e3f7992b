
using DhrCompliance.Rulebooks.Reading.Forms;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Rulebooks.Reading.Words;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>Reads which cases a pack or a rule governs.</summary>
internal sealed class GovernanceReader(Desk desk)
{
    public Governance? Read(Node node)
    {
        if (desk.Values.Mapping(node, PackForms.Governance, "'governs'", "'jurisdiction:', 'by:', 'from:' or 'adopted:'") is not { } fields)
        {
            return null;
        }

        var by = desk.Values.Texts(fields.Value("by"), "events, in order of preference");
        var from = fields.Value("from") is { } date ? desk.Values.Date(desk.Values.Scalar(date, "a date")) : null;
        var governance = new Governance
        {
            Jurisdiction = [.. desk.Values.Texts(fields.Value("jurisdiction"), "jurisdictions").Select(Jurisdiction)],
            By = [.. by.Select(Event).OfType<string>()],
            From = from,
            Adopted = desk.Values.YesNo(fields.Value("adopted"), otherwise: false),
        };
        Alone(fields, "from", "by", "Say which event's date decides: 'by: [EVENT]'.");
        if (!fields.Has("adopted"))
        {
            Alone(fields, "by", "from", "Say from which day: 'from: 2016-12'.");
        }

        return governance;
    }

    private void Alone(Fields fields, string key, string other, string hint)
    {
        if (fields.Has(key) && !fields.Has(other))
        {
            desk.Mistakes.Error(fields.KeyPlace(key), Codes.KeyAlone, $"'{key}' stands here without '{other}'", hint: hint);
        }
    }

    private string? Event(ScalarNode word)
    {
        if (desk.Known.Event(word) is not { } kind)
        {
            return null;
        }

        if (kind.Of is { } item)
        {
            desk.Mistakes.Error(word.Place, Codes.EventElsewhere, $"'{kind.Name}' happens to {Quote.Article(item)}, and not once a case");
        }

        return kind.Name;
    }

    private string Jurisdiction(ScalarNode word)
    {
        if (desk.Jurisdictions.Count > 0 && !desk.Jurisdictions.Contains(word.Value))
        {
            Lexicon.ReportUnknown(desk.Mistakes, Codes.UnknownJurisdiction, "jurisdiction", word, desk.Jurisdictions);
        }

        return word.Value;
    }
}

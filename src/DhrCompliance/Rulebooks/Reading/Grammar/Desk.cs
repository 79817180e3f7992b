using DhrCompliance.Rulebooks.Reading.Texts;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Rulebooks.Reading.Words;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>What every reader of a part of the grammar works with.</summary>
internal sealed class Desk
{
    public Desk(DiagnosticList mistakes)
    {
        Mistakes = mistakes;
        Values = new Values(mistakes);
        Prose = new Prose(Values, mistakes);
        Lexicon = new Lexicon(mistakes);
        Known = new KnownWords(Lexicon, mistakes);
        Names = new Names(this);
        Former = new FormerReader(this);
    }

    public DiagnosticList Mistakes { get; }

    public Values Values { get; }

    public Prose Prose { get; }

    /// <summary>Which words are declared and which are used.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>What the declared words are.</summary>
    public KnownWords Known { get; }

    /// <summary>Names and ids that are declared.</summary>
    public Names Names { get; }

    /// <summary>Names that rules, steps and words had before.</summary>
    public FormerReader Former { get; }

    /// <summary>The jurisdictions that calendars are for; none where there is no calendar.</summary>
    public HashSet<string> Jurisdictions { get; } = new(StringComparer.Ordinal);

    /// <summary>True where there is a file of which nothing could be read.</summary>
    public bool HasUnreadable { get; private set; }

    /// <summary>Every rule, by id and by <c>pack/id</c>.</summary>
    public HashSet<string> RuleIds { get; } = new(StringComparer.Ordinal);

    /// <summary>The escalation paths that write to a rule's owner.</summary>
    public HashSet<string> PathsToOwner { get; } = new(StringComparer.Ordinal);

    /// <summary>Where working days are counted or asked for.</summary>
    public List<Place> WorkingDays { get; } = [];

    /// <summary>Rules that something names, which is looked at when all rules are read.</summary>
    public List<ScalarNode> RulesNamed { get; } = [];

    /// <summary>Rules that rest on another rule, which is looked at when all rules are read.</summary>
    public List<RuleLink> Links { get; } = [];

    /// <summary>Takes a file that cannot be read: it may declare any word that stands in it; where even its text is not known, any word at all.</summary>
    public void TakeUnreadable(SourceText? source)
    {
        HasUnreadable = true;
        if (source is null)
        {
            Lexicon.ExcuseAll();
        }
        else
        {
            Lexicon.Excuse(source.Text);
        }
    }
}

using DhrCompliance.Rulebooks.Reading.Grammar;

namespace DhrCompliance.Rulebooks.Reading.Forms;

/// <summary>
/// The forms of single texts. The readers take texts apart by rules of their own and say better what is wrong; a test holds
/// these patterns against them.
/// </summary>
internal static class Scalars
{
    private const string Span = "(?:19|2[01])[0-9]{2}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?)?";
    private const string UpTo1200 = "0*(?:[2-9]|[1-9][0-9]{1,2}|1[01][0-9]{2}|1200)";
    private const string UpTo3650 = "0*(?:[2-9]|[1-9][0-9]{1,2}|[12][0-9]{3}|3[0-5][0-9]{2}|36[0-4][0-9]|3650)";
    private const string Days = $"(?:0*1 day|{UpTo3650} days)";
    private const string DatePattern = $@"(?:{Span}|[Bb][Yy] +{Span}|[Aa][Ff][Tt][Ee][Rr] +{Span}|(?:{Span}|\.\.) */ *(?:{Span}|\.\.))";

    public static TextShape Line { get; } = new(@"^\s*\S[^\n]*\s*$", "a text on one line", Grammar.Prose.Longest, IsNumber: true);

    public static TextShape Prose { get; } = new(@"\S", "a text", Grammar.Prose.Longest, IsNumber: true);

    /// <summary>A name that is declared here.</summary>
    public static TextShape Name { get; } = new(
        $"^(?!(?:{string.Join('|', Names.Reserved)})$){Names.Pattern}$", "lower-case letters and digits with hyphens between, and no word that has a meaning of its own", Names.Longest, IsNumber: true);

    /// <summary>A name that something had once.</summary>
    public static TextShape FormerName { get; } = new($"^{Names.Pattern}$", "lower-case letters and digits with hyphens between", Names.Longest, IsNumber: true);

    public static TextShape FormerRule { get; } = new($"^(?:{Names.Pattern}/)?{Names.Pattern}$", "the id it had before, or pack/id", IsNumber: true);

    public static TextShape Anything { get; } = new(@"\S", "a text", IsNumber: true);

    public static TextShape Period { get; } = new(
        $@"^\s*(?:0*1 (?:day|week|month|year|working day)|{UpTo1200} (?:days|weeks|months|years|working days))\s*$",
        "a period such as 6 months, 1 month, 14 days, 2 weeks, 1 year or 5 working days");

    public static TextShape Rolling { get; } = new(
        "^rolling (?:0*1 month|0*(?:[2-9]|[1-9][0-9]|1[01][0-9]|120) months)$", "months such as rolling 3 months");

    public static EitherShape Date { get; } = Shape.Either(
        new TextShape($@"^\s*{DatePattern}\s*$", "a date such as 2026-03-31; or one known in part: 2013-07, 2013, by 2013-07-11, after 2013, 2013-07-01/2013-07-11"),
        new NumberShape(1900, 2199));

    public static TextShape Day { get; } = new(@"^\s*(?:19|2[01])[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])\s*$", "a day such as 2026-03-31");

    public static TextShape When { get; } = new($"^(?:on the due date|{Days} (?:before|after))$", PathPhrases.When);

    public static TextShape After { get; } = new($"^{Days} after$", PathPhrases.After);

    public static TextShape Every { get; } = new($"^every {Days}$", PathPhrases.Every);

    public static TextShape AtMost { get; } = new($"^at most {Days}$", PathPhrases.AtMost);

    public static TextShape Ask { get; } = new(
        $@"^ask [^\s,]+, every {Days}, at most (?:0*1|{UpTo3650}) times?(?:, then [^\s,]+)?$", PathPhrases.Ask);

    /// <summary>A choice that is declared here.</summary>
    public static ValueShape Choice { get; } = new(@"^(?!(?:known|missing)$)[^;]*[^;\s][^;]*$", "a choice, without ';', and neither known nor missing");

    public static ValueShape Value { get; } = new();

    public static YesNoShape YesNo { get; } = new();
}

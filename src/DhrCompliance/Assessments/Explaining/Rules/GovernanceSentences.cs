using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining.Rules;

/// <summary>Which reviews a pack or a rule is for.</summary>
internal static class GovernanceSentences
{
    public static IEnumerable<string> Of(Pack pack, Rule rule, Phrases phrases) =>
        Of(pack, rule.Subject, phrases).Concat(Own(rule, "Of those, this rule governs only some", phrases));

    /// <summary>Which a pack is for, and until when.</summary>
    public static IEnumerable<string> Of(Pack pack, SubjectKind subject, Phrases phrases)
    {
        var subjects = subject == SubjectKind.Partnership ? "partnerships" : "reviews";
        yield return pack.Governs is { } governs ? Which(governs, $"It governs {subjects}", subject, phrases) : "It governs always.";
        if (pack.Series is not null && Following(pack, phrases.Rulebook) is { } next)
        {
            yield return $"It governs until the next edition begins: “{next.Title}”.";
        }
    }

    /// <summary>Which a rule is for beside its pack; none where the pack alone decides.</summary>
    public static IEnumerable<string> Own(Rule rule, string begin, Phrases phrases) =>
        rule.Governs is { } own ? [Which(own, begin, rule.Subject, phrases)] : [];

    /// <summary>The edition after, by the day it begins.</summary>
    public static Pack? Following(Pack pack, Rulebook rulebook) => Editions(pack, rulebook)
        .SkipWhile(edition => edition.Id != pack.Id).Skip(1).FirstOrDefault();

    /// <summary>The edition before, by the day it begins.</summary>
    public static Pack? Preceding(Pack pack, Rulebook rulebook) => Editions(pack, rulebook)
        .TakeWhile(edition => edition.Id != pack.Id).LastOrDefault();

    /// <summary>The editions in force of its series, itself among them, in the order in which they begin; one that has no day yet comes last.</summary>
    private static IEnumerable<Pack> Editions(Pack pack, Rulebook rulebook) => pack.Series is null ? [] : rulebook.Packs
        .Where(edition => edition.Series == pack.Series && (edition.Status == PackStatus.InForce || edition.Id == pack.Id))
        .OrderBy(edition => edition.Governs?.From?.Earliest ?? DateOnly.MaxValue)
        .ThenBy(edition => edition.Status);

    private static string Which(Governance governs, string text, SubjectKind subject, Phrases phrases)
    {
        if (!governs.Jurisdiction.IsEmpty)
        {
            text += $" in {English.List([.. governs.Jurisdiction.Select(word => English.Capital(English.Plain(word)))])}";
        }

        if (governs.Adopted)
        {
            text += subject == SubjectKind.Partnership ? " that adopted it, from the day they did" : " of the partnerships that adopted it, from the day they did";
        }

        // Of a partnership's own duties each instance is governed by its own date.
        if (governs.By.IsEmpty || subject == SubjectKind.Partnership)
        {
            return governs.From is { } from ? $"{text}, from {DateWords.Limit(from)} on." : $"{text}.";
        }

        var decided = $"The date that decides is that of {Phrases.Preferred(governs.By.Select(phrases.Event))}";
        return governs.From is { } since ? $"{text}. {decided}: {Since(since)}." : $"{text}. {decided}.";
    }

    private static string Since(DateInterval since) => since.IsDay
        ? $"it must lie on or after {DateWords.Day(since.Earliest)}"
        : $"it must lie on or after the day on which this began, which is known only in part ({DateWords.Limit(since)})";
}

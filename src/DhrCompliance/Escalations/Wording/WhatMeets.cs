using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Rulebooks;
using DhrCompliance.Rulebooks.Texts;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Escalations.Wording;

/// <summary>What has to be recorded for a duty to count as done.</summary>
internal static class WhatMeets
{
    /// <summary>A sentence; null where it would say nothing new.</summary>
    public static string? Of(Notice notice, Vocabulary vocabulary, LetterWords words)
    {
        if (notice.Kind == NoticeKind.NoLongerStands)
        {
            return null;
        }

        var titles = Titles.Of(vocabulary);
        return notice.Rule switch
        {
            Timescale timescale => timescale.MetBy switch
            {
                MetByEvent one => words.Of(CommonTextIds.MetBy, ("events", Event(one.Event, titles))),
                MetByAll all => words.Of(CommonTextIds.MetByAll, ("events", English.List([.. all.Events.Select(pattern => Event(pattern, titles))]))),
                MetByAny any => words.Of(CommonTextIds.MetByAny, ("events", English.List([.. any.Events.Select(pattern => Event(pattern, titles))], "or"))),
                _ => null,
            },
            Check { Order.IsEmpty: false } check =>
                words.Of(CommonTextIds.InOrder, ("events", string.Join(", then ", check.Order.Select(pattern => Event(pattern, titles))))),
            _ => null,
        };
    }

    private static string Event(EventPattern pattern, Titles titles)
    {
        var where = pattern.Where
            .Select(test => $"{English.Plain(test.Attribute)}: {English.List([.. test.OneOf.Select(titles.Who)], "or")}")
            .ToList();
        return titles.Noun(pattern.Event) + (where.Count == 0 ? string.Empty : $" ({string.Join("; ", where)})");
    }
}

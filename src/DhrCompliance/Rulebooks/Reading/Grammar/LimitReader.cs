using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Rulebooks.Reading.Words;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>Reads how long a duty may take: <c>within</c>, <c>date</c>, <c>next</c> or <c>promptly</c>.</summary>
internal sealed class LimitReader(Desk desk, PatternReader patterns)
{
    private const string Beside = "'promptly' stands alone, or beside 'date' or 'next'.";

    private static readonly ImmutableArray<string> Limits = ["within", "date", "next"];
    private static readonly ImmutableArray<string> OfWithin = ["beginning-with", "round", "roll"];

    public TimeLimit Read(Fields fields, OwnDates own)
    {
        string[] limits = [.. Limits.Where(fields.Has)];
        if (limits.Length > 1)
        {
            desk.Mistakes.Error(fields.KeyPlace(limits[1]), Codes.OneLimit, $"{fields.What} has '{limits[0]}' and '{limits[1]}'; one of them is wanted", hint: Beside);
        }
        else if (fields.Has("within") && fields.Has("promptly"))
        {
            desk.Mistakes.Error(fields.KeyPlace("promptly"), Codes.OneLimit, $"{fields.What} has 'within' and 'promptly'; one of them is wanted", hint: Beside);
        }
        else if (limits.Length == 0 && !fields.Has("promptly"))
        {
            desk.Mistakes.Error(fields.Place, Codes.OneLimit, $"{fields.What} has no limit", hint: "Give it 'within: 1 month', 'date:' with where a date that someone set is found, 'next:' with an event that is planned, or, where the source gives no number, 'promptly: 14 days'.");
        }

        var promptly = fields.Value("promptly") is { } soon ? desk.Values.Period(soon) : null;
        var date = fields.Value("date");
        var next = fields.Value("next") is { } planned ? Next(planned) : null;
        var within = fields.Value("within") is { } period ? Within(fields, period) : null;
        if (!fields.Has("within"))
        {
            foreach (var key in OfWithin.Where(fields.Has))
            {
                desk.Mistakes.Error(fields.KeyPlace(key), Codes.KeyAlone, $"'{key}' says how 'within' is counted, and there is none");
            }
        }

        return within is not null ? within
            : next is not null ? new NextEvent(next, promptly)
            : date is not null ? new ByDate(Dates(date, own), promptly)
            : new Promptly(promptly ?? new Period(1, PeriodUnit.Days));
    }

    private Within Within(Fields fields, Node node)
    {
        var period = desk.Values.Period(node) ?? new Period(1, PeriodUnit.Days);
        var round = desk.Values.Option<MonthRounding>(fields.Value("round"), "rounding") ?? MonthRounding.LastDay;
        var roll = desk.Values.Option(fields.Value("roll"), "roll", Roll.None) ?? Roll.None;
        var beginning = desk.Values.YesNo(fields.Value("beginning-with"), otherwise: false);
        if (round == MonthRounding.Up && period.Unit is not (PeriodUnit.Months or PeriodUnit.Years))
        {
            desk.Mistakes.Error(fields.KeyPlace("round"), Codes.KeyAlone, "'round: up' is for months and years, which may end on a date that does not exist");
        }

        if (period.Unit == PeriodUnit.WorkingDays || roll != Roll.None)
        {
            desk.WorkingDays.Add(node.Place);
        }

        return new Within(new LimitTerms(period, beginning, round, roll));
    }

    private EventPattern? Next(Node node)
    {
        if (patterns.Read(node) is not { } pattern)
        {
            return null;
        }

        var kind = desk.Known.Events.FirstOrDefault(one => one.Name == pattern.Event);
        if (kind is { Plannable: false } or { Of: not null } || pattern.After is not null)
        {
            desk.Mistakes.Error(
                node.Place,
                Codes.NotPlannable,
                kind is { Of: { } item } ? $"'{pattern.Event}' happens to {Quote.Article(item)}, and sets no date for others"
                    : pattern.After is not null ? "what is due with the next event cannot ask what came before that event"
                    : $"'{pattern.Event}' cannot be planned, so that the next one is not known before it happens",
                hint: kind is { Plannable: false, Of: null } ? "In the vocabulary such an event has 'plannable: yes'." : null);
        }

        return pattern;
    }

    private ImmutableArray<DateSource> Dates(Node node, OwnDates own) =>
        [.. desk.Values.Texts(node, "where a date is found, such as [ATTRIBUTE, EVENT.ATTRIBUTE]").Select(word => Date(word, own)).OfType<DateSource>()];

    private DateSource? Date(ScalarNode word, OwnDates own)
    {
        var dot = word.Value.IndexOf('.', StringComparison.Ordinal);
        if (dot > 0 && dot < word.Value.Length - 1)
        {
            return desk.Known.Event(word.Part(0, dot)) is { } kind
                && desk.Known.Attribute(kind, word.Part(dot + 1, word.Value.Length - dot - 1)) is { } attribute
                && IsDate(word, attribute.Type)
                    ? new DateSource(kind.Name, attribute.Name)
                    : null;
        }

        if (own.TypeOf(word.Value) is { } type)
        {
            desk.Lexicon.Use(WordKind.Fact, word.Value);
            return IsDate(word, type) ? new DateSource(null, word.Value) : null;
        }

        if (!own.IsUnknown && !desk.Lexicon.IsExcused(word.Value))
        {
            Lexicon.ReportUnknown(desk.Mistakes, Codes.UnknownAttribute, "date", word, own.Names);
        }

        return null;
    }

    private bool IsDate(ScalarNode word, ValueKind type)
    {
        if (type == ValueKind.Date)
        {
            return true;
        }

        desk.Mistakes.Error(word.Place, Codes.NotADate, $"{Quote.Of(word.Value)} is of type {EnumWords<ValueKind>.Of(type)}; a date is wanted");
        return false;
    }
}

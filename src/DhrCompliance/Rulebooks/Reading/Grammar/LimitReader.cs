using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Rulebooks.Reading.Words;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>Reads how long a duty may take: <c>within</c>, <c>date</c> or <c>promptly</c>.</summary>
internal sealed class LimitReader(Desk desk)
{
    private static readonly ImmutableArray<string> OfWithin = ["beginning-with", "round", "roll"];

    public TimeLimit Read(Fields fields, OwnDates own)
    {
        if (fields.Has("within") && (fields.Has("date") || fields.Has("promptly")))
        {
            var other = fields.Has("date") ? "date" : "promptly";
            desk.Mistakes.Error(fields.KeyPlace(other), Codes.OneLimit, $"{fields.What} has 'within' and '{other}'; one of them is wanted", hint: "'promptly' stands alone, or beside 'date'.");
        }

        if (!fields.Has("within") && !fields.Has("date") && !fields.Has("promptly") && !fields.Has("next"))
        {
            desk.Mistakes.Error(fields.Place, Codes.OneLimit, $"{fields.What} has no limit", hint: "Give it 'within: 1 month', 'date:' with where a date that someone set is found, or, where the source gives no number, 'promptly: 14 days'.");
        }

        var promptly = fields.Optional("promptly") is { } soon ? desk.Values.Period(soon) : null;
        var date = fields.Optional("date");
        var within = fields.Optional("within") is { } period ? Within(fields, period) : null;
        if (!fields.Has("within"))
        {
            foreach (var key in OfWithin.Where(fields.Has))
            {
                _ = fields.Optional(key);
                desk.Mistakes.Error(fields.KeyPlace(key), Codes.KeyAlone, $"'{key}' says how 'within' is counted, and there is none");
            }
        }

        return within is not null ? within
            : date is not null ? new ByDate(Dates(date, own), promptly)
            : new Promptly(promptly ?? new Period(1, PeriodUnit.Days));
    }

    private Within Within(Fields fields, Node node)
    {
        var period = desk.Values.Period(node) ?? new Period(1, PeriodUnit.Days);
        var round = desk.Values.Option<MonthRounding>(fields.Optional("round"), "rounding") ?? MonthRounding.LastDay;
        var roll = desk.Values.Option(fields.Optional("roll"), "roll", Roll.None) ?? Roll.None;
        var beginning = desk.Values.YesNo(fields.Optional("beginning-with"), otherwise: false);
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

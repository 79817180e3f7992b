using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Tests.Assessments.Naive;

/// <summary>The due date of an instance in a world where nothing is open.</summary>
internal sealed class NaiveClock(Small small, Timescale rule, World world, HolidayCalendar calendar)
{
    private readonly List<WorldEvent> _soFar = [.. world.Events.Where(happened => happened.Day <= small.AsOf)];

    /// <summary>Null: no limit is stated, or no date was set.</summary>
    public DateOnly? Original(DateOnly start, WorldEvent? instance, string? item)
    {
        switch (rule.Limit)
        {
            case Within within:
                return DueDates.Due(start, within.Terms, calendar);
            case NextEvent next:
                return world.Events.Where(happened => happened.Is(next.Event) && happened.Day > start).Select(happened => (DateOnly?)happened.Day).Min();
            case ByDate date:
                foreach (var source in date.Dates)
                {
                    var text = source.Event is null
                        ? OwnText(source.Name, instance, item)
                        : _soFar.LastOrDefault(happened => happened.Kind == source.Event && happened.Day >= start && happened.Attributes.ContainsKey(source.Name))
                            ?.Attributes[source.Name];
                    if (text is not null)
                    {
                        return DateText.Day(text);
                    }
                }

                return null;
            default:
                return null;
        }
    }

    /// <summary>As it stands: the later of the paused due date and the date last agreed. Of a meeting only what was agreed by then counts.</summary>
    public DateOnly? Due(DateOnly start, DateOnly? original, DateOnly? metOn)
    {
        if (original is not { } limit)
        {
            return null;
        }

        var due = Moved(start, limit);
        var agreed = _soFar.LastOrDefault(happened => IsExtension(happened) && (metOn is null || happened.Day <= metOn));
        if (agreed is not null)
        {
            // A date that was agreed is absolute: it moves off no weekend.
            var until = Pauses.Moved(agreed.Day.AddDays(1), DateText.Day(agreed.Attributes["until"]), PausesSoFar()).Due;
            due = until > due ? until : due;
        }

        return due;
    }

    /// <summary>A pause covers the day, and began before the due date as moved so far.</summary>
    public bool IsPaused(DateOnly start, DateOnly? original) => PausesSoFar().Any(pause =>
        pause.From <= small.AsOf && small.AsOf < pause.Until
        && (original is null || pause.From < DueBefore(pause, start, original.Value)));

    public bool Moves(WorldEvent happened) => IsExtension(happened)
        || small.Kind(happened.Kind).Means is EventMeaning.PauseStart or EventMeaning.PauseEnd;

    private DateOnly DueBefore(PausedDays pause, DateOnly start, DateOnly original)
    {
        var earlier = PausesSoFar().Where(other => other.From < pause.From).ToArray();
        var due = Pauses.Moved(start, original, earlier).Due;
        var agreed = _soFar.LastOrDefault(IsExtension);
        if (agreed is null)
        {
            return due;
        }

        var until = Pauses.Moved(agreed.Day.AddDays(1), DateText.Day(agreed.Attributes["until"]), earlier).Due;
        return until > due ? until : due;
    }

    private DateOnly Moved(DateOnly start, DateOnly limit) => rule.Limit is Within within && within.Terms.Roll != Roll.None
        ? DueDates.Rolled(Pauses.Moved(start, limit, PausesSoFar()).Due, within.Terms.Roll, calendar)
        : Pauses.Moved(start, limit, PausesSoFar()).Due;

    private PausedDays[] PausesSoFar() =>
    [
        .. from begun in _soFar
           where small.Kind(begun.Kind).Means == EventMeaning.PauseStart
           let reason = begun.Attributes.GetValueOrDefault("reason")
           where reason is not null && rule.PausedBy.Contains(reason)
           let ended = _soFar.Find(happened => small.Kind(happened.Kind).Means == EventMeaning.PauseEnd
               && happened.Attributes.GetValueOrDefault("reason") == reason && happened.Day >= begun.Day)
           select new PausedDays(begun.Day, ended?.Day ?? DateOnly.MaxValue),
    ];

    private bool IsExtension(WorldEvent happened) => rule.ExtendedBy is { } pattern && happened.Is(pattern)
        && happened.Attributes.GetValueOrDefault("for") is { } about && (about == rule.Id || about == rule.FullName);

    private string? OwnText(string name, WorldEvent? instance, string? item) => instance is not null
        ? instance.Attributes.GetValueOrDefault(name)
        : world.Facts.GetValueOrDefault((item ?? "", name));
}

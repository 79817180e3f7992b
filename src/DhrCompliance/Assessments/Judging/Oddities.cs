using DhrCompliance.Assessments.Binding;
using DhrCompliance.Calendars;

namespace DhrCompliance.Assessments.Judging;

/// <summary>What is odd about one recorded event. It is asked about, never corrected, never turned into a lateness.</summary>
internal static class Oddities
{
    /// <summary>Whether a recorded event is of a kind, or was recorded in a way, that may be odd.</summary>
    public static bool MayBe(BoundEvent happened, BoundEvent[] kind) =>
        happened.Recorded is { } row
        && (happened.Kind.MayBeOdd || (kind.Length > 1 && !happened.Kind.Kind.Repeats)
            || (row.RecordedOn is { } seen && happened.Earliest > seen && !happened.Kind.Kind.Plannable));

    public static void Add(Sitting sitting, BoundEvent happened, BoundEvent[] kind, List<Question> questions)
    {
        var word = happened.Kind.Name;
        var on = happened.On(sitting.AsOf);
        if (on.Earliest > sitting.AsOf)
        {
            if (!happened.Kind.Kind.Plannable && happened.Recorded!.RecordedOn is { } seen && on.Earliest > seen)
            {
                questions.Add(new Question(word, new Reason(ReasonTemplate.AskFuture, word, null, on), 0));
            }

            return;
        }

        if (happened.Kind.Kind.ExpectedOnWorkingDay && happened.Recorded!.Date.IsDay && !sitting.Calendar.IsWorkingDay(on.Earliest))
        {
            var name = sitting.Calendar.HolidayOn(on.Earliest) ?? on.Earliest.DayOfWeek.ToString();
            questions.Add(new Question(word, new Reason(ReasonTemplate.AskWorkingDay, word, name, on), 0));
        }

        if (!happened.Kind.Kind.Repeats && happened.Kind.ItemKind < 0 && kind.Length > 1 && ReferenceEquals(kind[0], happened))
        {
            questions.Add(new Question(word, new Reason(ReasonTemplate.AskOnce, word, null, on, default, kind.Length), 0));
        }

        NotAfter(sitting, happened, on, questions);
        Pause(sitting, happened, on, questions);
    }

    private static void NotAfter(Sitting sitting, BoundEvent happened, DateInterval on, List<Question> questions)
    {
        if (happened.Kind.NotAfter is not { } pattern)
        {
            return;
        }

        foreach (var last in sitting.File.Of(pattern.Kind))
        {
            if (pattern.Match(last, sitting.File) == Answer.Yes && last.On(sitting.AsOf) is var until && until.Latest < on.Earliest)
            {
                questions.Add(new Question(happened.Kind.Name, new Reason(ReasonTemplate.AskNotAfter, happened.Kind.Name, pattern.Kind.Name, on, until), 0));
                return;
            }
        }
    }

    private static void Pause(Sitting sitting, BoundEvent happened, DateInterval on, List<Question> questions)
    {
        var slots = sitting.Rulebook.Slots;
        if (happened.Kind == slots.PauseEnd && !EndsRecorded(sitting.File.Pauses, happened))
        {
            questions.Add(new Question(happened.Kind.Name, new Reason(ReasonTemplate.AskEndWithoutStart, happened.Kind.Name, null, on), 0));
        }
        else if (happened.Kind.Ends is { } begun && happened.Kind != slots.PauseEnd
            && !AnyRecorded(sitting.File.Of(begun)) && sitting.IsLive)
        {
            questions.Add(new Question(happened.Kind.Name, new Reason(ReasonTemplate.AskEndWithoutStart, happened.Kind.Name, null, on), 0));
        }

        if (happened.Kind == slots.PauseStart && sitting.IsLive)
        {
            var missing = MissingTerms(happened);
            if (missing is not null)
            {
                questions.Add(new Question(happened.Kind.Name, new Reason(ReasonTemplate.AskPauseTerms, happened.Kind.Reason < 0 ? null : happened.Attributes[happened.Kind.Reason], missing, on), 0));
            }
        }
    }

    private static string? MissingTerms(BoundEvent pause)
    {
        var agreed = pause.Kind.AgreedBy >= 0 && pause.Attributes[pause.Kind.AgreedBy] is null;
        var review = pause.Kind.ReviewBy >= 0 && pause.Attributes[pause.Kind.ReviewBy] is null;
        return (agreed, review) switch
        {
            (true, true) => "agreed-by, review-by",
            (true, false) => "agreed-by",
            (false, true) => "review-by",
            _ => null,
        };
    }

    private static bool EndsRecorded(BoundPause[] pauses, BoundEvent end)
    {
        foreach (var pause in pauses)
        {
            if (ReferenceEquals(pause.End, end) && pause.Start.Recorded is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static bool AnyRecorded(ReadOnlySpan<BoundEvent> events)
    {
        foreach (var happened in events)
        {
            if (happened.Recorded is not null)
            {
                return true;
            }
        }

        return false;
    }
}

using DhrCompliance.Assessments.Binding;
using DhrCompliance.Assessments.Compiling;
using DhrCompliance.Calendars;

namespace DhrCompliance.Assessments.Judging;

/// <summary>Whether and when a duty was met, as of the day.</summary>
/// <param name="Certain">It was certainly met by the day.</param>
/// <param name="Possible">It was met, or may have been.</param>
/// <param name="On">When, if it was; not after the day.</param>
/// <param name="Event">The event that meets it, or may; null when only one that is not recorded could.</param>
/// <param name="Word">The word of what is missing or met it.</param>
/// <param name="Recorded">Something recorded or implied meets it or may.</param>
internal readonly record struct Meeting(bool Certain, bool Possible, DateInterval On, BoundEvent? Event, string Word, bool Recorded)
{
    public bool BeforeStart { get; init; }
}

/// <summary>Finds what meets a duty: the earliest matching event on or after its start.</summary>
internal static class MeetingFinder
{
    public static Meeting Find(Sitting sitting, CompiledTimescale rule, in Instance instance, in Start start)
    {
        var result = One(sitting, rule, instance, start, 0);
        for (var i = 1; i < rule.MetBy.Length; i++)
        {
            var next = One(sitting, rule, instance, start, i);
            result = rule.MetByAll ? Later(result, next) : Sooner(result, next);
        }

        return result;
    }

    private static Meeting One(Sitting sitting, CompiledTimescale rule, in Instance instance, in Start start, int which)
    {
        var pattern = rule.MetBy[which];
        var never = !start.IsMixed && start.Source >= 0 && start.Source < rule.NeverBeforeStart[which].Length && rule.NeverBeforeStart[which][start.Source]
            && !AnImpliedOneIsEarlier(sitting, start);

        // What an item's own events do is done, even before the clock that others set it by.
        var from = instance.Item >= 0 && pattern.Kind.ItemKind >= 0 ? DateInterval.On(DateOnly.MinValue) : start.On;
        var search = new Search(from, sitting.AsOf, never);
        var later = false;
        foreach (var happened in sitting.File.Of(pattern.Kind))
        {
            if ((happened.Kind.ItemKind >= 0 && instance.Item >= 0 && happened.Item != instance.Item)
                || ReferenceEquals(happened, instance.Event) || Precedes(happened, instance.Event)
                || LedTo(happened, instance, sitting.AsOf))
            {
                continue;
            }

            var match = pattern.Match(happened, sitting.File);
            if (instance.Event is { } round && happened.Latest < round.Earliest)
            {
                continue; // it belongs to an earlier round
            }

            later |= match != Answer.No && happened.Earliest > sitting.AsOf;
            if (match != Answer.No && happened.Earliest <= sitting.AsOf)
            {
                search.Add(happened, match == Answer.Yes && (instance.Event is null || happened.Earliest >= instance.Event.Latest));
            }
        }

        var found = search.Result(pattern.Kind.Name);
        if (found.Certain || later)
        {
            return found;
        }

        // Neither recorded nor implied for certain: before the register was kept it may have happened all the same.
        if (sitting.File.Unrecorded(pattern.Kind, start.On.Earliest, sitting.AsOf) is null || sitting.File.Unrecorded(pattern.Kind, from.Earliest, sitting.AsOf) is not { } window)
        {
            return found;
        }

        return found.Possible ? found with { On = found.On.Hull(window) } : new Meeting(false, true, window, null, pattern.Kind.Name, false);
    }

    /// <summary>What is implied by the instance's own event came before it, and meets nothing that starts with it.</summary>
    public static bool Precedes(BoundEvent happened, BoundEvent? own) =>
        own is not null && happened.Recorded is null && ReferenceEquals(happened.Because, own);

    /// <summary>It came before the instance's event and was needed for it: the submission that was answered is not the answer's answer.</summary>
    private static bool LedTo(BoundEvent happened, in Instance instance, DateOnly asOf)
    {
        if (instance.Event is not { } own || happened.On(asOf).Latest >= own.On(asOf).Earliest)
        {
            return false;
        }

        foreach (var implication in happened.Kind.ImpliedBy)
        {
            foreach (var by in implication.By)
            {
                if (by.Kind == own.Kind)
                {
                    return true;
                }
            }
        }

        return false;
    }

    // What is recorded is preferred as the start, though one that is only implied may have come before it.
    private static bool AnImpliedOneIsEarlier(Sitting sitting, in Start start)
    {
        if (start.IsImplied || start.Event is not { } begun)
        {
            return false;
        }

        foreach (var happened in sitting.File.Of(begun.Kind))
        {
            if (happened.Recorded is null && happened.Earliest < start.On.Latest)
            {
                return true;
            }
        }

        return false;
    }

    private static Meeting Later(in Meeting one, in Meeting other)
    {
        var possible = one.Possible && other.Possible;
        var on = possible ? new DateInterval(Max(one.On.Earliest, other.On.Earliest), Max(one.On.Latest, other.On.Latest)) : default;
        var last = !one.Certain || (other.Certain && one.On.Latest >= other.On.Latest) ? one : other;
        return last with { Certain = one.Certain && other.Certain, Possible = possible, On = on, BeforeStart = one.BeforeStart && other.BeforeStart };
    }

    private static Meeting Sooner(in Meeting one, in Meeting other)
    {
        if (!one.Possible || !other.Possible)
        {
            return one.Possible ? one : other;
        }

        var certain = one.Certain || other.Certain;
        var latest = one.Certain && other.Certain ? Min(one.On.Latest, other.On.Latest)
            : one.Certain ? one.On.Latest
            : other.Certain ? other.On.Latest
            : Max(one.On.Latest, other.On.Latest);
        var earliest = Min(one.On.Earliest, other.On.Earliest);
        var first = other.Certain && (!one.Certain || other.On.Latest < one.On.Latest) ? other : one;
        return first with { Certain = certain, On = new DateInterval(earliest, Max(latest, earliest)) };
    }

    private static DateOnly Min(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Max(DateOnly one, DateOnly other) => one > other ? one : other;

    /// <summary>Bounds of the earliest event on or after a start that is itself known in part.</summary>
    private struct Search(DateInterval start, DateOnly asOf, bool neverBefore)
    {
        private BoundEvent? _first;
        private BoundEvent? _before;
        private BoundEvent? _any;
        private DateOnly _earliest = DateOnly.MaxValue;
        private DateOnly _latestAny = DateOnly.MinValue;
        private DateOnly _latestCertain = DateOnly.MaxValue;
        private DateInterval _beforeOn;
        private BoundEvent? _maybeBefore;
        private DateInterval _maybeBeforeOn;
        private bool _certain;
        private bool _after;

        public void Add(BoundEvent happened, bool matches)
        {
            var on = happened.On(asOf);
            var by = on.Latest > asOf ? asOf : on.Latest;
            var certain = matches && on.Latest <= asOf;
            if (on.Latest < start.Earliest)
            {
                // Certainly before the start: it counts for a single instance, and is asked about.
                if (certain && (_before is null || on.Latest > _beforeOn.Latest))
                {
                    _before = happened;
                    _beforeOn = on;
                }
                else if (!certain)
                {
                    _maybeBeforeOn = _maybeBefore is null ? on : _maybeBeforeOn.Hull(on);
                    _maybeBefore = happened;
                }

                return;
            }

            _after = true;
            _certain |= certain;
            _any ??= happened;
            // What may lie before the start would count all the same, and then on its own day.
            var from = neverBefore && on.Earliest < start.Earliest ? start.Earliest : on.Earliest;
            _earliest = from < _earliest ? from : _earliest;
            _latestAny = by > _latestAny ? by : _latestAny;
            if (certain && (neverBefore || on.Earliest >= start.Latest) && by < _latestCertain)
            {
                _latestCertain = by;
                _first = happened;
            }
        }

        public readonly Meeting Result(string word)
        {
            if (!_after)
            {
                return Before(word);
            }

            var latest = _latestCertain != DateOnly.MaxValue ? _latestCertain : _latestAny;
            var earliest = _certain || Before(word) is not { Possible: true } before ? _earliest : Min(_earliest, before.On.Earliest);
            return new Meeting(_certain || _before is not null, true, new DateInterval(earliest, latest < earliest ? earliest : latest), _first ?? _any, word, true);
        }

        private readonly Meeting Before(string word)
        {
            if (_before is null)
            {
                return new Meeting(false, _maybeBefore is not null, _maybeBeforeOn, _maybeBefore, word, _maybeBefore is not null) { BeforeStart = _maybeBefore is not null };
            }

            var on = _maybeBefore is null ? _beforeOn : _beforeOn.Hull(_maybeBeforeOn);
            return new Meeting(true, true, on, _before, word, true) { BeforeStart = true };
        }
    }
}

using System.Collections.Immutable;
using System.Globalization;
using DhrCompliance.Assessments;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;
using DhrCompliance.Escalations.Wording;
using DhrCompliance.Rulebooks;
using DhrCompliance.Service.Reports.Board;

namespace DhrCompliance.Service.Reports.Pages;

/// <summary>Draws reviews over time: what was planned of their milestones and what happened, when they stood still, and who held the pen. Pure.</summary>
internal sealed class GanttMaker
{
    private const int FarAhead = 400;

    private readonly Rulebook _rulebook;
    private readonly DateOnly _asOf;
    private readonly Dictionary<string, string> _milestones;
    private readonly RoleNames _roles;
    private readonly SafeReasons _safe;
    private readonly SortedDictionary<string, string> _letters = new(StringComparer.Ordinal);

    public GanttMaker(Rulebook rulebook, DateOnly asOf)
    {
        (_rulebook, _asOf) = (rulebook, asOf);
        (_roles, _safe) = (new RoleNames(rulebook.Vocabulary), new SafeReasons(rulebook.Vocabulary));
        _milestones = rulebook.Vocabulary.Events.Where(kind => kind.Milestone && kind.Of is null)
            .DistinctBy(kind => kind.Name).ToDictionary(kind => kind.Name, kind => kind.Title, StringComparer.Ordinal);
    }

    public Gantt Of(IReadOnlyList<(CaseFile File, Assessment Assessment, ReviewStanding Standing)> reviews, Func<string, string?> href)
    {
        _letters.Clear();
        var courses = reviews.Select(review => (review.Standing, Course: Course(review.File, review.Assessment))).ToList();
        var axis = Axis(courses.SelectMany(one => one.Course.Days));
        return new()
        {
            Rows = [.. courses.Select(one => Row(one.Course, one.Standing, axis) with { Href = href(one.Course.Reference) })],
            Holders = [.. _letters.Select(pair => (pair.Value, _roles.Of(pair.Key))).OrderBy(pair => pair.Value.Length).ThenBy(pair => pair.Value, StringComparer.Ordinal)],
            Ticks = axis.Ticks(),
            Today = axis.At(_asOf),
        };
    }

    private Course Course(CaseFile file, Assessment assessment)
    {
        var happened = file.Events
            .Where(one => one.Item is null && one.Date.HasLatest && one.Date.Latest <= _asOf && _milestones.ContainsKey(one.Event))
            .OrderBy(one => one.Date.Latest).ThenBy(one => one.Id, StringComparer.Ordinal)
            .Select(one => new CourseEvent(one.Date, one.Event, _milestones[one.Event]))
            .ToImmutableArray();
        var due = assessment.Timescales
            .Where(row => row.OriginalDue is { IsDay: true } && Milestone(row.Rule.MetBy) && !Sensitivity.Tells(row.Rule, _rulebook.Vocabulary)
                && row.State is not (TimescaleState.NotApplicable or TimescaleState.NotStarted))
            .OrderBy(row => row.OriginalDue!.Value.Latest)
            .ToImmutableArray();
        DateOnly? first = happened.Length > 0 ? happened[0].Date.Latest : null;
        var last = assessment.Live ? _asOf : happened.Length > 0 ? happened[^1].Date.Latest : _asOf;
        var held = first is { } from && from < last
            ? HeldTime.Of(file, _rulebook.Vocabulary, DateInterval.On(from), DateInterval.On(last), assessment.Live ? Awaited(assessment) : null)
            : null;
        return new Course
        {
            Reference = file.Reference,
            Live = assessment.Live,
            Happened = happened,
            Due = due,
            Held = held,
            Stretches = [.. (held?.Spans ?? []).Select(Stretch)],
            Last = last,
        };
    }

    private CourseStretch Stretch(HeldSpan span)
    {
        var who = _safe.Declared(span.Who)!;
        return new(who, span.IsPause ? who.Replace('-', ' ') : _roles.Of(who), span.IsPause, span.From, span.Until);
    }

    // What is waited for now: the milestone whose duty falls due first.
    private string? Awaited(Assessment assessment) => assessment.Timescales
        .Where(row => row.State is TimescaleState.Running or TimescaleState.DueSoon or TimescaleState.Overdue or TimescaleState.Outstanding
            && row.Rule.MetBy is MetByEvent one && _milestones.ContainsKey(one.Event.Event))
        .OrderBy(row => row.Due?.Latest ?? DateOnly.MaxValue)
        .Select(row => ((MetByEvent)row.Rule.MetBy).Event.Event)
        .FirstOrDefault();

    private bool Milestone(Fulfilment metBy) => metBy is MetByEvent one && _milestones.ContainsKey(one.Event.Event);

    private GanttRow Row(Course course, ReviewStanding standing, TimeAxis axis)
    {
        var planned = course.Due.Select(row => row.OriginalDue!.Value.Latest).ToList();
        return new()
        {
            Reference = course.Reference,
            Course = course,
            Standing = standing.Name,
            StandingWord = standing.Word,
            Tone = standing.Tone,
            Actual = Actual(course),
            Planned = course.Due is [.., var late]
                ? $"{BoardDates.Whole(late.OriginalDue!.Value.Latest)}: {late.Rule.Title}{Moved(late)}"
                : "no milestone has a day yet",
            Paused = Paused(course.Held),
            Held = Held(course.Held),
            Bar = course.First is { } first ? (axis.At(first), axis.At(course.Last)) : null,
            Plan = planned.Count > 0 ? (axis.At(course.First ?? planned[0]), axis.At(planned[^1])) : null,
            Happened = [.. course.Happened.Select(one => axis.At(one.Date.Latest)).Distinct()],
            Due = [.. planned.Select(axis.At).Distinct()],
            Spans = course.Held is { } held ? [.. held.Spans.Select(span => (axis.At(span.From), axis.At(span.Until), span.IsPause ? null : Letter(span.Who)))] : [],
        };
    }

    private static string Moved(TimescaleResult row) =>
        row.Due is { IsDay: true } due && due.Latest != row.OriginalDue!.Value.Latest ? $" (now {BoardDates.Whole(due.Latest)})" : "";

    private static string Actual(Course course) => course.Happened switch
    {
        [] => "no milestone is recorded",
        [var only] => $"{BoardDates.Text(only.Date)}: {only.What}",
        [var first, .., var last] => $"{BoardDates.Text(first.Date)}: {first.What}; {BoardDates.Text(last.Date)}: {last.What}",
    };

    private string Paused(HeldTime? held) => held is null ? "" : string.Join("; ", held.Parts.Where(part => part.IsPause)
        .Select(part => $"{PlainText.Days(part.Days)} ({_safe.Declared(part.Who)!.Replace('-', ' ')})"));

    private string Held(HeldTime? held) => held is null ? "cannot be told" : string.Join("; ", held.Parts.Where(part => !part.IsPause).OrderByDescending(part => part.Days)
        .Select(part => $"{Letter(part.Who)}\u00A0{PlainText.Days(part.Days).Replace(' ', '\u00A0')}")
        .Concat(held.Unexplained > 0 ? [$"nobody named {PlainText.Days(held.Unexplained)}"] : []));

    private string Letter(string role)
    {
        if (!_letters.TryGetValue(role, out var letter))
        {
            _letters[role] = letter = _letters.Count < 26
                ? ((char)('A' + _letters.Count)).ToString()
                : string.Create(CultureInfo.InvariantCulture, $"{_letters.Count + 1}");
        }

        return letter;
    }

    /// <summary>From the first day that is known to the last that matters; a due date far ahead does not press everything else together.</summary>
    private TimeAxis Axis(IEnumerable<DateOnly> days)
    {
        var all = days.Where(day => day <= _asOf.AddDays(FarAhead)).Append(_asOf).ToList();
        return new TimeAxis(all.Min(), all.Append(_asOf.AddDays(30)).Max());
    }
}

using System.Collections.Immutable;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;

namespace DhrCompliance.Assessments.Workplans;

/// <summary>
/// Looks ahead: lets the days pass, takes each duty to be met on the day it is due (or asked for, where it has no limit), and has the case
/// assessed again on that day. It reckons no date itself. Every row is met at most once, and of what comes anew for each of several
/// events only the first that is not recorded yet; so it always comes to an end.
/// </summary>
internal sealed class Projection
{
    private const string NotThereYet = "assumed-item-";

    private readonly CompiledRulebook _rulebook;
    private readonly AssumedEvents _assumed;
    private readonly HashSet<(string Rule, string Instance)> _recorded;
    private readonly HashSet<(string Rule, string Instance)> _passed = [];
    private readonly Dictionary<string, string> _firsts = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Rule, string? Instance), ProjectedDates> _dates = [];
    private readonly HashSet<(string Rule, string? Instance)> _applying = [];
    private readonly List<SupposedEvent> _supposed;

    /// <summary>Looks ahead from the day of an assessment of the file, which must be in the words of today. What is supposed for later days happens on them.</summary>
    public Projection(CaseFile file, Assessment today, CompiledRulebook rulebook, IEnumerable<Rule> withoutInstance, IEnumerable<SupposedEvent> supposed)
    {
        _supposed = [.. supposed.OrderBy(one => one.Day)];
        _rulebook = rulebook;
        _assumed = new AssumedEvents(rulebook.Rulebook.Vocabulary);
        _recorded = [.. today.Timescales.Select(row => (row.Rule.FullName, row.Instance))];
        File = WithItems(file, withoutInstance);
        Run(today.AsOf);
    }

    /// <summary>The file with all that was taken to happen.</summary>
    public CaseFile File { get; private set; }

    /// <summary>Events taken to happen, each with the rule it meets, in the order of their days.</summary>
    public List<(CaseEvent Event, Rule Rule)> Assumed { get; } = [];

    /// <summary>The dates of a row that had none; null instance: of the first that is not recorded yet. Null: none could be worked out.</summary>
    public ProjectedDates? Of(Rule rule, string? instance) => _dates.GetValueOrDefault((rule.FullName, instance));

    /// <summary>Whether the rule came to apply on the way.</summary>
    public bool CameToApply(Rule rule, string? instance) => _applying.Contains((rule.FullName, instance));

    /// <summary>An item of each kind that a rule is about and of which there is none, so that the engine says when its duties would come.</summary>
    private static CaseFile WithItems(CaseFile file, IEnumerable<Rule> rules) => file with
    {
        Items =
        [
            .. file.Items,
            .. rules.Select(rule => rule.ForEach).OfType<ForEachItem>().Select(each => each.ItemKind).Distinct(StringComparer.Ordinal)
                .Where(kind => !file.Items.Any(item => item.Kind == kind))
                .Select(kind => new CaseItem { Id = NotThereYet + kind, Kind = kind }),
        ],
    };

    private void Run(DateOnly day)
    {
        var rows = Assess(day);
        while (true)
        {
            var next = Next(rows);
            if (ToCome(rows, day) is { } coming && !(next?.Day <= coming))
            {
                day = coming;
                Suppose(day);
            }
            else if (next is { } due)
            {
                day = due.Day > day ? due.Day : day;
                Meet(due.Row, day);
            }
            else
            {
                return;
            }

            rows = Assess(day);
        }
    }

    private void Suppose(DateOnly day)
    {
        while (_supposed is [var first, ..] && first.Day <= day)
        {
            File = File with { Events = File.Events.AddRange(_assumed.Happening(first, File)) };
            _supposed.RemoveAt(0);
        }
    }

    /// <summary>The open row that is met next: the first to be due. One that needs what another open row brings waits for that.</summary>
    private (TimescaleResult Row, DateOnly Day)? Next(ImmutableArray<TimescaleResult> rows)
    {
        var open = rows.Where(MayBeMet).Select(row => (Row: row, Day: Ready(row))).Where(one => one.Day is not null)
            .Select(one => (one.Row, Day: one.Day!.Value)).OrderBy(one => one.Day).ToList();
        foreach (var one in open)
        {
            var needed = _assumed.Needed(one.Row.Rule, one.Row.Item, File);
            if (!open.Exists(other => other.Row != one.Row && Patterns.Meeting(other.Row.Rule).Any(met => needed.Any(pattern => Patterns.Agree(met, pattern)))))
            {
                return one;
            }
        }

        return open.Count > 0 ? open[0] : null;
    }

    private ImmutableArray<TimescaleResult> Assess(DateOnly day)
    {
        var rows = _rulebook.Assess(_rulebook.Bind(File), day).Timescales;
        foreach (var row in rows)
        {
            Note(row);
        }

        return rows;
    }

    private void Meet(TimescaleResult row, DateOnly day)
    {
        _passed.Add((row.Rule.FullName, row.Instance));
        var events = _assumed.Meeting(row.Rule, row.Item, File, day);
        File = File with { Events = File.Events.AddRange(events) };
        Assumed.AddRange(events.Select(happened => (happened, (Rule)row.Rule)));
    }

    /// <summary>The day on which an open row is taken to be met; null: it is not open, or its date is not known to the day.</summary>
    private static DateOnly? Ready(TimescaleResult row) =>
        !IsOpen(row) ? null : row.Due is { IsDay: true } due ? due.Earliest : row.Due is null && row.AskedFor is { IsDay: true } asked ? asked.Earliest : null;

    /// <summary>Its clock certainly runs; or it does if the rule applies and is not waived, which is taken to be so.</summary>
    private static bool IsOpen(TimescaleResult row)
    {
        var states = row.Possible.States().Where(state => state is not (TimescaleState.NotApplicable or TimescaleState.Waived)).ToList();
        return states.Count > 0 && states.All(state => state is TimescaleState.Running or TimescaleState.DueSoon or TimescaleState.Overdue or TimescaleState.Outstanding);
    }

    private bool MayBeMet(TimescaleResult row) => !_passed.Contains((row.Rule.FullName, row.Instance)) && IsLookedAt(row) && !IsOfLateness(row) && !IsSupposed(row);

    /// <summary>What meets it is supposed for a later day, and not taken to come before.</summary>
    private bool IsSupposed(TimescaleResult row) => _supposed.Exists(one => Patterns.Meeting(row.Rule).Any(pattern => pattern.Event == one.Event));

    /// <summary>What another rule's lateness may start is left out: where all goes to plan nothing is late.</summary>
    private static bool IsOfLateness(TimescaleResult row) => row.Rule.Starts.Any(start => start is StartOverdue);

    private bool IsLookedAt(TimescaleResult row) =>
        _recorded.Contains((row.Rule.FullName, row.Instance))
        || (!_recorded.Any(known => known.Rule == row.Rule.FullName) && (_firsts.TryAdd(row.Rule.FullName, row.Instance) || _firsts[row.Rule.FullName] == row.Instance));

    /// <summary>The next later day on which something that is recorded already begins to count.</summary>
    private DateOnly? ToCome(ImmutableArray<TimescaleResult> rows, DateOnly day) => rows
        .Where(row => row.State == TimescaleState.NotStarted).Select(row => row.Started?.Earliest)
        .Concat(File.Events.Select(happened => (DateOnly?)happened.Date.Earliest))
        .Concat(_supposed.Select(one => (DateOnly?)one.Day))
        .Where(coming => coming > day && coming < DateOnly.MaxValue)
        .Min();

    private void Note(TimescaleResult row)
    {
        if (row.State == TimescaleState.NotApplicable || !IsLookedAt(row))
        {
            return;
        }

        (string, string?) key = (row.Rule.FullName, _recorded.Contains((row.Rule.FullName, row.Instance)) ? row.Instance : null);
        _applying.Add(key);
        if (row.Started is { IsDay: true } started && row.State != TimescaleState.NotStarted && !IsOfLateness(row)
            && (row.Due is { IsDay: true } || (row.Due is null && (row.AskedFor is null or { IsDay: true }))))
        {
            _dates.TryAdd(key, new ProjectedDates(started.Earliest, row.Due?.Earliest, row.Target, row.AskedFor?.Earliest));
        }
    }
}

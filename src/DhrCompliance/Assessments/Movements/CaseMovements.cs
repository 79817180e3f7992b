using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Calendars;
using DhrCompliance.Cases;

namespace DhrCompliance.Assessments.Movements;

/// <summary>
/// What moved in cases between two days, and why. The way from then to now is gone in four steps, each assessed by itself: the days that
/// came, the rules that changed, the holidays that changed, and what was recorded. A row that differs across a step was moved by it. Of what was recorded, that
/// moved a row without which the row would be another.
/// </summary>
public sealed class CaseMovements
{
    // Beyond these nobody reads them one by one.
    private const int MostRecordsTried = 200;

    private readonly CompiledRulebook _then;
    private readonly CompiledRulebook _now;
    private readonly CompiledRulebook _nowByOldHolidays;
    private readonly DateOnly _since;
    private readonly DateOnly _asOf;

    /// <param name="then">The rules in force on the first day.</param>
    /// <param name="now">The rules in force on the second; the same object where they are the same.</param>
    /// <param name="since">The first day.</param>
    /// <param name="asOf">The second, on or after the first.</param>
    public CaseMovements(CompiledRulebook then, CompiledRulebook now, DateOnly since, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(then);
        ArgumentNullException.ThrowIfNull(now);
        if (asOf < since)
        {
            throw new ArgumentOutOfRangeException(nameof(asOf), asOf, $"The later day lies before {since:yyyy-MM-dd}.");
        }

        (_then, _now, _since, _asOf) = (then, now, since, asOf);
        _nowByOldHolidays = ReferenceEquals(then, now)
            ? now
            : CompiledRulebook.Compile(now.Rulebook with { Calendars = now.Rulebook.Calendars.SetItems(then.Rulebook.Calendars) });
    }

    /// <summary>What moved in one case.</summary>
    /// <param name="before">What the register said of it by the first day; null: it did not have it.</param>
    /// <param name="file">What it says now.</param>
    /// <param name="history">
    /// Gives what the register said at the end of each day between on which something of the case was recorded, in the order of the days; asked only
    /// where both days and records moved a row. Null: it is not known, and the days are taken to have come first.
    /// </param>
    public CaseMovement Of(CaseFile? before, CaseFile file, Func<CaseFile, CaseFile, IEnumerable<(DateOnly Day, CaseFile File)>>? history = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        file = _now.Current(file);
        var now = _now.Assess(_now.Bind(file), _asOf);
        if (before is null)
        {
            return New(file, now);
        }

        var then = new Then(_then, _nowByOldHolidays, _now, before, _since, _asOf);
        var recorded = RecordChanges.Between(_now.Current(before), file, _now.Rulebook.Vocabulary);
        var undone = new Lazy<ImmutableArray<(RecordChange Change, SaidRows Without)>>(() => Undone(file, recorded));
        var course = new Lazy<KnownCourse?>(() => history is null || !ReferenceEquals(_then, _now) ? null
            : KnownCourse.Of(_now, [(_since, _now.Current(before)), .. history(before, file).Select(known => (known.Day, _now.Current(known.File)))], (_asOf, file)));
        var (nowRows, rows) = (new SaidRows(now), AssessmentDifference.Between(then.Start.Assessment, now));
        return new CaseMovement
        {
            Reference = file.Reference,
            IsNew = false,
            LiveBefore = then.Start.Assessment.Live,
            LiveNow = now.Live,
            Rows = [.. rows.Where(row => then.Start.Says(row) != nowRows.Says(row) && !IsOfTheDay(row)).Select(row => new Movement(row, Told(row, Causes(row, then, nowRows, undone, recorded), course)))],
            Recorded = recorded,
            Now = now,
        };
    }

    // A check that is looked at as of a day holds as of that day: that is the question, and not what moved.
    private bool IsOfTheDay(ChangedRow row) => row.Rule is Rulebooks.Check && row.StateBefore == row.StateNow && row.DueBefore == row.DueNow
        && row.MetBefore == DateInterval.On(_since) && row.MetNow == DateInterval.On(_asOf);

    private static CaseMovement New(CaseFile file, Assessment now)
    {
        var cause = ImmutableArray.Create(new Cause(CauseKind.Record, "The case is new in the register.", file.Reference));
        return new CaseMovement
        {
            Reference = file.Reference,
            IsNew = true,
            LiveBefore = null,
            LiveNow = now.Live,
            Rows = [.. AssessmentDifference.Between(null, now).Select(row => new Movement(row, cause))],
            Recorded = [],
            Now = now,
        };
    }

    private ImmutableArray<Cause> Causes(
        ChangedRow row, Then then, SaidRows now, Lazy<ImmutableArray<(RecordChange Change, SaidRows Without)>> undone, ImmutableArray<RecordChange> recorded)
    {
        var causes = ImmutableArray.CreateBuilder<Cause>();
        if (then.Start.Says(row) != then.Later.Says(row))
        {
            causes.Add(new Cause(CauseKind.Day, then.DayOf(row) is { } day
                ? English.Sentence($"{DateWords.Day(day)} came: {SaidRows.Said(then.Later.Says(row))}")
                : "The days that came."));
        }

        if (then.Later.Says(row) != then.ByOldHolidays.Says(row))
        {
            causes.Add(new Cause(CauseKind.Rules, $"Other rules are in force than on {DateWords.Day(_since)}: {SaidRows.Said(then.ByOldHolidays.Says(row))}."));
        }

        if (then.ByOldHolidays.Says(row) != then.UnderNow.Says(row))
        {
            causes.Add(new Cause(CauseKind.Calendar, $"Other holidays are known than on {DateWords.Day(_since)}: {SaidRows.Said(then.UnderNow.Says(row))}."));
        }

        if (then.UnderNow.Says(row) != now.Says(row))
        {
            var parts = undone.Value.Where(one => one.Without.Says(row) != now.Says(row)).Select(one => one.Change).ToList();
            causes.AddRange((parts.Count > 0 ? parts : [.. recorded]).Select(change => new Cause(CauseKind.Record, change.Text, change.Row)));
            if (recorded.IsEmpty)
            {
                causes.Add(new Cause(CauseKind.Record, "What the register says of it has changed."));
            }
        }

        return causes.DrainToImmutable();
    }

    /// <summary>The causes; of days and records in the order in which they came to be known, where that is.</summary>
    private static ImmutableArray<Cause> Told(ChangedRow row, ImmutableArray<Cause> causes, Lazy<KnownCourse?> course) =>
        causes.Any(cause => cause.Kind is CauseKind.Day) && causes.Any(cause => cause.Kind is CauseKind.Record)
        && course.Value?.Causes(row) is { IsEmpty: false } known ? known : causes;

    private ImmutableArray<(RecordChange Change, SaidRows Without)> Undone(CaseFile file, ImmutableArray<RecordChange> recorded) =>
        recorded.Length > MostRecordsTried
            ? []
            : [.. recorded.Select(change => (change, new SaidRows(_now.Assess(_now.Bind(change.Undo(file)), _asOf))))];

    /// <summary>What was known then, assessed then, later, later under the rules of now by the holidays of then, and later under the rules of now.</summary>
    private sealed class Then
    {
        private readonly DayWalk _walk;

        public Then(CompiledRulebook rules, CompiledRulebook nowByOldHolidays, CompiledRulebook now, CaseFile file, DateOnly since, DateOnly asOf)
        {
            var bound = rules.Bind(file);
            Start = new SaidRows(rules.Assess(bound, since));
            Later = since == asOf ? Start : new SaidRows(rules.Assess(bound, asOf));
            ByOldHolidays = ReferenceEquals(rules, now) ? Later : new SaidRows(nowByOldHolidays.Assess(nowByOldHolidays.Bind(file), asOf));
            UnderNow = ReferenceEquals(rules, now) ? Later : new SaidRows(now.Assess(now.Bind(file), asOf));
            _walk = new DayWalk(rules, bound, Start, asOf);
        }

        public SaidRows Start { get; }

        public SaidRows Later { get; }

        public SaidRows ByOldHolidays { get; }

        public SaidRows UnderNow { get; }

        /// <summary>The first day on which the row says what it says later, with nothing recorded; null where the days are too many to walk.</summary>
        public DateOnly? DayOf(ChangedRow row) => _walk.DayOf(row, Later.Says(row));
    }
}

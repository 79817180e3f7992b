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
    private const int MostDaysWalked = 500;
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
    public CaseMovement Of(CaseFile? before, CaseFile file)
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
        var undone = new Lazy<ImmutableArray<(RecordChange Change, Rows Without)>>(() => Undone(file, recorded));
        var (nowRows, rows) = (new Rows(now), AssessmentDifference.Between(then.Start.Assessment, now));
        return new CaseMovement
        {
            Reference = file.Reference,
            IsNew = false,
            LiveBefore = then.Start.Assessment.Live,
            LiveNow = now.Live,
            Rows = [.. rows.Select(row => new Movement(row, Causes(row, then, nowRows, undone, recorded)))],
            Recorded = recorded,
            Now = now,
        };
    }

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
        ChangedRow row, Then then, Rows now, Lazy<ImmutableArray<(RecordChange Change, Rows Without)>> undone, ImmutableArray<RecordChange> recorded)
    {
        var causes = ImmutableArray.CreateBuilder<Cause>();
        if (then.Start.Says(row) != then.Later.Says(row))
        {
            causes.Add(new Cause(CauseKind.Day, then.DayOf(row) is { } day
                ? English.Sentence($"{DateWords.Day(day)} came: {Said(then.Later.Says(row))}")
                : "The days that came."));
        }

        if (then.Later.Says(row) != then.ByOldHolidays.Says(row))
        {
            causes.Add(new Cause(CauseKind.Rules, $"Other rules are in force than on {DateWords.Day(_since)}: {Said(then.ByOldHolidays.Says(row))}."));
        }

        if (then.ByOldHolidays.Says(row) != then.UnderNow.Says(row))
        {
            causes.Add(new Cause(CauseKind.Calendar, $"Other holidays are known than on {DateWords.Day(_since)}: {Said(then.UnderNow.Says(row))}."));
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

    private ImmutableArray<(RecordChange Change, Rows Without)> Undone(CaseFile file, ImmutableArray<RecordChange> recorded) =>
        recorded.Length > MostRecordsTried
            ? []
            : [.. recorded.Select(change => (change, new Rows(_now.Assess(_now.Bind(change.Undo(file)), _asOf))))];

    private static string Said((string? State, DateInterval? Due, DateInterval? Met) says) => says.State is { } state
        ? $"{English.Plain(state)}{(says.Due is { } due ? $", due by {DateWords.Limit(due)}" : string.Empty)}"
        : "there is no such row";

    /// <summary>An assessment whose rows are found by rule and instance.</summary>
    private sealed class Rows(Assessment assessment)
    {
        private readonly Dictionary<(string, string), AssessedRow> _rows =
            AssessedRow.Of(assessment).GroupBy(row => (row.Rule.FullName, row.Instance)).ToDictionary(group => group.Key, group => group.First());

        public Assessment Assessment { get; } = assessment;

        public (string? State, DateInterval? Due, DateInterval? Met) Says(ChangedRow row) =>
            _rows.TryGetValue((row.Rule.FullName, row.Instance), out var found) ? (found.State, found.Due, found.Met) : default;
    }

    /// <summary>What was known then, assessed then, later, later under the rules of now by the holidays of then, and later under the rules of now.</summary>
    private sealed class Then
    {
        private readonly CompiledRulebook _rules;
        private readonly Assessments.Binding.BoundCase _bound;
        private readonly DateOnly _asOf;
        private readonly List<Rows> _walked;

        public Then(CompiledRulebook rules, CompiledRulebook nowByOldHolidays, CompiledRulebook now, CaseFile file, DateOnly since, DateOnly asOf)
        {
            (_rules, _bound, _asOf) = (rules, rules.Bind(file), asOf);
            Start = new Rows(rules.Assess(_bound, since));
            Later = since == asOf ? Start : new Rows(rules.Assess(_bound, asOf));
            ByOldHolidays = ReferenceEquals(rules, now) ? Later : new Rows(nowByOldHolidays.Assess(nowByOldHolidays.Bind(file), asOf));
            UnderNow = ReferenceEquals(rules, now) ? Later : new Rows(now.Assess(now.Bind(file), asOf));
            _walked = [Start];
        }

        public Rows Start { get; }

        public Rows Later { get; }

        public Rows ByOldHolidays { get; }

        public Rows UnderNow { get; }

        /// <summary>The first day on which the row says what it says later, with nothing recorded; null where the days are too many to walk.</summary>
        public DateOnly? DayOf(ChangedRow row)
        {
            var later = Later.Says(row);
            for (var at = 0; at < MostDaysWalked; at++)
            {
                if (at == _walked.Count)
                {
                    if (_walked[^1].Assessment.NextChangeOn is not { } next || next > _asOf)
                    {
                        return null;
                    }

                    _walked.Add(new Rows(_rules.Assess(_bound, next)));
                }

                if (_walked[at].Says(row) == later)
                {
                    return _walked[at].Assessment.AsOf;
                }
            }

            return null;
        }
    }
}

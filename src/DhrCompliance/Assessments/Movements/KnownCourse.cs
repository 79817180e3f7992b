using System.Collections.Immutable;
using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Cases;

namespace DhrCompliance.Assessments.Movements;

/// <summary>
/// The way of a case from then to now in the order in which it came to be known: the days until something was recorded, what that was,
/// the days after it. What was recorded in time never came to be overdue on the way.
/// </summary>
internal sealed class KnownCourse
{
    private readonly ImmutableArray<Leg> _legs;

    private KnownCourse(ImmutableArray<Leg> legs) => _legs = legs;

    /// <param name="rules">The rules.</param>
    /// <param name="known">What was known on the first day, then at the end of each day on which that changed.</param>
    /// <param name="end">The last day, and what is known now.</param>
    public static KnownCourse Of(CompiledRulebook rules, ImmutableArray<(DateOnly Day, CaseFile File)> known, (DateOnly Day, CaseFile File) end)
    {
        var legs = ImmutableArray.CreateBuilder<Leg>(known.Length);
        for (var at = 0; at < known.Length; at++)
        {
            legs.Add(new Leg(rules, known[at], at + 1 < known.Length ? known[at + 1] : end));
        }

        return new KnownCourse(legs.MoveToImmutable());
    }

    /// <summary>What moved a row, one thing after the other.</summary>
    public ImmutableArray<Cause> Causes(ChangedRow row) => [.. _legs.SelectMany(leg => leg.Causes(row))];

    /// <summary>The days from one to another with what was known on the first, and then what was recorded by the end of the second.</summary>
    private sealed class Leg
    {
        private readonly CompiledRulebook _rules;
        private readonly DateOnly _until;
        private readonly CaseFile _file;
        private readonly SaidRows _start;
        private readonly SaidRows _later;
        private readonly SaidRows _now;
        private readonly DayWalk _walk;
        private readonly ImmutableArray<RecordChange> _recorded;

        public Leg(CompiledRulebook rules, (DateOnly Day, CaseFile File) from, (DateOnly Day, CaseFile File) to)
        {
            var bound = rules.Bind(from.File);
            (_rules, _until, _file) = (rules, to.Day, to.File);
            _start = new SaidRows(rules.Assess(bound, from.Day));
            _later = new SaidRows(rules.Assess(bound, to.Day));
            _now = new SaidRows(rules.Assess(rules.Bind(to.File), to.Day));
            _walk = new DayWalk(rules, bound, _start, to.Day);
            _recorded = RecordChanges.Between(from.File, to.File, rules.Rulebook.Vocabulary);
        }

        public IEnumerable<Cause> Causes(ChangedRow row)
        {
            if (_start.Says(row) != _later.Says(row))
            {
                yield return new Cause(CauseKind.Day, _walk.DayOf(row, _later.Says(row)) is { } day
                    ? English.Sentence($"{DateWords.Day(day)} came: {SaidRows.Said(_later.Says(row))}")
                    : "The days that came.");
            }

            if (_later.Says(row) == _now.Says(row))
            {
                yield break;
            }

            var parts = _recorded.Where(change => new SaidRows(_rules.Assess(_rules.Bind(change.Undo(_file)), _until)).Says(row) != _now.Says(row)).ToList();
            foreach (var change in parts.Count > 0 ? parts : [.. _recorded])
            {
                yield return new Cause(CauseKind.Record, change.Text, change.Row);
            }
        }
    }
}

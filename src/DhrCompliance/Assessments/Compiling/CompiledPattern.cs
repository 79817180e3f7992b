using System.Collections.Immutable;
using DhrCompliance.Assessments.Binding;

namespace DhrCompliance.Assessments.Compiling;

/// <summary>A pattern over events with its event and attributes by slot.</summary>
internal sealed class CompiledPattern(EventShape kind, ImmutableArray<CompiledAttributeTest> where, CompiledPattern? after, CompiledPattern? since = null)
{
    public EventShape Kind { get; } = kind;

    public ImmutableArray<CompiledAttributeTest> Where { get; } = where;

    public CompiledPattern? After { get; } = after;

    /// <summary>What no event that matches may be followed by. Asked of a moment, and so not by <see cref="Match"/>.</summary>
    public CompiledPattern? Since { get; } = since;

    /// <summary>Whether an event of <see cref="Kind"/> matches; an attribute that is not recorded makes it uncertain.</summary>
    public Answer Match(BoundEvent happened, BoundCase file)
    {
        var answer = Answer.Yes;
        foreach (var test in Where)
        {
            var value = happened.Attributes[test.Attribute];
            if (value is null)
            {
                answer = Answer.CannotTell;
            }
            else if (!test.Holds(value))
            {
                return Answer.No;
            }
        }

        if (After is not null)
        {
            var after = IsAfterOne(happened, file);
            answer = after < answer ? after : answer;
        }

        return answer;
    }

    /// <summary>Whether an event that carries only <paramref name="with"/> certainly matches.</summary>
    public bool IsMetBy(ImmutableArray<KeyValuePair<int, string>> with)
    {
        foreach (var test in Where)
        {
            var found = false;
            foreach (var (attribute, value) in with)
            {
                found |= attribute == test.Attribute && test.OneOf.Contains(value);
            }

            if (!found)
            {
                return false;
            }
        }

        return After is null;
    }

    private static bool LedTo(BoundEvent happened, BoundEvent later)
    {
        foreach (var implication in happened.Kind.ImpliedBy)
        {
            foreach (var by in implication.By)
            {
                if (by.Kind == later.Kind)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private Answer IsAfterOne(BoundEvent happened, BoundCase file)
    {
        var answer = Answer.No;
        foreach (var earlier in file.Of(After!.Kind))
        {
            var match = After.Match(earlier, file);
            if (match == Answer.No || earlier.Earliest > happened.Latest || ReferenceEquals(earlier, happened)
                || (earlier.Item >= 0 && happened.Item >= 0 && earlier.Item != happened.Item))
            {
                continue;
            }

            // What itself led to the other came before it, though on the same day.
            if (match == Answer.Yes && (earlier.Latest < happened.Earliest || (earlier.Latest == happened.Earliest && !LedTo(happened, earlier))))
            {
                return Answer.Yes;
            }

            answer = Answer.CannotTell;
        }

        // One that is not recorded may have come before it while no register was kept.
        return answer == Answer.No && file.Unrecorded(After.Kind, DateOnly.MinValue, Before(happened)) is not null ? Answer.CannotTell : answer;
    }

    private static DateOnly Before(BoundEvent happened) => happened.Latest == DateOnly.MinValue ? happened.Latest : happened.Latest.AddDays(-1);
}

/// <summary>The attribute at a place has one of the values; where it holds several choices, at least one of them.</summary>
internal readonly record struct CompiledAttributeTest(int Attribute, ImmutableArray<string> OneOf, bool HoldsSeveral)
{
    public bool Holds(string value)
    {
        if (!HoldsSeveral)
        {
            return OneOf.Contains(value);
        }

        foreach (var one in value.Split(';', StringSplitOptions.TrimEntries))
        {
            if (OneOf.Contains(one))
            {
                return true;
            }
        }

        return false;
    }
}

using System.Collections.Immutable;
using DhrCompliance.Assessments.Binding;

namespace DhrCompliance.Assessments.Compiling;

/// <summary>A pattern over events with its event and attributes by slot.</summary>
internal sealed class CompiledPattern(EventShape kind, ImmutableArray<CompiledAttributeTest> where, CompiledPattern? after)
{
    public EventShape Kind { get; } = kind;

    public ImmutableArray<CompiledAttributeTest> Where { get; } = where;

    public CompiledPattern? After { get; } = after;

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

    private Answer IsAfterOne(BoundEvent happened, BoundCase file)
    {
        var answer = Answer.No;
        foreach (var earlier in file.Of(After!.Kind))
        {
            var match = After.Match(earlier, file);
            if (match == Answer.No || earlier.Earliest > happened.Latest || ReferenceEquals(earlier, happened))
            {
                continue;
            }

            if (match == Answer.Yes && earlier.Latest <= happened.Earliest)
            {
                return Answer.Yes;
            }

            answer = Answer.CannotTell;
        }

        return answer;
    }
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

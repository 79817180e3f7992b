using DhrCompliance.Assessments.Binding;

namespace DhrCompliance.Assessments.Compiling;

/// <summary>Which of the events of a kind an item belongs to: the first, the second and so on, as a fact of it counts them.</summary>
/// <param name="Fact">The slot of the fact.</param>
/// <param name="Name">The fact's word.</param>
/// <param name="Kind">The kind of event that it counts.</param>
internal sealed record CompiledRound(int Fact, string Name, EventShape Kind)
{
    /// <summary>The round of an item; null: not recorded, or no number that counts.</summary>
    public int? Of(BoundCase file, int item) =>
        file.Items[item].Facts[Fact] is { Text: not null, Number: >= 1 and <= 1000 } value && value.Number == decimal.Truncate(value.Number) ? (int)value.Number : null;

    /// <summary>The event of an item's round.</summary>
    /// <param name="file">The case.</param>
    /// <param name="item">The item.</param>
    /// <param name="sure">True: it is certainly the one event answered with. False: any of them may be it, or one that is not recorded.</param>
    public List<BoundEvent> Events(BoundCase file, int item, out bool sure)
    {
        sure = false;
        if (Of(file, item) is not { } round)
        {
            return [.. file.Of(Kind)];
        }

        // One from before the register was kept would make each that is recorded a later one.
        var mayBeMore = file.Unrecorded(Kind, DateOnly.MinValue, DateOnly.MaxValue) is not null;
        var found = new List<BoundEvent>();
        foreach (var happened in file.Of(Kind))
        {
            var (certainlyBefore, maybeBefore) = (0, 0);
            foreach (var other in file.Of(Kind))
            {
                if (!ReferenceEquals(other, happened))
                {
                    certainlyBefore += other.Latest < happened.Earliest ? 1 : 0;
                    maybeBefore += other.Earliest <= happened.Latest ? 1 : 0;
                }
            }

            if (certainlyBefore < round && (maybeBefore >= round - 1 || mayBeMore))
            {
                found.Add(happened);
            }
        }

        sure = found.Count == 1 && !mayBeMore;
        return found;
    }

    /// <summary>Whether the item's round has come by the moment: what is asked for in a later one is not there yet.</summary>
    public Answer HasCome(in Scope scope)
    {
        var events = Events(scope.File, scope.Item, out var sure);
        if (sure)
        {
            var on = events[0].On(scope.AsOf);
            return on.Latest <= scope.Earliest ? Answer.Yes : on.Earliest > scope.Latest ? Answer.No : Answer.CannotTell;
        }

        return events.Count == 0 && scope.File.Unrecorded(Kind, DateOnly.MinValue, scope.Latest) is null ? Answer.No : Answer.CannotTell;
    }
}

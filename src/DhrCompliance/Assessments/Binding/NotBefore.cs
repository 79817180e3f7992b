using DhrCompliance.Assessments.Compiling;

namespace DhrCompliance.Assessments.Binding;

/// <summary>For each kind of event, the first day on which one that is not recorded could have happened, from what cannot have come after it.</summary>
internal static class NotBefore
{
    public static DateOnly[] Of(Slots slots, BoundEvent[][] events)
    {
        var days = new DateOnly[slots.Events.Length];
        var floor = slots.Beginning is { } beginning && events[beginning.Slot] is [var only] ? only.Earliest : DateOnly.MinValue;
        Array.Fill(days, floor);

        // From the earliest kinds to the latest: each bounds those that imply it.
        for (var i = slots.LaterFirst.Length - 1; i >= 0; i--)
        {
            foreach (var implication in slots.LaterFirst[i].ImpliedBy)
            {
                // Where rounds go in step, the first that is recorded need not be the first.
                var earliest = implication.Each ? days[implication.Kind.Slot] : Earliest(implication, events[implication.Kind.Slot], days[implication.Kind.Slot]);
                foreach (var by in implication.By)
                {
                    if (by.Where.IsEmpty && earliest > days[by.Kind.Slot])
                    {
                        days[by.Kind.Slot] = earliest;
                    }
                }
            }
        }

        return days;
    }

    private static DateOnly Earliest(CompiledImplication implication, BoundEvent[] recorded, DateOnly unrecorded)
    {
        var earliest = DateOnly.MaxValue;
        var certain = false;
        foreach (var happened in recorded)
        {
            var carries = Carries(happened, implication);
            certain |= carries == Answer.Yes;
            earliest = carries != Answer.No && happened.Earliest < earliest ? happened.Earliest : earliest;
        }

        // One that may be another than the one meant bounds nothing by itself.
        return certain || earliest < unrecorded ? earliest : unrecorded;
    }

    private static Answer Carries(BoundEvent happened, CompiledImplication implication)
    {
        var answer = Answer.Yes;
        foreach (var (attribute, value) in implication.With)
        {
            if (happened.Attributes[attribute] is not { } known)
            {
                answer = Answer.CannotTell;
            }
            else if (known != value)
            {
                return Answer.No;
            }
        }

        return answer;
    }
}

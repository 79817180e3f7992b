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
                var earliest = Earliest(implication, events[implication.Kind.Slot], days[implication.Kind.Slot]);
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
        DateOnly? earliest = null;
        foreach (var happened in recorded)
        {
            var compatible = true;
            foreach (var (attribute, value) in implication.With)
            {
                compatible &= happened.Attributes[attribute] is not { } known || known == value;
            }

            if (compatible && (earliest is null || happened.Earliest < earliest))
            {
                earliest = happened.Earliest;
            }
        }

        return earliest ?? unrecorded;
    }
}

using DhrCompliance.Assessments.Compiling;

namespace DhrCompliance.Assessments.Binding;

/// <summary>
/// What cannot have happened before what: supplies events that are not recorded, and narrows dates that are not known
/// to the day. A day that is recorded is never moved; where two contradict, both stand.
/// </summary>
internal sealed class Implications(Slots slots, List<BoundEvent>[] events, int itemCount, List<Contradiction> contradictions)
{
    public void Apply()
    {
        var beginning = slots.Beginning is { } kind && events[kind.Slot] is [var only] ? only : null;
        if (beginning is not null)
        {
            NothingBefore(beginning);
        }

        foreach (var later in slots.LaterFirst)
        {
            foreach (var implication in later.ImpliedBy)
            {
                ForEachItem(implication, SupplyAndBoundLatest);
            }
        }

        for (var i = slots.LaterFirst.Length - 1; i >= 0; i--)
        {
            foreach (var implication in slots.LaterFirst[i].ImpliedBy)
            {
                ForEachItem(implication, BoundEarliest);
            }
        }

        if (beginning is not null)
        {
            NothingBefore(beginning);
        }
    }

    private void ForEachItem(CompiledImplication implication, Action<CompiledImplication, int> act)
    {
        if (implication.Kind.ItemKind < 0)
        {
            act(implication, -1);
            return;
        }

        for (var item = 0; item < itemCount; item++)
        {
            act(implication, item);
        }
    }

    private void NothingBefore(BoundEvent beginning)
    {
        foreach (var happened in events.SelectMany(kind => kind))
        {
            if (ReferenceEquals(happened, beginning))
            {
                continue;
            }

            RaiseEarliest(happened, beginning);
            LowerLatest(beginning, happened);
        }
    }

    private void SupplyAndBoundLatest(CompiledImplication implication, int item)
    {
        if (implication.Each)
        {
            InStep.Supply(implication, events);
            return;
        }

        BoundEvent? first = null;
        foreach (var by in Implying(implication, item))
        {
            if (first is null || Sooner(by, first))
            {
                first = by;
            }
        }

        if (first is null)
        {
            return;
        }

        var candidates = Compatible(implication, item);
        if (candidates.Count == 0)
        {
            var attributes = new string?[implication.Kind.AttributeCount];
            foreach (var (attribute, value) in implication.With)
            {
                attributes[attribute] = value;
            }

            events[implication.Kind.Slot].Add(new BoundEvent(implication.Kind, attributes, item) { Because = first, Latest = first.Latest, Cap = first.Cap });
        }
        else if (candidates.Count == 1)
        {
            LowerLatest(candidates[0], first);
        }
    }

    private void BoundEarliest(CompiledImplication implication, int item)
    {
        if (implication.Each)
        {
            return;
        }

        BoundEvent? earliest = null;
        foreach (var candidate in Compatible(implication, item))
        {
            if (earliest is null || candidate.Earliest < earliest.Earliest)
            {
                earliest = candidate;
            }
        }

        if (earliest is null)
        {
            return;
        }

        foreach (var by in Implying(implication, item))
        {
            RaiseEarliest(by, earliest);
        }
    }

    /// <summary>Recorded events that the implication may mean, or those it supplied.</summary>
    private List<BoundEvent> Compatible(CompiledImplication implication, int item)
    {
        var found = new List<BoundEvent>();
        foreach (var candidate in events[implication.Kind.Slot])
        {
            var compatible = candidate.Item == item;
            foreach (var (attribute, value) in implication.With)
            {
                compatible &= candidate.Attributes[attribute] is { } known ? known == value : candidate.Recorded is not null;
            }

            // An implied event that carries more is another one: a decision that was told need not be the decision to review.
            compatible &= candidate.Recorded is not null || candidate.Attributes.Count(value => value is not null) == implication.With.Length;
            if (compatible)
            {
                found.Add(candidate);
            }
        }

        return found;
    }

    private List<BoundEvent> Implying(CompiledImplication implication, int item)
    {
        var found = new List<BoundEvent>();
        foreach (var pattern in implication.By)
        {
            foreach (var by in events[pattern.Kind.Slot])
            {
                if ((item < 0 || by.Item == item) && PatternHolds(pattern, by))
                {
                    found.Add(by);
                }
            }
        }

        return found;
    }

    public static bool PatternHolds(CompiledPattern pattern, BoundEvent by)
    {
        foreach (var test in pattern.Where)
        {
            if (by.Attributes[test.Attribute] is not { } value || !test.Holds(value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Sooner(BoundEvent one, BoundEvent other) =>
        one.Latest != other.Latest ? one.Latest < other.Latest
        : one.Cap != other.Cap ? one.Cap < other.Cap
        : one.Recorded is not null && other.Recorded is null;

    private void LowerLatest(BoundEvent earlier, BoundEvent later)
    {
        if (later.Latest < earlier.Earliest)
        {
            Contradict(later, earlier);
        }
        else if (!earlier.IsDay && later.Latest < earlier.Latest)
        {
            earlier.Latest = later.Latest;
            earlier.Because ??= later;
        }
        else if (earlier.Latest == DateOnly.MaxValue && later.Cap < earlier.Cap && later.Latest == DateOnly.MaxValue)
        {
            earlier.Cap = later.Cap;
        }
    }

    private void RaiseEarliest(BoundEvent later, BoundEvent earlier)
    {
        if (earlier.Earliest > later.Latest)
        {
            Contradict(later, earlier);
        }
        else if (!later.IsDay && earlier.Earliest > later.Earliest)
        {
            later.Earliest = earlier.Earliest;
        }
    }

    private void Contradict(BoundEvent later, BoundEvent earlier)
    {
        var found = new Contradiction(later, earlier);
        if (later.Recorded is not null && earlier.Recorded is not null && !contradictions.Contains(found))
        {
            contradictions.Add(found);
        }
    }
}

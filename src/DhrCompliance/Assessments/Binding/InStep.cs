using DhrCompliance.Assessments.Compiling;

namespace DhrCompliance.Assessments.Binding;

/// <summary>Events that repeat in step (a submission before each outcome of the panel): each later one implies an earlier one after the previous later one.</summary>
internal static class InStep
{
    public static void Supply(CompiledImplication implication, List<BoundEvent>[] events)
    {
        var later = implication.By
            .SelectMany(pattern => events[pattern.Kind.Slot].Where(happened => Implications.PatternHolds(pattern, happened)))
            .OrderBy(happened => happened.Earliest).ThenBy(happened => happened.Latest).ToList();
        var open = events[implication.Kind.Slot].OrderBy(happened => happened.Earliest).ThenBy(happened => happened.Latest).ToList();
        BoundEvent? previous = null;
        foreach (var by in later)
        {
            var after = previous?.Earliest ?? DateOnly.MinValue;
            var recorded = open.Find(candidate => candidate.Latest >= after && candidate.Earliest <= by.Latest);
            if (recorded is not null)
            {
                open.Remove(recorded);
            }
            else if (previous is null || previous.Latest <= by.Earliest)
            {
                // Where the order of two rounds is not certain, only the first is implied for certain.
                events[implication.Kind.Slot].Add(new BoundEvent(implication.Kind, new string?[implication.Kind.AttributeCount], -1)
                {
                    Because = by,
                    Earliest = after,
                    Latest = by.Latest,
                    Cap = by.Cap,
                });
            }

            previous = by;
        }
    }
}

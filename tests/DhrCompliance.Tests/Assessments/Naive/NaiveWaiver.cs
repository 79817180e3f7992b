using DhrCompliance.Assessments;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Tests.Assessments.Naive;

/// <summary>
/// A waiver counts only where it is recorded: what is not recorded, and in loaded history a fact that is missing or an
/// event that is not there, waives nothing.
/// </summary>
internal static class NaiveWaiver
{
    public static Answer Ask(Small small, World world, Condition? waivedBy, string? item)
    {
        if (waivedBy is null)
        {
            return Answer.No;
        }

        var known = world with { Events = [.. world.Events.Where(happened => happened.Origin != Origin.Supposed)] };
        if (small.File.KeptSince <= small.AsOf)
        {
            return new NaiveConditions(small, known, small.AsOf).Ask(waivedBy, item);
        }

        return new NaiveConditions(small, known, small.AsOf, recordedOnly: true).Ask(waivedBy, item) == Answer.Yes ? Answer.Yes : Answer.No;
    }
}

using DhrCompliance.Assessments;
using DhrCompliance.Rulebooks;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Tests.Assessments.Naive;

/// <summary>
/// What one instance of a check comes to in one world; a state of null: the contract does not say. Waived: whatever it
/// comes to, a ground that waives it is certain.
/// </summary>
internal sealed record CheckOutcome(CheckState? State, bool HasMoment, bool IsWaived = false);

/// <summary>A check in a world where nothing is open.</summary>
internal sealed class NaiveCheck(Small small, Check rule, World world)
{
    public IReadOnlyDictionary<string, CheckOutcome> Outcomes() => rule.ForEach switch
    {
        null => new Dictionary<string, CheckOutcome> { ["once"] = Judge(null, null) },
        ForEachItem each => small.File.Items.Where(item => item.Kind == each.ItemKind).ToDictionary(item => item.Id, item => Judge(null, item.Id)),
        _ => world.Events
            .Where(happened => happened.Origin == Origin.Recorded && happened.Is(((ForEachEvent)rule.ForEach).Event))
            .ToDictionary(happened => happened.Id, happened => Judge(happened, null)),
    };

    private CheckOutcome Judge(WorldEvent? instance, string? item)
    {
        var outcome = rule.SignedBy is { } signed ? Sign(signed) : rule.Order.IsEmpty ? Require(instance, item) : Order(item);
        var now = new NaiveConditions(small, world, small.AsOf);
        var applies = now.Ask(rule.AppliesWhen, item);
        if (applies != Answer.Yes)
        {
            return outcome with { State = applies == Answer.No ? CheckState.NotApplicable : null };
        }

        // Only what fails is waived.
        var waived = NaiveWaiver.Ask(small, world, rule.WaivedBy, item);
        outcome = outcome with { IsWaived = waived == Answer.Yes };
        if (waived == Answer.No || outcome.State is CheckState.Holds or CheckState.NotYet)
        {
            return outcome;
        }

        return outcome with { State = waived == Answer.Yes ? CheckState.Waived : CheckState.CannotTell };
    }

    private CheckOutcome Sign(EventPattern signed) =>
        First(signed, null, null) is null ? new CheckOutcome(CheckState.NotYet, false) : new CheckOutcome(CheckState.Holds, true);

    private CheckOutcome Order(string? item)
    {
        var first = rule.Order.Select(pattern => First(pattern, item, null)).ToList();
        for (var next = 1; next < first.Count; next++)
        {
            if (first[next] is not { } after)
            {
                continue;
            }

            // What comes after the register is kept says that what should have come first did not.
            var mayBeSupposed = small.File.KeptSince is not { } kept || after.Day < kept;
            var before = First(rule.Order[next - 1], item, mayBeSupposed ? null : Origin.Supposed);
            if (before is null || before.Day > after.Day)
            {
                return new CheckOutcome(CheckState.Fails, true);
            }
        }

        return first[^1] is null ? new CheckOutcome(CheckState.NotYet, false) : new CheckOutcome(CheckState.Holds, true);
    }

    private CheckOutcome Require(WorldEvent? instance, string? item)
    {
        var moment = rule.At is { } at ? First(at, item, null)?.Day : instance?.Day ?? small.AsOf;
        if (moment is not { } day || day > small.AsOf)
        {
            return new CheckOutcome(CheckState.NotYet, false);
        }

        return new NaiveConditions(small, world, day).Ask(rule.Require, item) switch
        {
            Answer.Yes => new CheckOutcome(CheckState.Holds, true),
            Answer.No => new CheckOutcome(CheckState.Fails, true),
            _ => new CheckOutcome(CheckState.CannotTell, true),
        };
    }

    private WorldEvent? First(EventPattern pattern, string? item, Origin? except)
    {
        var owner = small.Kind(pattern.Event).Of is null ? null : item;
        return world.Events.FirstOrDefault(happened =>
            happened.Day <= small.AsOf && happened.Item == owner && happened.Origin != except && happened.Is(pattern));
    }
}

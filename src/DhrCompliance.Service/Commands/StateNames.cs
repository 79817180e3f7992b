using DhrCompliance.Assessments;
using DhrCompliance.Service.Intake.Cells;
using DhrCompliance.Service.Post;

namespace DhrCompliance.Service.Commands;

/// <summary>The words of states and answers that a person may ask for.</summary>
internal static class StateNames
{
    private static readonly string[] All =
    [
        .. Enum.GetValues<TimescaleState>().Select(Words.Of)
            .Concat(Enum.GetValues<CheckState>().Select(Words.Of))
            .Concat(Enum.GetValues<Answer>().Select(Words.Of))
            .Distinct(),
    ];

    /// <summary>Those that a row of an audit can be in.</summary>
    public static IReadOnlyList<string> OfRows => All;

    private static readonly string[] Deliveries =
        [DeliveryState.Planned, DeliveryState.Held, DeliveryState.Reserved, DeliveryState.Accepted, DeliveryState.Failed, DeliveryState.Unknown, DeliveryState.Discarded];

    /// <summary>Throws <see cref="UsageException"/> where no row of an audit can be in a state of this name. Null: none was named.</summary>
    public static void Require(string? name) => Require(name, All);

    /// <summary>As the other, of a delivery.</summary>
    public static void RequireOfDelivery(string? name) => Require(name, Deliveries);

    private static void Require(string? name, string[] known)
    {
        if (name is not null && !known.Contains(name, StringComparer.Ordinal))
        {
            throw new UsageException($"There is no state '{name}'{(Nearest.Of(name, known) is { } near ? $"; did you mean '{near}'?" : $"; the states are: {string.Join(", ", known)}.")}");
        }
    }
}

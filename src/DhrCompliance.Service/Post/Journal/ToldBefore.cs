namespace DhrCompliance.Service.Post.Journal;

/// <summary>What is recorded of a delivery that the journal has.</summary>
internal static class ToldBefore
{
    /// <param name="at">When it was told last.</param>
    public static Outcome Outcome(DateTimeOffset at) =>
        new(DeliveryState.Accepted, FormattableString.Invariant($"not sent: told before, by the journal, at {at:yyyy-MM-dd HH:mm} UTC"));
}

namespace DhrCompliance.Service.Ledger.Reading;

/// <summary>Up to which witnessed moment versions count.</summary>
internal static class Moments
{
    /// <summary>After every moment that the register can hold.</summary>
    private const string Now = "9999-12-31T23:59:59.999Z";

    public static string Until(DateTimeOffset? knownAt) => knownAt is { } moment ? Instants.Write(moment) : Now;
}

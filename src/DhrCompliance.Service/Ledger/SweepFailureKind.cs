namespace DhrCompliance.Service.Ledger;

/// <summary>What keeps a sweep from finishing.</summary>
public static class SweepFailureKind
{
    /// <summary>The rule files cannot be used.</summary>
    public const string Rules = "rules";

    /// <summary>The clock shows a day before the last sweep's.</summary>
    public const string Clock = "clock";

    /// <summary>The register cannot be read or written.</summary>
    public const string Ledger = "ledger";

    /// <summary>A fault of the program.</summary>
    public const string Fault = "fault";
}

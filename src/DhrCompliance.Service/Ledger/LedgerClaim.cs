namespace DhrCompliance.Service.Ledger;

/// <summary>What one process at a time may do with a register.</summary>
public enum LedgerClaim
{
    /// <summary>To be the service that runs unattended.</summary>
    Serve,

    /// <summary>To send what waits in the outbox.</summary>
    Post,
}

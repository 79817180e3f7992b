namespace DhrCompliance.Service.Ledger;

/// <summary>The register cannot be used as asked. The message says what to do now.</summary>
public sealed class LedgerException : Exception
{
    public LedgerException(LedgerFault fault, string path, string message, Exception? inner = null)
        : base(message, inner)
    {
        Fault = fault;
        Path = path;
    }

    public LedgerFault Fault { get; }

    public string Path { get; }
}

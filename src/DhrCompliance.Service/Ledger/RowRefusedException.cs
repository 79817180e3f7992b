namespace DhrCompliance.Service.Ledger;

/// <summary>The register refused one row by its own constraints. Nothing of the row was written; the rest of the act stands.</summary>
public sealed class RowRefusedException : Exception
{
    public RowRefusedException(string table, string key, string because, Exception? inner = null)
        : base($"{table} '{key}': the register refused the row: {because}", inner)
    {
        Table = table;
        Key = key;
        Because = because;
    }

    /// <summary>The input table.</summary>
    public string Table { get; }

    /// <summary>The key of the row.</summary>
    public string Key { get; }

    /// <summary>The constraint, in words.</summary>
    public string Because { get; }
}

namespace DhrCompliance.Service.Ledger;

/// <summary>
/// A value in the register, written by another system, that cannot be read. Its row is taken as far as it can be: a date
/// counts as not known, so that no lateness comes of it. To be told as a failure of its subject.
/// </summary>
public sealed record UnreadableRow
{
    /// <summary>The case or partnership whose file it belongs to.</summary>
    public required string Reference { get; init; }

    public required string Table { get; init; }

    public required long Row { get; init; }

    /// <summary>The row's key.</summary>
    public required string Key { get; init; }

    public required string Column { get; init; }

    public required string Value { get; init; }

    public required string Expected { get; init; }

    public override string ToString() =>
        FormattableString.Invariant($"{Table} row {Row} ('{Key}'), column {Column}: '{Value}' cannot be read: expected {Expected}; insert a corrected version");
}

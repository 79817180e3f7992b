namespace DhrCompliance.Service.Ledger;

/// <summary>Why a register cannot be used.</summary>
public enum LedgerFault
{
    /// <summary>There is no such file.</summary>
    Missing,

    /// <summary>The file is not a SQLite database, or not one of this service.</summary>
    NotADatabase,

    /// <summary>The file or its folder cannot be written.</summary>
    ReadOnly,

    /// <summary>It was last written by an earlier version; it must be migrated first.</summary>
    OlderVersion,

    /// <summary>It was last written by a later version.</summary>
    NewerVersion,

    /// <summary>Another program holds it.</summary>
    Locked,

    /// <summary>Its contents are damaged.</summary>
    Damaged,

    /// <summary>The disk is full, or answers with an error.</summary>
    Disk,

    /// <summary>Its file, or one of the two beside it, was deleted, moved or replaced while it was in use.</summary>
    Replaced,

    /// <summary>A script that was applied to it differs from the one this program carries.</summary>
    ScriptChanged,
}

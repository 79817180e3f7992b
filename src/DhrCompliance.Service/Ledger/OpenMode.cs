namespace DhrCompliance.Service.Ledger;

/// <summary>What a register is opened for.</summary>
public enum OpenMode
{
    /// <summary>To read. Never creates or migrates: an older one is refused.</summary>
    ReadOnly,

    /// <summary>To write. An older one is migrated after a backup; a missing one is refused.</summary>
    Write,

    /// <summary>As <see cref="Write"/>, and a missing one is created.</summary>
    Create,
}

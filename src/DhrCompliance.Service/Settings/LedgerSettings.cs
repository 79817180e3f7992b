namespace DhrCompliance.Service.Settings;

/// <summary>Where the register is.</summary>
public sealed class LedgerSettings
{
    /// <summary>The SQLite file; relative to the settings file.</summary>
    public string Path { get; init; } = "data/register.db";

    internal IEnumerable<SettingFault> Faults()
    {
        if (string.IsNullOrWhiteSpace(Path))
        {
            yield return new SettingFault("Ledger:Path", Path, "the path of a SQLite file, such as data/register.db");
        }
        else if (Path.Contains("://", StringComparison.Ordinal))
        {
            yield return new SettingFault("Ledger:Path", Path, "the path of a SQLite file; other databases are not supported yet");
        }
    }
}

namespace DhrCompliance.Service.Settings;

/// <summary>Where people without a terminal hand in what is to be imported.</summary>
public sealed class IntakeSettings
{
    /// <summary>The folder that <c>serve</c> looks into every minute; relative to the settings file; null: there is none.</summary>
    public string? Folder { get; init; }

    internal IEnumerable<SettingFault> Faults()
    {
        if (Folder is not null && string.IsNullOrWhiteSpace(Folder))
        {
            yield return new SettingFault("Intake:Folder", Folder, "a folder; leave the setting out where none is wanted");
        }
    }
}

namespace DhrCompliance.Service.Settings;

/// <summary>Where the rule files are.</summary>
public sealed class RulesSettings
{
    /// <summary>The folder; relative to the settings file.</summary>
    public string Folder { get; init; } = "rules";

    internal IEnumerable<SettingFault> Faults()
    {
        if (string.IsNullOrWhiteSpace(Folder))
        {
            yield return new SettingFault("Rules:Folder", Folder, "the folder that holds vocabulary.yaml and the packs");
        }
    }
}

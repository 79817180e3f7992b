namespace DhrCompliance.Service.Settings;

/// <summary>Where pages for people are written.</summary>
public sealed class ReportsSettings
{
    /// <summary>The folder in which <c>serve</c> keeps a site for each partnership; null: none. It is to be the service's own: what else lies in a partnership's folder there goes.</summary>
    public string? SiteFolder { get; init; }

    internal IEnumerable<SettingFault> Faults()
    {
        if (SiteFolder is not null && string.IsNullOrWhiteSpace(SiteFolder))
        {
            yield return new SettingFault("Reports:SiteFolder", SiteFolder, "a folder; leave the setting out where no site is wanted");
        }
    }
}

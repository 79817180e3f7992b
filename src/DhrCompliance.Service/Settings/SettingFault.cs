namespace DhrCompliance.Service.Settings;

/// <summary>A setting that cannot be used: which, what it is, what was expected.</summary>
public sealed record SettingFault(string Key, string? Value, string Expected)
{
    /// <inheritdoc/>
    public override string ToString() => Value is null
        ? $"setting {Key}: {Expected}"
        : $"setting {Key} is '{Value}': expected {Expected}";
}

/// <summary>The settings cannot be used; every fault at once.</summary>
public sealed class SettingsException(IReadOnlyList<SettingFault> faults)
    : Exception(string.Join(Environment.NewLine, faults))
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<SettingFault> Faults { get; } = faults;
}

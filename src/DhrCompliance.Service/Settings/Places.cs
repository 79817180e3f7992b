namespace DhrCompliance.Service.Settings;

/// <summary>Where a path is looked for, in order: option, environment, settings file, working folder, beside the executable.</summary>
internal sealed class Places(Located? file, Surroundings surroundings)
{
    public const string BesideTheExecutable = "beside the executable";

    /// <summary>A file or folder that need not exist yet.</summary>
    public Located Find(string? option, string optionName, string variable, string setting)
    {
        if (option is not null)
        {
            return new Located(Path.GetFullPath(option, surroundings.WorkingFolder), optionName);
        }

        if (surroundings.Environment.TryGetValue($"DHR_{variable}", out var value))
        {
            return new Located(Path.GetFullPath(value, surroundings.WorkingFolder), $"DHR_{variable}");
        }

        // The file beside the executable is a default of ours: what it names belongs to the working folder.
        return file is null || file.How == BesideTheExecutable
            ? new Located(Path.GetFullPath(setting, surroundings.WorkingFolder), "working folder")
            : new Located(Path.GetFullPath(setting, Path.GetDirectoryName(file.Path)!), $"settings file ({file.How})");
    }

    /// <summary>A folder that must exist to be of use: the one beside the executable serves where there is no other.</summary>
    public Located FindFolder(string? option, string optionName, string variable, string setting)
    {
        var found = Find(option, optionName, variable, setting);
        var beside = Path.GetFullPath(setting, surroundings.ProgramFolder);
        var isNamed = option is not null || surroundings.Environment.ContainsKey($"DHR_{variable}");
        return isNamed || Directory.Exists(found.Path) || !Directory.Exists(beside)
            ? found
            : new Located(beside, BesideTheExecutable);
    }
}

namespace DhrCompliance.Service.Settings;

/// <summary>All settings of one run, checked, with where each path was found.</summary>
/// <param name="File">The settings file; null when there is none.</param>
/// <param name="Ledger">The register's file.</param>
/// <param name="Rules">The folder of rule files.</param>
/// <param name="Pickup">The folder that mails are written to.</param>
/// <param name="Post">How mails leave.</param>
/// <param name="Serve">How the service that runs unattended behaves.</param>
public sealed record ServiceSettings(Located? File, Located Ledger, Located Rules, Located Pickup, PostSettings Post, ServeSettings Serve)
{
    internal const string RulesOption = "--rules";

    /// <summary>The address that mails come from.</summary>
    public string From => Post.From;

    /// <summary>How a change of the rules takes force.</summary>
    public RulesSettings Adopting { get; init; } = new();

    /// <summary>The folder for changes of those without a terminal; it need not exist.</summary>
    public Located Proposals { get; init; } = new("", "");

    /// <summary>Where pages about changes of the rules folder are written.</summary>
    public Located Pages { get; init; } = new("", "");

    /// <summary>The folder in which each partnership has its site; null: none is kept.</summary>
    public Located? Site { get; init; }

    /// <summary>The folder that people without a terminal put files into; null: there is none.</summary>
    public Located? Intake { get; init; }

    /// <summary>The file that remembers what was sent, where the settings name one.</summary>
    public Located? NamedJournal { get; init; }

    /// <summary>The file that remembers what was sent: the one that is named, else beside the register.</summary>
    public string Journal => NamedJournal?.Path ?? System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Ledger.Path) ?? "", "outbox.journal");

    /// <summary>True: the rules were named for this one command, and are meant whether or not they are in force.</summary>
    public bool AreRulesNamed => Rules.How == RulesOption;

    /// <summary>True: there is no other folder of rules than the one that ships with the program.</summary>
    public bool AreRulesShipped => Rules.How == Places.BesideTheExecutable;
}

/// <summary>A path, and how it was found: by which option, variable or place.</summary>
public sealed record Located(string Path, string How);

/// <summary>What a command line says of settings; null: nothing.</summary>
public sealed record SettingOptions(string? Config = null, string? Ledger = null, string? Rules = null);

/// <summary>What surrounds the program and settings may come from: the environment and the folders that are looked in.</summary>
/// <param name="Environment">Environment variables.</param>
/// <param name="WorkingFolder">Where the program was started.</param>
/// <param name="ProgramFolder">Where the program lies.</param>
public sealed record Surroundings(IReadOnlyDictionary<string, string> Environment, string WorkingFolder, string ProgramFolder)
{
    /// <summary>Where secrets are mounted, each as a file; it need not exist.</summary>
    public string SecretsFolder { get; init; } = "/run/secrets";
}

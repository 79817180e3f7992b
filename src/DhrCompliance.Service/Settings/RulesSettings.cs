namespace DhrCompliance.Service.Settings;

/// <summary>Where the rule files are, and how a change of them takes force.</summary>
public sealed class RulesSettings
{
    /// <summary>A change waits until a person other than its proposer adopts it.</summary>
    public const string SecondPerson = "second-person";

    /// <summary>A change is in force once it is without mistakes and its scenarios are as expected.</summary>
    public const string OnCheck = "on-check";

    /// <summary>The folder; relative to the settings file.</summary>
    public string Folder { get; init; } = "rules";

    /// <summary><see cref="SecondPerson"/> or <see cref="OnCheck"/>.</summary>
    public string Adoption { get; init; } = SecondPerson;

    /// <summary>The mail address of the person who decides about rules; null: the operator is told in their place.</summary>
    public string? PolicyLead { get; init; }

    /// <summary>A folder for those without a terminal, looked at where it exists; relative to the settings file.</summary>
    public string Proposals { get; init; } = "proposals";

    /// <summary>Where the pages are written that say what a change of the rules folder does; relative to the settings file.</summary>
    public string Pages { get; init; } = "data/rule-pages";

    internal IEnumerable<SettingFault> Faults()
    {
        if (string.IsNullOrWhiteSpace(Folder))
        {
            yield return new SettingFault("Rules:Folder", Folder, "the folder that holds vocabulary.yaml and the packs");
        }

        if (Adoption is not (SecondPerson or OnCheck))
        {
            yield return new SettingFault("Rules:Adoption", Adoption, "second-person or on-check");
        }

        if (PolicyLead is not null && !PostSettings.IsAddress(PolicyLead))
        {
            yield return new SettingFault("Rules:PolicyLead", PolicyLead, "one mail address, or nothing");
        }

        if (string.IsNullOrWhiteSpace(Proposals))
        {
            yield return new SettingFault("Rules:Proposals", Proposals, "the folder that changed rule files are put into; it need not exist");
        }

        if (string.IsNullOrWhiteSpace(Pages))
        {
            yield return new SettingFault("Rules:Pages", Pages, "the folder that pages about changed rules are written to");
        }
    }
}

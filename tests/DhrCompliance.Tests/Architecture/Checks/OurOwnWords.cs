namespace DhrCompliance.Tests.Architecture.Checks;

/// <summary>Words that the engine or the commands have of their own and that a rule file happens to use as a name too.</summary>
internal static class OurOwnWords
{
    public static IReadOnlyDictionary<string, string> WithReasons { get; } = new Dictionary<string, string>
    {
        ["agency"] = "a column of the contacts in the import format",
        ["due"] = "a key of the audit and a column of its table: the due date of any rule",
        ["started"] = "a key of the audit: when the clock of any rule started",
        ["operator"] = "in a path's undeliverable the person who runs the service, as owner is whose duty it is: an address of the settings, never of a contact",
        ["round"] = "a key of a limit in a rule file: what a month ends on where its day does not exist",
    };
}

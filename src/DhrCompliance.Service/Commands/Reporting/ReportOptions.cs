using System.CommandLine;

namespace DhrCompliance.Service.Commands.Reporting;

/// <summary>The options that the pages share.</summary>
internal sealed class ReportOptions
{
    public Option<string?> AsOf { get; } = Shared.AsOf();

    public Option<string?> KnownAt { get; } = new("--known-at") { Description = "Only what the register had witnessed by then: a day, to its end in London, or an instant", HelpName = "T" };

    public Option<string?> Output { get; } = new("--out") { Description = "Write to this file", HelpName = "FILE" };

    /// <summary>Optional for pages that can be about all partnerships.</summary>
    public Option<string?> Partnership { get; } = new("--partnership") { Description = "Only this partnership's reviews, joint ones too", HelpName = "ID" };

    /// <summary>For pages that have an edition for other boards.</summary>
    public Option<bool> ShareSafe { get; } = new("--share-safe") { Description = "The edition for other boards: of a death only the month, and nothing to work the day out from" };

    /// <summary>For lists, which programs read as well.</summary>
    public Option<string> Format { get; } = Forms(new("--format") { Description = "html, csv, json or xlsx; without it, as the ending of --out says, or else html", DefaultValueFactory = _ => Formats[0], HelpName = "FORMAT" });

    /// <summary>For reports of several tables, of which CSV has one.</summary>
    public Option<string?> Table { get; } = new("--table") { HelpName = "ID" };

    public static IReadOnlyList<string> Formats { get; } = ["html", "csv", "json", TableForms.Sheet];

    /// <summary>Adds them to a command.</summary>
    public Command On(Command command, bool withPartnership = true, bool withShareSafe = false, bool withForms = false)
    {
        if (withForms)
        {
            command.Options.Add(Format);
        }

        if (withPartnership)
        {
            command.Options.Add(Partnership);
        }

        if (withShareSafe)
        {
            command.Options.Add(ShareSafe);
        }

        command.Options.Add(AsOf);
        command.Options.Add(KnownAt);
        command.Options.Add(Output);
        return command;
    }

    /// <summary>As the other, for a report of several tables: those that are there under any vocabulary, the first being what most people want.</summary>
    public Command On(Command command, ReportTables tables, bool withPartnership = true, bool withShareSafe = false)
    {
        Table.Description = $"With --format csv, one of {string.Join(", ", tables.All)}; without it, {tables.Fixed[0]}";
        Table.CompletionSources.Add([.. tables.Fixed]);
        On(command, withPartnership, withShareSafe, withForms: true);
        command.Options.Add(Table);
        return command;
    }

    private static Option<string> Forms(Option<string> format)
    {
        format.AcceptOnlyFromAmong([.. Formats]);
        return format;
    }
}

using System.CommandLine;

namespace DhrCompliance.Service.Commands.Audits;

/// <summary>What <c>dhr audit</c> can be asked.</summary>
internal sealed class AuditOptions
{
    private static readonly string[] Formats = ["table", "list", "json", "csv", "html", TableForms.Sheet];

    public AuditOptions()
    {
        Format.AcceptOnlyFromAmong(Formats);

        // Only offered: a word that is none of them is refused with the one that may be meant.
        State.CompletionSources.Add([.. StateNames.OfRows]);
    }

    public Option<string?> AsOf { get; } = Shared.AsOf();

    public Option<string[]> Cases { get; } = new("--case") { Description = "Only these cases", HelpName = "REF", AllowMultipleArgumentsPerToken = true };

    public Option<string?> Partnership { get; } = new("--partnership") { Description = "Only this partnership's cases, joint ones too", HelpName = "ID" };

    public Option<string?> Rule { get; } = new("--rule") { Description = "Only this rule: its id, or pack/id", HelpName = "RULE" };

    public Option<string?> State { get; } = new("--state") { Description = "Only rows in this state, such as overdue or cannot-tell", HelpName = "STATE" };

    public Knowledge Knowledge { get; } = new();

    public Option<string?> Rulebook { get; } = new("--rulebook") { Description = "Assess with a rulebook that the register keeps: its hash, or the beginning of it", HelpName = "HASH" };

    public Option<string?> Draft { get; } = new("--with-draft") { Description = "Assess this draft beside the law in force, and show what differs (table or json; exit code 1 when anything does)", HelpName = "PACK" };

    public Option<string?> ChangedSince { get; } = new("--changed-since") { Description = "Only what moved since the end of this day, and why", HelpName = "DAY" };

    public Option<string?> Pack { get; } = new("--pack") { Description = "Write an evidence pack: the audit with everything it rests on, to be checked without the register", HelpName = "FILE.zip" };

    public Option<bool> WithNotes { get; } = new("--with-notes") { Description = "In the pack, also what persons wrote in their own words" };

    public Option<string?> VerifyPack { get; } = new("--verify-pack") { Description = "Check an evidence pack and assess it again, from itself alone", HelpName = "FILE.zip" };

    public Option<bool> Schema { get; } = new("--schema") { Description = "Print the JSON Schema of the audit's JSON, and do nothing else" };

    public Option<string> Format { get; } = new("--format") { Description = "table, list, json, csv, html or xlsx; without it, as the ending of --out says, or else table", DefaultValueFactory = _ => "table", HelpName = "FORMAT" };

    public Option<bool> All { get; } = new("--all") { Description = "In the table, the page and the workbook also what has not begun or does not apply (list, csv and json always have it)" };

    public Option<string?> Out { get; } = new("--out") { Description = "Write to this file", HelpName = "FILE" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { AsOf, Cases, Partnership, Rule, State, Knowledge.KnownAt, Knowledge.Claimed, Rulebook, Draft, ChangedSince, Pack, WithNotes, VerifyPack, Schema, Format, All, Out })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>In what form, and where to.</summary>
    public Output OutputOf(ParseResult parsed) =>
        new(TableForms.Of(parsed, Format, parsed.GetValue(Out), Formats), parsed.GetValue(Out), parsed.GetValue(All) || parsed.GetValue(State) is not null);

    /// <summary>The form, the file (null: the output), and whether rows of which nothing is asked are shown.</summary>
    internal sealed record Output(string Format, string? Path, bool IsAll);
}

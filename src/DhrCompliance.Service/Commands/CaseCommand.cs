using System.CommandLine;
using DhrCompliance.Service.Intake.Recording;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr case open</c>: a new case in the register.</summary>
internal static class CaseCommand
{
    public static Command Create(Invocation invocation, Shared shared)
    {
        var reference = new Argument<string>("REF") { Description = "The new case's reference: never a name" };
        var partnership = new Option<string>("--partnership") { Description = "The partnership that commissions the review", Required = true, HelpName = "ID" };
        var keptSince = new Option<string?>("--kept-since") { Description = "The day from which its register is kept (default: its partnership's)", HelpName = "DAY" };
        var facts = new Option<string[]>("--fact") { Description = "A fact, name=value; may be given several times", HelpName = "k=v" };
        var open = new Command("open", """
            Opens a case. The partnership must be in the register already.

            Examples:
              dhr case open BEX-2026-01 --partnership bexley
              dhr case open BEX-2026-01 --partnership bexley --kept-since 2026-01-05
            """)
        {
            reference, partnership, keptSince, facts,
        };
        open.SetAction(parsed => Recorded.One(
            shared.Settings(parsed, invocation), shared.Act(parsed, invocation, "case open"), OpenMode.Create, invocation,
            (existing, words) => CaseEntry.Open(
                parsed.GetValue(reference)!, parsed.GetValue(partnership)!, parsed.GetValue(keptSince), parsed.GetValue(facts) ?? [], existing, words)));
        return new Command("case", "Cases: open one.") { open };
    }
}

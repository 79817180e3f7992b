using System.CommandLine;
using DhrCompliance.Service.Intake.Recording;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr item add</c>: one more of what a review has several of.</summary>
internal static class ItemCommand
{
    public static Command Create(Invocation invocation, Shared shared)
    {
        var reference = new Argument<string>("CASE") { Description = "The case reference" };
        var kind = new Argument<string>("KIND") { Description = "The item kind, a word of the vocabulary such as action" };
        var id = new Option<string?>("--id") { Description = "An id of its own (default: it gets one)", HelpName = "ID" };
        var facts = new Option<string[]>("--fact") { Description = "A fact, name=value; may be given several times", HelpName = "k=v" };
        var add = new Command("add", """
            Adds an item to a case. Each item kind of the rules is a command of its own, too: 'dhr action add BEX-2026-01' is the first example.

            Examples:
              dhr item add BEX-2026-01 action --fact due=2026-09-30
              dhr item add BEX-2026-01 deceased --id BEX-2026-01-D1 --fact age=44
            """)
        {
            reference, kind, id, facts,
        };
        add.SetAction(parsed => Recorded.One(
            shared.Settings(parsed, invocation), shared.Act(parsed, invocation, "item add"), OpenMode.Write, invocation,
            (existing, words) => ItemEntry.Add(
                "item add", parsed.GetValue(reference)!, parsed.GetValue(kind)!, parsed.GetValue(id), parsed.GetValue(facts) ?? [], existing, words)));
        return new Command("item", "What a review has several of: add one.") { add };
    }
}

using System.CommandLine;
using DhrCompliance.Service.Intake.Recording;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr item add</c>: one more of what a review has several of.</summary>
internal static class ItemCommand
{
    public static Command Create(Invocation invocation, Shared shared)
    {
        var reference = new Argument<string>("CASE") { Description = "The case reference" };
        var kind = new Argument<string>("KIND") { Description = "The item kind, a word of the vocabulary such as action" };
        var (id, facts) = Options();
        var add = new Command("add", """
            Adds an item to a case. Each item kind of the rules is a command of its own, too: 'dhr action add BEX-2026-01'.

            Examples:
              dhr item add BEX-2026-01 action --fact due=2026-09-30
              dhr item add BEX-2026-01 deceased --id BEX-2026-01-D1 --fact age=44
            """)
        {
            reference, kind, id, facts,
        };
        add.SetAction(parsed => Record(parsed, shared, invocation, "item add", parsed.GetValue(reference)!, parsed.GetValue(kind)!, (id, facts)));
        return new Command("item", "What a review has several of: add one.") { add };
    }

    /// <summary><c>dhr KIND add</c>.</summary>
    public static Command Of(ItemKind kind, Invocation invocation, Shared shared)
    {
        var reference = new Argument<string>("CASE") { Description = "The case reference" };
        var (id, facts) = Options();
        var add = new Command("add", $"""
            Adds to a case: {kind.Title}.

            Examples:
              dhr {kind.Name} add BEX-2026-01
              dhr {kind.Name} add BEX-2026-01 --id BEX-2026-01-X1
            """)
        {
            reference, id, facts,
        };
        add.SetAction(parsed => Record(parsed, shared, invocation, $"{kind.Name} add", parsed.GetValue(reference)!, kind.Name, (id, facts)));
        return new Command(kind.Name, $"{kind.Title}: add one.") { add };
    }

    private static (Option<string?> Id, Option<string[]> Facts) Options() => (
        new Option<string?>("--id") { Description = "An id of its own (default: it gets one)", HelpName = "ID" },
        new Option<string[]>("--fact") { Description = "A fact, name=value; may be given several times", HelpName = "k=v" });

    private static int Record(
        ParseResult parsed, Shared shared, Invocation invocation, string command, string reference, string kind, (Option<string?> Id, Option<string[]> Facts) options) => Recorded.One(
        shared.Settings(parsed, invocation), shared.Act(parsed, invocation, command), OpenMode.Write, invocation,
        (existing, words) => ItemEntry.Add(command, reference, kind, parsed.GetValue(options.Id), parsed.GetValue(options.Facts) ?? [], existing, words));
}

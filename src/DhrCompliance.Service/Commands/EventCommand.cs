using System.CommandLine;
using DhrCompliance.Service.Intake.Recording;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr event add|correct|withdraw</c>: record what happened. Corrections supersede; nothing is overwritten.</summary>
internal static class EventCommand
{
    public static Command Create(Invocation invocation, Shared shared) => new("event", "Record what happened, correct it, or withdraw it.")
    {
        Add(invocation, shared),
        Correct(invocation, shared),
        Withdraw(invocation, shared),
    };

    private static Command Add(Invocation invocation, Shared shared)
    {
        var reference = new Argument<string>("CASE") { Description = "The case reference, or a partnership's id" };
        var kind = new Argument<string>("EVENT") { Description = "The event's word" };
        var date = new Argument<string>("DATE") { Description = "A day, a month (2013-07), a year, 'by 2016', or 'unknown'" };
        var (attributes, item, reason) = Options();
        var command = new Command("add", """
            Records an event and says what it changed.

            Examples:
              dhr event add BEX-2026-01 decision 2026-03-03 --attr outcome=review
              dhr event add BEX-2026-01 completed 2026-09-30 --item BEX-2026-01-action-3
            """)
        {
            reference, kind, date, attributes, item, reason,
        };
        command.SetAction(parsed => Recorded.One(
            shared.Settings(parsed, invocation), shared.Act(parsed, invocation, "event add"), OpenMode.Write, invocation,
            (_, words) => EventEntry.Add(
                parsed.GetValue(reference)!, parsed.GetValue(kind)!, parsed.GetValue(date)!, parsed.GetValue(attributes) ?? [], parsed.GetValue(item), parsed.GetValue(reason), words)));
        return command;
    }

    private static Command Correct(Invocation invocation, Shared shared)
    {
        var id = new Argument<string>("ID") { Description = "The event's id, as export and audit show it" };
        var date = new Option<string?>("--date") { Description = "The date as it should be", HelpName = "DATE" };
        var (attributes, item, reason) = Options();
        reason.Required = true;
        var command = new Command("correct", """
            Records what an event should have said. The earlier version is kept.

            Examples:
              dhr event correct BEX-2026-01-E3 --date 2026-03-04 --reason "the minutes say the 4th"
            """)
        {
            id, date, attributes, item, reason,
        };
        command.SetAction(parsed => Recorded.One(
            shared.Settings(parsed, invocation), shared.Act(parsed, invocation, "event correct"), OpenMode.Write, invocation,
            (existing, words) => EventEntry.Correct(
                parsed.GetValue(id)!, parsed.GetValue(date), parsed.GetValue(attributes) ?? [], parsed.GetValue(item), parsed.GetValue(reason), existing, words)));
        return command;
    }

    private static Command Withdraw(Invocation invocation, Shared shared)
    {
        var id = new Argument<string>("ID") { Description = "The event's id" };
        var (_, _, reason) = Options();
        reason.Required = true;
        var command = new Command("withdraw", """
            Records that an event did not happen after all. The earlier version is kept.

            Examples:
              dhr event withdraw BEX-2026-01-E3 --reason "entered on the wrong case"
            """)
        {
            id, reason,
        };
        command.SetAction(parsed => Recorded.One(
            shared.Settings(parsed, invocation), shared.Act(parsed, invocation, "event withdraw"), OpenMode.Write, invocation,
            (existing, _) => EventEntry.Withdraw(parsed.GetValue(id)!, parsed.GetValue(reason), existing)));
        return command;
    }

    private static (Option<string[]> Attributes, Option<string?> Item, Option<string?> Reason) Options() => (
        new Option<string[]>("--attr") { Description = "An attribute, name=value; may be given several times", HelpName = "k=v" },
        new Option<string?>("--item") { Description = "The id of the item it happened to", HelpName = "ID" },
        new Option<string?>("--reason") { Description = "Why, kept beside it", HelpName = "TEXT" });
}

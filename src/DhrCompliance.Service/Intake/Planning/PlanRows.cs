using System.Collections.Immutable;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Intake.Planning;

/// <summary>The rows that a plan appends, each with its id.</summary>
internal static class PlanRows
{
    /// <summary>All of them, in the order in which they are written. Rows that bring their own id come before those that get one, so that none is given twice.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="newEventId">Gives an id to a new event of a case or partnership.</param>
    /// <param name="newItemId">Gives an id to a new item of a case and kind.</param>
    public static RegisterRows Rows(this ImportPlan plan, Func<string, string> newEventId, Func<string, string, string> newItemId) => new()
    {
        Partnerships = [.. plan.Partnerships.Select(planned => planned.Row)],
        Protocols = [.. plan.Protocols.Select(planned => planned.Row)],
        Cases = [.. plan.Cases.Select(planned => planned.Row)],
        CasePartnerships = [.. plan.CasePartnerships.Select(planned => planned.Row)],
        Contacts = [.. plan.Contacts.Select(planned => planned.Row)],
        Items = [.. plan.NumberedItems(newItemId).Select(planned => planned.Row)],
        Events = [.. plan.NumberedEvents(newEventId).Select(planned => planned.Row)],
    };

    public static ImmutableArray<Planned<EventRow>> NumberedEvents(this ImportPlan plan, Func<string, string> newEventId) =>
    [
        .. plan.Events.Where(planned => planned.Row.Id.Length > 0),
        .. plan.Events.Where(planned => planned.Row.Id.Length == 0).Select(planned => newEventId(planned.Row.Reference) is var id
            ? new Planned<EventRow>(planned.Row with { Id = id }, planned.Change with { Id = id })
            : planned),
    ];

    public static ImmutableArray<Planned<ItemRow>> NumberedItems(this ImportPlan plan, Func<string, string, string> newItemId) =>
    [
        .. plan.Items.Where(planned => planned.Row.Id.Length > 0),
        .. plan.Items.Where(planned => planned.Row.Id.Length == 0).Select(planned => newItemId(planned.Row.Reference, planned.Row.Kind) is var id
            ? new Planned<ItemRow>(planned.Row with { Id = id }, planned.Change with { Id = id })
            : planned),
    ];
}

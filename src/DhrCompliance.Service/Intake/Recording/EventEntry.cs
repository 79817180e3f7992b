using DhrCompliance.Service.Intake.Cells;
using DhrCompliance.Service.Intake.Columns;
using DhrCompliance.Service.Intake.Sheets;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Intake.Recording;

/// <summary>What <c>dhr event add</c>, <c>correct</c> and <c>withdraw</c> record. Each gives a row to plan.</summary>
internal static class EventEntry
{
    private const string Attribute = "attr";

    /// <summary>Something happened, or is planned.</summary>
    /// <param name="reference">The case, or the partnership.</param>
    /// <param name="kind">The event's word.</param>
    /// <param name="date">When; <c>unknown</c> where nobody knows.</param>
    /// <param name="attributes">As typed: <c>name=value</c>.</param>
    /// <param name="item">The item it happened to, if any.</param>
    /// <param name="note">Anything to be kept beside it, if anything.</param>
    /// <param name="words">The words.</param>
    public static IncomingRegister Add(
        string reference, string kind, string date, IEnumerable<string> attributes, string? item, string? note, KnownWords words)
    {
        var entry = new Entry("event add", TableName.Events)
            .With(TableColumns.Id, null)
            .With(TableColumns.Reference, reference)
            .With(TableColumns.Event, kind)
            .With(TableColumns.Date, date)
            .With(TableColumns.Item, item)
            .With(TableColumns.Note, note);
        if (string.IsNullOrWhiteSpace(date))
        {
            entry.Wrong(TableColumns.Date, date, $"a date, or '{CellText.Unknown}' where it is not known");
        }

        return entry.WithPairs(Attribute, attributes, words).Done();
    }

    /// <summary>An event was recorded wrongly: what is given replaces what was, the rest stays.</summary>
    public static IncomingRegister Correct(
        string id, string? date, IEnumerable<string> attributes, string? item, string? reason, RegisterRows existing, KnownWords words)
    {
        var entry = Known("event correct", id, existing).With(TableColumns.Date, date).With(TableColumns.Item, item).Because(reason);
        return entry.WithPairs(Attribute, attributes, words).Done();
    }

    /// <summary>An event did not happen after all.</summary>
    public static IncomingRegister Withdraw(string id, string? reason, RegisterRows existing) =>
        Known("event withdraw", id, existing).With(TableColumns.Withdrawn, "yes").Because(reason).Done();

    private static Entry Known(string command, string id, RegisterRows existing)
    {
        var entry = new Entry(command, TableName.Events)
            .With(TableColumns.Id, id)
            .With(TableColumns.Reference, null)
            .With(TableColumns.Event, null);
        var old = existing.Events.FirstOrDefault(row => row.Id == id);
        return old switch
        {
            null => entry.Wrong(TableColumns.Id, id, "the id of an event that is recorded" + Nearest.Hint(id, existing.Events.Select(row => row.Id))),
            { Withdrawn: true } => entry.Wrong(TableColumns.Id, id, "an event that is not withdrawn; add it anew if it happened after all"),
            _ => entry,
        };
    }
}

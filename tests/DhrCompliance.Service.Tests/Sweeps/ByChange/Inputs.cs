using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Tests.Sweeps.ByChange;

/// <summary>A row that reaches the register.</summary>
internal sealed record Input(string Subject, string Said, Action<LedgerWriter> Append);

/// <summary>What reaches a register, by the day on which it does.</summary>
internal sealed class Inputs(DateOnly first, int days)
{
    private readonly SortedDictionary<DateOnly, List<Input>> _byDay = [];

    public DateOnly First => first;

    public int Days => days;

    public DateOnly Last => first.AddDays(days - 1);

    public IReadOnlyList<Input> On(DateOnly day) => _byDay.TryGetValue(day, out var inputs) ? inputs : [];

    public IEnumerable<string> Of(string subject, DateOnly until) =>
        _byDay.TakeWhile(day => day.Key <= until).SelectMany(day => day.Value.Where(input => input.Subject == subject).Select(input => $"{day.Key:yyyy-MM-dd} {input.Said}"));

    public void Add(DateOnly day, PartnershipRow row) =>
        Add(day, row.Id, $"partnership {row.Jurisdiction}, kept since {row.KeptSince}", writer => writer.Append(row));

    public void Add(DateOnly day, ProtocolRow row) =>
        Add(day, row.Partnership, $"protocol {row.Pack} from {row.From} until {row.Until}", writer => writer.Append(row));

    public void Add(DateOnly day, ContactRow row) => Add(
        day, row.Case ?? row.Partnership ?? string.Empty, $"contact {row.Role} {row.Agency} {row.Email} from {row.From} until {row.Until}", writer => writer.Append(row));

    public void Add(DateOnly day, CaseRow row) =>
        Add(day, row.Reference, $"case of {row.Partnership}, kept since {row.KeptSince}, {Text(row.Facts)}", writer => writer.Append(row));

    public void Add(DateOnly day, CasePartnershipRow row) =>
        Add(day, row.Reference, $"{row.Partnership} has the part {row.Part}", writer => writer.Append(row));

    public void Add(DateOnly day, ItemRow row) => Add(day, row.Reference, $"item {row.Id} {row.Kind} {Text(row.Facts)}", writer => writer.Append(row));

    public void Add(DateOnly day, EventRow row) => Add(
        day, row.Reference, $"event {row.Id} {row.Item} {row.Event} '{row.Date}'{(row.Withdrawn ? " withdrawn" : "")} {Text(row.Attributes)}", writer => writer.Append(row));

    /// <summary>What came before the first day is there on it; what comes after the last is never known.</summary>
    private void Add(DateOnly day, string subject, string said, Action<LedgerWriter> append)
    {
        if (day > Last)
        {
            return;
        }

        var on = day < first ? first : day;
        if (!_byDay.TryGetValue(on, out var inputs))
        {
            _byDay.Add(on, inputs = []);
        }

        inputs.Add(new Input(subject, said, append));
    }

    private static string Text(IEnumerable<KeyValuePair<string, string>> values) =>
        string.Join(' ', values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}={value.Value}"));
}

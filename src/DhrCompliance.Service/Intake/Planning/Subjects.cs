using DhrCompliance.Service.Intake.Cells;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Intake.Planning;

/// <summary>What rows may refer to: the register's partnerships, cases and items, and those of the import whose own rows are right.</summary>
internal sealed class Subjects
{
    private const int MostHints = 200;

    private readonly HashSet<string> _partnerships;
    private readonly Dictionary<string, string> _cases;
    private readonly Dictionary<string, (string Reference, string Kind)> _items;
    private readonly Dictionary<string, string> _spellings;
    private readonly Dictionary<string, string> _refused = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _hints = new(StringComparer.Ordinal);

    public Subjects(RegisterRows existing)
    {
        _partnerships = [.. existing.Partnerships.Select(row => row.Id)];
        _cases = existing.Cases.ToDictionary(row => row.Reference, row => row.Partnership, StringComparer.Ordinal);
        _items = existing.Items.ToDictionary(row => row.Id, row => (row.Reference, row.Kind), StringComparer.Ordinal);
        _spellings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in _partnerships.Concat(_cases.Keys))
        {
            _spellings.TryAdd(name, name);
        }
    }

    public bool IsPartnership(string? id) => id is not null && _partnerships.Contains(id);

    public bool IsCase(string? reference) => reference is not null && _cases.ContainsKey(reference);

    /// <summary>The partnership that commissioned a case.</summary>
    public string? PartnershipOf(string reference) => _cases.GetValueOrDefault(reference);

    /// <summary>The case and the kind of an item, or null where there is no such item.</summary>
    public (string Reference, string Kind)? Item(string id) => _items.TryGetValue(id, out var item) ? item : null;

    public void AddPartnership(string id)
    {
        _partnerships.Add(id);
        _spellings.TryAdd(id, id);
    }

    public void AddCase(string reference, string partnership)
    {
        _cases[reference] = partnership;
        _spellings.TryAdd(reference, reference);
    }

    public void AddItem(string id, string reference, string kind) => _items[id] = (reference, kind);

    /// <summary>Keeps in mind that a row would have made this known, had it been right.</summary>
    public void Refuse(string? name, string place)
    {
        if (name is not null)
        {
            _refused.TryAdd(name, place);
        }
    }

    /// <summary>Whether it is this row that would have made a name known, had it been right: with a mapping one row is that of a case and of its events.</summary>
    public bool IsRefusedBy(string name, string place) => _refused.GetValueOrDefault(name) == place;

    /// <summary>A known name that differs from this in capitals alone; two of them nobody could tell apart, nor could some file systems.</summary>
    public string? OtherSpelling(string name) => _spellings.GetValueOrDefault(name) is { } known && known != name ? known : null;

    public string ExpectedPartnership(string id) => $"a partnership that is known{Why(id, _partnerships)}";

    public string ExpectedCase(string reference) => $"a case that is known{Why(reference, _cases.Keys)}";

    public string ExpectedSubject(string reference) => $"a case or partnership that is known{Why(reference, _cases.Keys.Concat(_partnerships))}";

    public string ExpectedItem(string id, string reference) =>
        $"an item of {reference}{Why(id, _items.Where(item => item.Value.Reference == reference).Select(item => item.Key))}";

    private string Why(string name, IEnumerable<string> known)
    {
        if (_refused.TryGetValue(name, out var place))
        {
            return $"; {place} would make it known, and is not right itself";
        }

        if (!_hints.TryGetValue(name, out var hint) && _hints.Count < MostHints)
        {
            _hints[name] = hint = Nearest.Hint(name, known);
        }

        return hint ?? "";
    }
}

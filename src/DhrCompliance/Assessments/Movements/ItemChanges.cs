using DhrCompliance.Assessments.Explaining;
using DhrCompliance.Cases;

namespace DhrCompliance.Assessments.Movements;

/// <summary>Items that are new, gone, or of which something else is said.</summary>
internal static class ItemChanges
{
    public static IEnumerable<RecordChange> Of(CaseFile before, CaseFile now, Titles titles)
    {
        var old = before.Items.ToDictionary(item => item.Id, StringComparer.Ordinal);
        foreach (var item in now.Items)
        {
            if (!old.Remove(item.Id, out var was))
            {
                yield return new RecordChange(item.Id, $"{item.Id} was added: {titles.Who(item.Kind)}.") { Undo = file => Without(file, item.Id) };
            }
            else if (FactChanges.Names(was.Facts, item.Facts).ToList() is { Count: > 0 } names)
            {
                yield return new RecordChange(item.Id, $"{item.Id} ({titles.Who(item.Kind)}): {English.List([.. names.Select(name => Said(name, was, item))])}.")
                {
                    Undo = file => file with { Items = [.. file.Items.Select(one => one.Id == was.Id ? was : one)] },
                };
            }
        }

        foreach (var gone in old.Values.OrderBy(item => item.Id, StringComparer.Ordinal))
        {
            yield return new RecordChange(gone.Id, $"{gone.Id} is not there any more ({titles.Who(gone.Kind)}).") { Undo = file => file with { Items = file.Items.Add(gone) } };
        }
    }

    private static CaseFile Without(CaseFile file, string item) => file with
    {
        Items = [.. file.Items.Where(one => one.Id != item)],
        Events = [.. file.Events.Where(happened => happened.Item != item)],
    };

    private static string Said(string name, CaseItem was, CaseItem item) =>
        $"{English.Plain(name)} is {item.Facts.GetValueOrDefault(name) ?? "no longer said"} (was {was.Facts.GetValueOrDefault(name) ?? "not said"})";
}

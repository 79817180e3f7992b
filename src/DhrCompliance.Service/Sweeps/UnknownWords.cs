using DhrCompliance.Cases;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Service.Sweeps;

/// <summary>
/// What a register says in words that the vocabulary does not have: written by another system, or before the vocabulary was
/// changed. It counts for nothing in an assessment, so it is told.
/// </summary>
public sealed class UnknownWords(Vocabulary vocabulary)
{
    private readonly HashSet<string> _events = [.. vocabulary.Events.Select(kind => kind.Name)];
    private readonly HashSet<string> _items = [.. vocabulary.Items.Select(kind => kind.Name)];

    /// <summary>A sentence for each row of the case that is of an unknown kind.</summary>
    public IEnumerable<string> Of(CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        foreach (var recorded in file.Events)
        {
            if (!_events.Contains(recorded.Event))
            {
                yield return $"event '{recorded.Id}' is of the kind '{recorded.Event}', which the vocabulary does not have: it counts for nothing; withdraw it, or record it by another word";
            }
        }

        foreach (var item in file.Items)
        {
            if (!_items.Contains(item.Kind))
            {
                yield return $"item '{item.Id}' is of the kind '{item.Kind}', which the vocabulary does not have: it counts for nothing; add one of another kind";
            }
        }
    }
}

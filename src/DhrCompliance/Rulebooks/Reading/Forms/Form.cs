using System.Collections.Immutable;

namespace DhrCompliance.Rulebooks.Reading.Forms;

/// <summary>
/// A mapping of the language with the keys it may have. Readers ask for these keys and for no other, and what a file has beyond
/// them is refused; the schema for editors is made from the same forms, so that the two know the same keys.
/// </summary>
internal sealed class Form
{
    private readonly Dictionary<string, Key> _byName;

    /// <param name="id">Its name within the schema.</param>
    /// <param name="title">What it is, as a heading.</param>
    /// <param name="keys">Its keys, in the order in which they are listed to people.</param>
    public Form(string id, string title, params IEnumerable<Key> keys)
    {
        Id = id;
        Title = title;
        Keys = [.. keys];
        _byName = Keys.ToDictionary(key => key.Name, StringComparer.Ordinal);
    }

    public string Id { get; }

    public string Title { get; }

    public ImmutableArray<Key> Keys { get; }

    /// <summary>What its keys ask of one another.</summary>
    public ImmutableArray<Bond> Bonds { get; init; } = [];

    /// <summary>Keys that the writer chooses; null where there are none but the form's own.</summary>
    public OtherKeys? Others { get; init; }

    public IEnumerable<string> Names => Keys.Select(key => key.Name);

    public Key? Find(string name) => _byName.GetValueOrDefault(name);
}

/// <summary>A key: what may stand at it, and what it says, in words for whoever writes rules.</summary>
/// <param name="Name">The key.</param>
/// <param name="Value">What may stand there.</param>
/// <param name="Says">Shown by an editor that is pointed at it, and where it is missing.</param>
/// <param name="IsNeeded">Whether the mapping is incomplete without it, whatever else stands there.</param>
internal sealed record Key(string Name, Shape Value, string Says, bool IsNeeded = false)
{
    public static Key Needed(string name, Shape value, string says) => new(name, value, says, true);

    public static Key May(string name, Shape value, string says) => new(name, value, says);
}

/// <summary>Keys that the form does not have itself.</summary>
/// <param name="Words">The words that such a key is one of.</param>
/// <param name="Value">What may stand there.</param>
/// <param name="Says">As of a <see cref="Key"/>; null where the word itself is explained.</param>
internal sealed record OtherKeys(WordList Words, Shape Value, string? Says = null);

/// <summary>What keys of a mapping ask of one another. The readers say it in words of their own; here it stands for the schema.</summary>
internal abstract record Bond
{
    private protected Bond()
    {
    }
}

/// <summary>One of them is there, or several.</summary>
internal sealed record AtLeastOne(params ImmutableArray<string> Of) : Bond;

/// <summary>No two of them stand together.</summary>
internal sealed record NotTogether(params ImmutableArray<string> Of) : Bond;

/// <summary>The key is not there without one of the others.</summary>
internal sealed record Needs(string Key, params ImmutableArray<string> Of) : Bond;

/// <summary>The key is not there alone.</summary>
internal sealed record NotAlone(string Key) : Bond;

/// <summary>There is some key.</summary>
internal sealed record NotEmpty : Bond;

/// <summary>The key must be there unless the other says this; or is not there at all, where it need not be said.</summary>
internal sealed record NeededUnless(string Key, string Other, string Says, bool IsSaid = false) : Bond;

/// <summary>The key must be there where the other says one of these, and only there.</summary>
internal sealed record OnlyWhere(string Key, string Other, params ImmutableArray<string> Says) : Bond;

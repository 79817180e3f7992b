namespace DhrCompliance.Diaries;

/// <summary>A day to note in somebody's calendar.</summary>
public sealed record DiaryEntry
{
    /// <summary>What it is about, always the same parts for the same thing, so that a date that moves moves in the calendar, too. Never a title or a date.</summary>
    public required DiaryKey Key { get; init; }

    /// <summary>The day; the whole of it.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>One line.</summary>
    public required string Title { get; init; }

    /// <summary>Further lines; empty: none.</summary>
    public string Text { get; init; } = "";

    /// <summary>What kind of day it is, in a word or two.</summary>
    public string Category { get; init; } = "";

    /// <summary>True: the day is not certain yet.</summary>
    public bool IsTentative { get; init; }
}

/// <summary>What an entry is about.</summary>
/// <param name="Subject">The case reference, or the partnership's id.</param>
/// <param name="About">A duty, or the word of an event.</param>
/// <param name="Instance"><c>once</c>, or the id of the event or item.</param>
public sealed record DiaryKey(string Subject, string About, string Instance);

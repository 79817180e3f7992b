namespace DhrCompliance.Escalations.Wording;

/// <summary>What one person is told about one instance of a duty: a mail by itself, or a part of one.</summary>
public sealed class Entry
{
    internal Entry(Letter letter, Acknowledging? acknowledging, Notice notice, string title, LetterWords words, DateOnly asOf)
    {
        Letter = letter;
        Acknowledging = acknowledging;
        Gravity = Gravity.Of(notice, asOf);
        Reference = notice.Key.Subject;
        Duty = notice.Key.Duty;
        Instance = notice.Key.Instance;
        Title = title;
        Words = words;
        AsOf = asOf;
        Due = notice is { Kind: NoticeKind.Reminder, Timescale.Due: { IsDay: true } due } ? due.Latest : null;
    }

    /// <summary>How grave it is.</summary>
    public Gravity Gravity { get; }

    /// <summary>The case, or the partnership.</summary>
    public string Reference { get; }

    /// <summary>The duty, as in the notice's key.</summary>
    public string Duty { get; }

    /// <summary>The instance, as in the notice's key.</summary>
    public string Instance { get; }

    /// <summary>The day on which it falls due, where it is told because it does soon and the day is known; otherwise null.</summary>
    public DateOnly? Due { get; }

    internal Letter Letter { get; private set; }

    internal Acknowledging? Acknowledging { get; }

    /// <summary>What the duty may be called in a mail.</summary>
    internal string Title { get; }

    /// <summary>The texts in the names of its edition.</summary>
    internal LetterWords Words { get; }

    internal DateOnly AsOf { get; }

    /// <summary>Whether it has more to say than its headline.</summary>
    internal bool IsBrief => Letter.Facts.IsEmpty;

    /// <summary>As a mail by itself.</summary>
    /// <param name="delivery">The id of the mail, by which it can be acknowledged; null: how is not said.</param>
    public Mail Alone(string? delivery)
    {
        var letter = delivery is null || Acknowledging is null ? Letter
            : Letter with { Body = Letter.Body.Add(Acknowledging.Section(AsOf, delivery)) };
        return new Mail(letter.Subject, TextLetter.Of(letter), HtmlLetter.Of(letter));
    }

    /// <summary>No more than its headline, where there are so many graver ones that it is told in one line.</summary>
    public Entry Shortened()
    {
        var brief = (Entry)MemberwiseClone();
        brief.Letter = Letter with { Lead = string.Empty, Facts = [], Body = [], Closing = [] };
        return brief;
    }
}

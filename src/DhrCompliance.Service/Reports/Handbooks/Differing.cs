namespace DhrCompliance.Service.Reports.Handbooks;

/// <summary>A sentence in three parts: what it has in common with another at its beginning, what is its own, and what it has in common at its end.</summary>
/// <param name="Begin">Alike in both. The three beside each other are the sentence, spaces and all.</param>
/// <param name="Own">Not alike; empty where the other only says more.</param>
/// <param name="End">Alike in both.</param>
internal sealed record Differing(string Begin, string Own, string End)
{
    /// <summary>A sentence beside another, parted between words.</summary>
    public static Differing Of(string sentence, string? other)
    {
        if (other is null)
        {
            return new Differing(string.Empty, sentence, string.Empty);
        }

        string[] own = sentence.Split(' '), others = other.Split(' ');
        var shorter = Math.Min(own.Length, others.Length);
        var begin = Enumerable.Range(0, shorter).TakeWhile(i => own[i] == others[i]).Count();
        var end = Enumerable.Range(1, shorter - begin).TakeWhile(i => own[^i] == others[^i]).Count();
        var middle = string.Join(' ', own[begin..^end]);
        return new Differing(
            string.Join(' ', own[..begin]) + (begin > 0 && (middle.Length > 0 || end > 0) ? " " : string.Empty),
            middle,
            (middle.Length > 0 && end > 0 ? " " : string.Empty) + string.Join(' ', own[^end..]));
    }
}

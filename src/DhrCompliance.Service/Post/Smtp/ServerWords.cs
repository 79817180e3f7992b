namespace DhrCompliance.Service.Post.Smtp;

/// <summary>What the other side said, as one line of bounded length.</summary>
internal static class ServerWords
{
    private const int Longest = 500;

    public static string Line(string text)
    {
        var line = string.Create(text.Length, text, (span, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                span[i] = char.IsControl(source[i]) ? ' ' : source[i];
            }
        }).Trim();
        return line.Length <= Longest ? line : $"{line[..Longest]}…";
    }
}

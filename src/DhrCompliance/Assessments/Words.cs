using System.Text;

namespace DhrCompliance.Assessments;

/// <summary>The words of the contract for enumerated values: <c>CannotTell</c> is written <c>cannot-tell</c>.</summary>
public static class Words
{
    /// <summary>The word of a value, in lower case with hyphens.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Cache<T>.Words.TryGetValue(value, out var word) ? word : Hyphenate(value.ToString());

    private static string Hyphenate(string name)
    {
        var word = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && word.Length > 0)
            {
                word.Append('-');
            }

            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }

    private static class Cache<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> Words =
            Enum.GetValues<T>().ToDictionary(value => value, value => Hyphenate(value.ToString()));
    }
}

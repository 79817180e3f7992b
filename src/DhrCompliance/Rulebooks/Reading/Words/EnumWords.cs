using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;

namespace DhrCompliance.Rulebooks.Reading.Words;

/// <summary>The written form of an enumeration's values: lower case with hyphens. <c>GoodPractice</c> is written <c>good-practice</c>.</summary>
internal static class EnumWords<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> Values =
        Enum.GetValues<T>().ToFrozenDictionary(value => Written(value.ToString()), StringComparer.Ordinal);

    public static ImmutableArray<string> All { get; } = [.. Enum.GetValues<T>().Select(value => Written(value.ToString()))];

    public static string Of(T value) => Written(value.ToString());

    public static bool TryGet(string word, out T value) => Values.TryGetValue(word, out value);

    private static string Written(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('-');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}

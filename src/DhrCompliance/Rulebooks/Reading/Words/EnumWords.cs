using System.Collections.Immutable;
using System.Text;

namespace DhrCompliance.Rulebooks.Reading.Words;

/// <summary>The written form of an enumeration's values: lower case with hyphens. <c>GoodPractice</c> is written <c>good-practice</c>.</summary>
internal static class EnumWords<T>
    where T : struct, Enum
{
    private static readonly T[] Values = Enum.GetValues<T>();

    public static ImmutableArray<string> All { get; } = [.. Enum.GetNames<T>().Select(EnumName.Written)];

    public static string Of(T value) => EnumName.Written(value.ToString());

    public static bool TryGet(string word, out T value)
    {
        var at = All.IndexOf(word);
        value = at >= 0 ? Values[at] : default;
        return at >= 0;
    }
}

/// <summary>A name of the code as rule files write it.</summary>
internal static class EnumName
{
    public static string Written(string name)
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

using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text;
using DhrCompliance.Calendars;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Assessments.Explaining.Changes;

/// <summary>
/// What a part of a rulebook comes to, as one text: two parts have the same shape where nothing but names, titles and the like differs.
/// It is read off the part's own properties, so that whatever a rule file may say one day is compared as well.
/// </summary>
/// <param name="names">Words and ids that are called otherwise now, with what they are called now.</param>
/// <param name="conditions">Conditions by name: they are compared by what they say.</param>
internal sealed class Shape(IReadOnlyDictionary<string, string> names, IReadOnlyDictionary<string, Condition> conditions)
{
    // Lists whose order says nothing.
    private static readonly HashSet<string> Unordered = ["Choices", "EndsWith", "Events", "Jurisdiction", "OneOf", "Parts", "PausedBy", "To", "Undeliverable", "Values"];

    /// <summary>The shape of a part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="without">Properties that are left out wherever they stand.</param>
    public string Of(object? part, params ReadOnlySpan<string> without)
    {
        var text = new StringBuilder();
        Write(text, part, [.. without]);
        return text.ToString();
    }

    private void Write(StringBuilder text, object? part, HashSet<string> without)
    {
        switch (part)
        {
            case null:
                text.Append('-');
                break;
            case string word:
                text.Append('"').Append(names.GetValueOrDefault(word, word).Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
                break;
            case Named named when conditions.TryGetValue(named.Name, out var meant):
                Write(text, meant, without);
                break;
            case ImmutableDictionary<string, string> pairs:
                WriteAll(text, pairs.OrderBy(pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => new[] { pair.Key, pair.Value }), without);
                break;
            case DateInterval date:
                text.Append(date.ToString());
                break;
            case IEnumerable parts:
                WriteAll(text, parts, without);
                break;
            case IFormattable or bool or Enum:
                text.Append(Convert.ToString(part, CultureInfo.InvariantCulture));
                break;
            default:
                WriteProperties(text, part, without);
                break;
        }
    }

    private void WriteAll(StringBuilder text, IEnumerable parts, HashSet<string> without)
    {
        text.Append('[');
        foreach (var part in parts)
        {
            Write(text, part, without);
            text.Append(' ');
        }

        text.Append(']');
    }

    private void WriteProperties(StringBuilder text, object part, HashSet<string> without)
    {
        text.Append(part.GetType().Name).Append('{');
        foreach (var property in part.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(property => property.Name, StringComparer.Ordinal))
        {
            // What is computed from others has no setter.
            if (property.SetMethod is not null && property.GetIndexParameters().Length == 0 && !without.Contains(property.Name))
            {
                text.Append(property.Name).Append('=');
                Write(text, Value(property, part, without), without);
                text.Append(' ');
            }
        }

        text.Append('}');
    }

    private object? Value(PropertyInfo property, object part, HashSet<string> without) => property.GetValue(part) switch
    {
        IEnumerable parts when Unordered.Contains(property.Name) => parts.Cast<object?>().Select(each => Of(each, [.. without])).Order(StringComparer.Ordinal).ToList(),
        var value => value,
    };
}

using System.Collections.Immutable;
using DhrCompliance.Calendars;
using DhrCompliance.Rulebooks.Reading.Forms;
using DhrCompliance.Rulebooks.Reading.Trees;
using DhrCompliance.Rulebooks.Reading.Words;
using DhrCompliance.Vocabularies;

namespace DhrCompliance.Rulebooks.Reading.Grammar;

/// <summary>Nodes to values. Each answers null (or nothing) for a node that is null or wrong; what is wrong is reported.</summary>
internal sealed class Values(DiagnosticList mistakes)
{
    public ScalarNode? Scalar(Node? node, string expected)
    {
        if (node is ScalarNode scalar)
        {
            if (scalar.Value.Trim().Length > 0)
            {
                return scalar;
            }

            mistakes.Error(scalar.Place, Codes.NoValue, $"an empty text stands here; expected {expected}");
            return null;
        }

        WrongShape(node, expected);
        return null;
    }

    /// <summary>A mapping's fields; keys that its form does not have, and those that it lacks, are reported.</summary>
    public Fields? Mapping(Node? node, Form form, string what, string expected)
    {
        if (node is MappingNode mapping)
        {
            return Fields.Open(mapping, form, what, mistakes);
        }

        WrongShape(node, expected);
        return null;
    }

    /// <summary>A list of anything; an empty one is reported.</summary>
    public ImmutableArray<Node> List(Node? node, string expected)
    {
        if (node is SequenceNode list)
        {
            if (list.Items.IsEmpty)
            {
                mistakes.Error(list.Place, Codes.EmptyList, $"the list is empty; expected {expected}");
            }

            return [.. list.Items.Where(item => item is not RefusedNode)];
        }

        WrongShape(node, $"{expected}, each on a line with a dash");
        return [];
    }

    /// <summary>The items of a list, or the one thing that stands in its place.</summary>
    public ImmutableArray<Node> OneOrMore(Node? node, string expected) => node switch
    {
        null or RefusedNode => [],
        SequenceNode => List(node, expected),
        _ => [node],
    };

    /// <summary>One text, or several; one given twice is reported.</summary>
    public ImmutableArray<ScalarNode> Texts(Node? node, string expected)
    {
        var texts = ImmutableArray.CreateBuilder<ScalarNode>();
        foreach (var item in OneOrMore(node, expected))
        {
            if (Scalar(item, expected) is not { } text)
            {
                continue;
            }

            if (texts.Any(earlier => earlier.Value == text.Value))
            {
                mistakes.Error(text.Place, Codes.Repeated, $"{Quote.Of(text.Value)} stands in this list twice");
                continue;
            }

            texts.Add(text);
        }

        return texts.ToImmutable();
    }

    public bool YesNo(Node? node, bool otherwise)
    {
        if (Scalar(node, "yes or no") is not { } text)
        {
            return otherwise;
        }

        if (text.Value is "yes" or "no")
        {
            return text.Value == "yes";
        }

        mistakes.Error(text.Place, Codes.WrongType, $"expected yes or no, found {Quote.Of(text.Value)}");
        return otherwise;
    }

    /// <summary>One of the written forms of an enumeration.</summary>
    public T? Option<T>(Node? node, string noun, params ReadOnlySpan<T> except)
        where T : struct, Enum
    {
        if (Scalar(node, Quote.Article(noun)) is not { } text)
        {
            return null;
        }

        if (EnumWords<T>.TryGet(text.Value, out var value) && !except.Contains(value))
        {
            return value;
        }

        var excluded = except.ToArray();
        Lexicon.ReportUnknown(
            mistakes, Codes.UnknownOption, noun, text, EnumWords<T>.All.Where(word => EnumWords<T>.TryGet(word, out var one) && !excluded.Contains(one)));
        return null;
    }

    /// <summary>The pages that tell of a word.</summary>
    public ImmutableArray<Concern> Concerns(Fields fields) =>
        [.. Texts(fields.Value("concerns"), "what it concerns").Select(text => Option<Concern>(text, "concern")).OfType<Concern>()];

    public Period? Period(Node? node)
    {
        if (Scalar(node, "a period such as 6 months") is not { } text)
        {
            return null;
        }

        if (PeriodText.TryParse(text.Value, out var period, out var expected))
        {
            return period;
        }

        mistakes.Error(text.Place, Codes.WrongPeriod, $"expected {expected}, found {Quote.Of(text.Value)}");
        return null;
    }

    public DateInterval? Date(ScalarNode? text)
    {
        if (text is null)
        {
            return null;
        }

        if (PartialDate.TryParse(text.Value, out var date, out var expected))
        {
            return date;
        }

        mistakes.Error(text.Place, Codes.WrongDate, $"{Quote.Of(text.Value)} is no date; expected {expected}");
        return null;
    }

    public void WrongShape(Node? node, string expected)
    {
        var found = node switch
        {
            MappingNode => "keys with values",
            SequenceNode => "a list",
            ScalarNode scalar => Quote.Of(scalar.Value),
            _ => null,
        };
        if (found is not null)
        {
            mistakes.Error(node!.Place, Codes.WrongShape, $"expected {expected}, found {found}", hint: node is ScalarNode text ? Slips.Hint(text) : null);
        }
    }
}

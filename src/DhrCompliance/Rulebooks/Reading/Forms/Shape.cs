using System.Collections.Immutable;
using DhrCompliance.Rulebooks.Reading.Words;

namespace DhrCompliance.Rulebooks.Reading.Forms;

/// <summary>What may stand at a key, as far as it can be told without knowing any other file. A closed set.</summary>
internal abstract record Shape
{
    private protected Shape()
    {
    }

    /// <summary>A list, or the one thing in its place.</summary>
    public static ListShape OneOrMore(Shape item, int atLeast = 1) => new(item, true, atLeast);

    public static ListShape ListOf(Shape item, int atLeast = 1) => new(item, false, atLeast);

    /// <summary>A mapping; its form is asked for when all forms are there, since one may contain itself.</summary>
    public static FormShape Of(Func<Form> form) => new(form);

    public static EitherShape Either(params ImmutableArray<Shape> shapes) => new(shapes);

    /// <summary>A word of a list, or one of the language's own.</summary>
    public static WordShape Word(WordList list, params ImmutableArray<string> own) => new(list, own);

    public static OptionShape Options(params ImmutableArray<string> words) => new(words);

    /// <summary>The written forms of an enumeration.</summary>
    public static OptionShape Options<T>(params ReadOnlySpan<T> except)
        where T : struct, Enum
    {
        var excluded = except.ToArray();
        return new([.. Enum.GetValues<T>().Except(excluded).Select(EnumWords<T>.Of)]);
    }
}

/// <summary>One text.</summary>
/// <param name="Pattern">What it matches, as JSON Schema writes patterns.</param>
/// <param name="Expected">What was expected where it does not match ("expected ...").</param>
/// <param name="Longest">How many characters it has at most; null: any number.</param>
/// <param name="IsNumber">Whether it may be what looks like a number: an editor takes it for one, where to us every value is text.</param>
internal sealed record TextShape(string Pattern, string Expected, int? Longest = null, bool IsNumber = false) : Shape;

/// <summary>What an editor takes for a whole number from the one to the other, both included.</summary>
internal sealed record NumberShape(int Least, int Most) : Shape;

/// <summary>Any value of a fact or an attribute: what it may be is told by the vocabulary.</summary>
internal sealed record ValueShape(string Pattern = @"\S", string Expected = "a value") : Shape;

/// <summary>yes or no.</summary>
internal sealed record YesNoShape : Shape;

/// <summary>One of the words that the language has for it, and no other.</summary>
internal sealed record OptionShape(ImmutableArray<string> Words) : Shape;

/// <summary>A word that a rule file declares. Which words there are is the reader's to know: an editor only offers them.</summary>
internal sealed record WordShape(WordList Words, ImmutableArray<string> Own) : Shape;

/// <summary>A list of at least so many; perhaps the one thing in its place.</summary>
internal sealed record ListShape(Shape Item, bool OrOne, int AtLeast) : Shape;

/// <summary>A mapping of a form.</summary>
internal sealed record FormShape(Func<Form> Form) : Shape;

/// <summary>One of several shapes.</summary>
internal sealed record EitherShape(ImmutableArray<Shape> Shapes) : Shape;

using DhrCompliance.Assessments.Binding;

namespace DhrCompliance.Assessments.Compiling;

/// <summary>What a condition is asked about: a case, the moment up to which events count (which may be known in part), and the item within quantifiers (-1: none).</summary>
internal readonly record struct Scope(BoundCase File, DateOnly Earliest, DateOnly Latest, DateOnly AsOf, int Item)
{
    /// <summary>The event that the rule is about, if it is about one: it is not between another and itself.</summary>
    public BoundEvent? Own { get; init; }

    public static Scope On(BoundCase file, DateOnly day) => new(file, day, day, day, -1);

    public Scope Within(int item) => this with { Item = item };
}

/// <summary>A compiled condition: its answer, what is missing when it cannot be told, and what it rests on.</summary>
internal abstract class Test
{
    private protected Test()
    {
    }

    public abstract Answer Answer(in Scope scope);

    /// <summary>
    /// By what is recorded alone, the least and the most it can come to over all days that dates known in part can be. What is not recorded stays
    /// untold on every one of them.
    /// </summary>
    public abstract (Answer Least, Answer Most) Recorded(in Scope scope);

    /// <summary>Adds the words whose absence leaves it untold.</summary>
    public abstract void Missing(in Scope scope, List<string> missing);

    /// <summary>Adds what was found, as reasons.</summary>
    public abstract void Describe(in Scope scope, List<Reason> reasons);
}

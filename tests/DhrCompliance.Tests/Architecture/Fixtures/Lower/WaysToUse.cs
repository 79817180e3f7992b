using DhrCompliance.Tests.Architecture.Fixtures.Upper;

// One class for each way of using a type against an arrow; the self-test asks that every one is seen.
namespace DhrCompliance.Tests.Architecture.Fixtures.Lower;

internal sealed class InABody
{
    public static int Value() => Above.Count;
}

internal sealed class InAClosure
{
    public static Func<int, int> Make(int start) => more => start + more + Above.Count;
}

internal sealed class InAnIterator
{
    public static IEnumerable<int> Values()
    {
        yield return Above.Count;
    }
}

internal sealed class InAnAsyncMethod
{
    public static async Task<int> Value()
    {
        await Task.Yield();
        return Above.Count;
    }
}

internal sealed class InASignature
{
    public static string Told(Above? above) => above is null ? "none" : "one";
}

internal sealed class InAField
{
    public IReadOnlyList<Above[]> All { get; } = [];
}

internal sealed class InAGenericArgument
{
    public static object? Value() => Array.Empty<Above>();
}

internal sealed class InATypeOf
{
    public static Type Value() => typeof(Above);
}

internal sealed class InAConstraint<T>
    where T : IEquatable<Above>
{
    public static string Name => typeof(T).Name;
}

[AttributeFrom]
internal sealed class InAnAttribute;

#pragma warning disable CA1051, CA1852 // Open and mutable on purpose: the self-tests ask that each is seen.

namespace DhrCompliance.Tests.Architecture.Fixtures.Stray;

internal class LeftOpen
{
    public int Number { get; set; }

    public int Field = 1;
}

internal abstract class OpenAbstract
{
    protected OpenAbstract()
    {
    }
}

internal abstract record ClosedRecord
{
    private ClosedRecord()
    {
    }

    public sealed record Yes(string Why) : ClosedRecord;

    public sealed record No : ClosedRecord;
}

internal struct MutableStruct
{
    public int Number { get; set; }
}

internal readonly record struct FineStruct(int Number);

internal sealed record FineRecord(string Name)
{
    public required int Number { get; init; }
}

internal interface ILonely;

internal sealed class OnlyOne : ILonely;

internal interface IOneOfTwo;

internal sealed class FirstOfTwo : IOneOfTwo;

internal sealed class SecondOfTwo : IOneOfTwo;

internal static class Speaker
{
    public const string AsAConstant = "report-completed";

    public static string AsAName() => "decision";

    public static string InASentence(int days) => $"record report-completed within {days} days";

    public static string AsEnglish() => "The decision stands.";
}

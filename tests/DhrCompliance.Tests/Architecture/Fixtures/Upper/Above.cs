namespace DhrCompliance.Tests.Architecture.Fixtures.Upper;

internal sealed class Above
{
    public static int Count => 1;

    public static T Same<T>(T value) => value;
}

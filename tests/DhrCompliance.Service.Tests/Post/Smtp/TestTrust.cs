namespace DhrCompliance.Service.Tests.Post.Smtp;

/// <summary>The authority that the tests' transports trust, and no other.</summary>
internal static class TestTrust
{
    public static TestAuthority Authority { get; } = new(RunningClock.Instance.GetUtcNow());
}

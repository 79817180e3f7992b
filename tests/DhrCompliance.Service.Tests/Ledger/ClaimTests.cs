using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Tests.Ledger;

public sealed class ClaimTests : IDisposable
{
    private readonly TemporaryRegister _register = new();

    public void Dispose() => _register.Dispose();

    [Fact]
    public void A_claim_is_held_by_one_until_it_lets_go()
    {
        var (one, other) = (_register.Open(), _register.Open());
        using (one.TryClaim(LedgerClaim.Post).ShouldNotBeNull())
        {
            other.TryClaim(LedgerClaim.Post).ShouldBeNull();
            one.TryClaim(LedgerClaim.Post).ShouldBeNull();
            other.ClaimedBy(LedgerClaim.Post).ShouldBe($"process {Environment.ProcessId} on {Environment.MachineName} since 2026-11-20 09:30 UTC");
        }

        using var again = other.TryClaim(LedgerClaim.Post);
        again.ShouldNotBeNull();
    }

    [Fact]
    public void One_claim_does_not_stand_in_the_way_of_the_other()
    {
        var database = _register.Open();
        using var serve = database.TryClaim(LedgerClaim.Serve).ShouldNotBeNull();
        using var post = database.TryClaim(LedgerClaim.Post).ShouldNotBeNull();
    }

    [SkippableFact]
    public void One_register_is_one_by_whatever_link_it_is_reached()
    {
        Skip.If(OperatingSystem.IsWindows(), "Links need a right of their own on Windows.");
        var database = _register.Open();
        var link = Path.Combine(_register.Folder, "link.db");
        File.CreateSymbolicLink(link, _register.Path);
        using var linked = LedgerDatabase.Open(link, OpenMode.Write, _register.Clock);
        using var claim = database.TryClaim(LedgerClaim.Serve).ShouldNotBeNull();
        linked.TryClaim(LedgerClaim.Serve).ShouldBeNull();
    }

    [Fact]
    public void A_claim_that_cannot_be_made_names_its_file()
    {
        var database = _register.Open();
        Directory.CreateDirectory($"{_register.Path}.post.lock");
        var fault = Should.Throw<LedgerException>(() => database.TryClaim(LedgerClaim.Post));
        fault.Message.ShouldContain($"{_register.Path}.post.lock");
        fault.Fault.ShouldBe(LedgerFault.ReadOnly);
    }
}

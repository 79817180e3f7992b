using System.Security.Cryptography;
using DhrCompliance.Service.Ledger.Migrations;

namespace DhrCompliance.Service.Ledger;

/// <summary>What opening a register rests on besides its path; tests hand in other scripts, seeded randomness and less patience.</summary>
internal sealed record OpenOptions
{
    public static OpenOptions Default { get; } = new();

    public IReadOnlyList<MigrationScript> Scripts { get; init; } = MigrationScript.Embedded;

    public RandomFill Fill { get; init; } = RandomNumberGenerator.Fill;

    /// <summary>How long to wait for another program that writes.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);
}

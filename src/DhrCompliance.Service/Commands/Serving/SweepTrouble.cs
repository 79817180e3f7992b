using System.Security.Cryptography;
using System.Text;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations;
using DhrCompliance.Service.Operations.Health;
using DhrCompliance.Service.Sweeps;

namespace DhrCompliance.Service.Commands.Serving;

/// <summary>Why a sweep failed, in words that may stand anywhere: what was thrown may repeat a path, a file or a case, and is not repeated here.</summary>
/// <param name="Kind">One of <see cref="SweepFailureKind"/>.</param>
/// <param name="About">The same for what is the same trouble.</param>
/// <param name="Reason">A sentence with what to do.</param>
internal sealed record SweepTrouble(string Kind, string About, string Reason)
{
    public static SweepTrouble Of(Exception error) => error switch
    {
        RulesException => new(
            SweepFailureKind.Rules,
            $"{SweepFailureKind.Rules} {Print(error.Message)}",
            "The rule files cannot be used: 'dhr rules check' names each mistake."),
        SweepRefusedException => new(
            SweepFailureKind.Clock,
            SweepFailureKind.Clock,
            "The clock shows a day before that of the last sweep: set the machine's clock, or find out whether it was wrong then."),
        LedgerException fault => new(SweepFailureKind.Ledger, $"{SweepFailureKind.Ledger} {fault.Fault}", PlaceFindings.Trouble(fault.Fault)),
        _ => new(SweepFailureKind.Fault, $"{SweepFailureKind.Fault} {error.GetType().Name}", Crash.Line(error)),
    };

    /// <summary>Other mistakes are another trouble.</summary>
    private static string Print(string message) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(message)).AsSpan(0, 6));
}

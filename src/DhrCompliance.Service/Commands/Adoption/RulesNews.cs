using System.Security.Cryptography;
using System.Text;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Settings;

namespace DhrCompliance.Service.Commands.Adoption;

/// <summary>
/// What is to be told of changed rules, as the register has it: everything that is so now. Whoever sends it remembers what was told. It holds
/// numbers and hashes; who proposes and adopts, and what it does to which case, stands on a page that leaves by no mail.
/// </summary>
internal static class RulesNews
{
    /// <summary>What each mail to the policy lead ends with.</summary>
    public const string Closing = "What waits, and what became of it: dhr rules proposals\n\nThis is told once.";

    private const int PrintBytes = 6;

    /// <summary>What the policy lead is told.</summary>
    public static IEnumerable<OperatorNews> ForLead(RulebookStanding standing, ServiceSettings settings)
    {
        foreach (var step in standing.Waiting)
        {
            yield return Once("rules-proposed", $"{step.Hash} {step.Base}", $"changed rules wait for adoption ({Hashes.Short(step.Hash)})", $"""
                On {Instants.LondonText(step.At)} (London) changed rules were proposed. Their files have no mistakes, and their scenarios are as expected.

                {step.Detail}

                What they do, case by case, and who proposed them, is in the page {Page(step, settings)}

                They take force when a named person other than the one who proposed them adopts them. Whoever runs the service types for this person:

                  {Pages.Adopting(step.Hash)}

                Until then the rules in force ({Hashes.Short(standing.InForce!)}) go on.
                """);
        }

        if (standing.Adoption is { Base: not null } adopted)
        {
            yield return Once("rules-adopted", Text(adopted.Row), $"changed rules are in force ({Hashes.Short(adopted.Hash)})", $"""
                Since {Instants.LondonText(adopted.At)} (London) the rules {Hashes.Short(adopted.Hash)} are in force, in place of {Hashes.Short(adopted.Base)}.

                Every review is assessed anew by the next sweep. To go back: dhr rules adopt {Hashes.Short(adopted.Base)} --by NAME
                """);
        }
    }

    /// <summary>What the operator is told: each distinct failure of the folder of rule files once, and once that it is over.</summary>
    public static IEnumerable<OperatorNews> ForOperator(RulebookStanding standing)
    {
        var ofFolder = standing.Steps.Where(step => step.Source == RulebookStep.Folder).ToList();
        if (ofFolder.FindLast(step => step.Kind == RulebookStep.Refused) is not { } refused)
        {
            yield break;
        }

        if (ofFolder[^1] != refused)
        {
            yield return Once("rules", $"well {Text(refused.Row)}", "the rule files can be used again", "The folder of rule files holds no mistake any more. There is nothing to do.");
            yield break;
        }

        var lastGood = ofFolder.FindLast(step => step.Kind != RulebookStep.Refused)?.Row ?? 0;
        yield return Once("rules", $"{Print(refused.Detail)} {Text(lastGood)}", "the rule files cannot be used", $"""
            What lies in the folder of rule files cannot come into force: {FirstLine(refused.Detail)} The service goes on with the rules in force ({Hashes.Short(standing.InForce!)}), whatever is restarted.

            'dhr rules check' names each mistake, and 'dhr rules test' each scenario that is not as expected. Mend the files, or write back those in force: dhr rules export DIR
            """);
    }

    public static string FirstLine(string detail) => detail.Split('\n')[0];

    /// <summary>A folder of proposals may be called by a person's name.</summary>
    private static string Page(RulebookStep step, ServiceSettings settings) => step.Source is RulebookStep.Folder or RulebookStep.Command
        ? FolderCandidate.PageOf(settings, step.Source, step.Hash)
        : $"{ProposalFolders.Answer} beside the proposed files ('dhr rules proposals' says where).";

    private static OperatorNews Once(string kind, string about, string subject, string text) => new(kind, about, subject, text) { AgainAfterSweep = false };

    private static string Print(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, PrintBytes));

    private static string Text(long row) => row.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

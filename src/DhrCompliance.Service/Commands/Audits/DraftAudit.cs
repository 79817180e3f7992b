using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Rulebooks;
using DhrCompliance.Scenarios.Impact;
using DhrCompliance.Service.Ledger;

namespace DhrCompliance.Service.Commands.Audits;

/// <summary><c>dhr audit --with-draft</c>: a draft beside the law in force.</summary>
internal static class DraftAudit
{
    private static readonly string[] Formats = ["table", "json"];

    /// <summary>Throws <see cref="UsageException"/> where the pack is no draft of the rulebook, or what else was asked for does not go with it.</summary>
    public static void Require(Rulebook rulebook, string pack, string format, string? narrowed)
    {
        var drafts = rulebook.Packs.Where(one => one.Status == PackStatus.Draft).Select(one => one.Id).ToList();
        if (!drafts.Contains(pack))
        {
            throw new UsageException($"There is no draft pack '{pack}'; {(drafts.Count > 0 ? $"the drafts are: {string.Join(", ", drafts)}." : "no pack has 'status: draft'.")}");
        }

        if (!Formats.Contains(format))
        {
            throw new UsageException($"--with-draft shows differences, which have no form '{format}': choose {string.Join(" or ", Formats)}.");
        }

        if (narrowed is not null)
        {
            throw new UsageException("--with-draft shows every rule that differs: leave out --rule and --state.");
        }
    }

    /// <summary>Shows what the draft would change.</summary>
    public static int Run(
        Invocation invocation, LedgerDatabase ledger, CompiledRulebook inForce, string pack, IEnumerable<CaseFile> files, DateOnly day, string format, string? path)
    {
        var impact = new RulebookImpact(inForce, CompiledRulebook.Compile(inForce.Rulebook, [pack]));
        return ImpactDocuments.Write(invocation, ledger, impact, files, new ImpactTerms($"The draft {pack} beside the law in force", day, pack), format, path);
    }
}

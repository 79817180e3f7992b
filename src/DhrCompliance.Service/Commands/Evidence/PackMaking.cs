using System.Collections.Immutable;
using System.Security.Cryptography;
using DhrCompliance.Assessments;
using DhrCompliance.Cases;
using DhrCompliance.Service.Commands.Audits;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Ledger.Evidence;
using DhrCompliance.Service.Reports;
using DhrCompliance.Service.Reports.Json;
using DhrCompliance.Service.Sweeps;

namespace DhrCompliance.Service.Commands.Evidence;

/// <summary><c>dhr audit --pack</c>: an audit with everything it rests on in one file.</summary>
internal static class PackMaking
{
    /// <summary>Makes the pack, says what it holds, and gives the exit code of the audit in it.</summary>
    public static int Run(
        Invocation invocation, LedgerDatabase ledger, CompiledRulebook rulebook, IReadOnlyList<(string Path, string Text)> rules, PackTerms terms, string path)
    {
        var until = terms.Claimed ? null : Shared.Moment(terms.KnownAt, "--known-at");
        var found = ledger.Evidence(terms.References, until, terms.WithNotes);
        if (found.Waiting > 0)
        {
            throw new UsageException($"{Recorded.Counted(found.Waiting, "row")} of these cases {(found.Waiting == 1 ? "was" : "were")} written by another system and {(found.Waiting == 1 ? "has" : "have")} no place in the audit trail yet: 'dhr run' gives {(found.Waiting == 1 ? "it" : "them")} one. Then make the pack.");
        }

        var result = new PackedAudit(rulebook, terms);
        Documents.Write(path, invocation, stream =>
        {
            using var pack = new PackWriter(stream);
            pack.Add(PackParts.Readme, PackReadme.Of(terms));
            pack.Add(PackParts.Terms, part => PackJson.Write(part, terms));
            pack.Add(PackParts.Audit, part => result.Write(part, found.Tables));
            foreach (var (name, text) in rules)
            {
                pack.Add($"{PackParts.Rules}{name}", text);
            }

            foreach (var table in found.Tables)
            {
                pack.Add(PackParts.Table(table.Name), part => PackJson.Write(part, table));
            }

            foreach (var (chain, at) in found.Chains.Select((chain, at) => (chain, at)))
            {
                pack.Add(PackParts.Chain(at + 1), part => PackJson.Write(part, chain));
            }

            pack.Add(PackParts.Acts, part => PackJson.Write(part, found.Acts));
            pack.Finish();
        });
        return Tell(invocation, terms, found, result, path);
    }

    private static int Tell(Invocation invocation, PackTerms terms, EvidenceFound found, PackedAudit result, string path)
    {
        var full = Path.GetFullPath(path, invocation.Surroundings.WorkingFolder);
        using (var file = File.OpenRead(full))
        {
            invocation.Say($"{full}: {(terms.References.Length == 1 ? "1 case or partnership" : $"{terms.References.Length} cases and partnerships")}, {Recorded.Counted(found.Tables.Sum(table => table.Rows.Length), "row")}, rules {Adoption.Hashes.Short(terms.Rulebook)}.");
            invocation.Say($"SHA-256 of the file: {Convert.ToHexStringLower(SHA256.HashData(file))}");
        }

        foreach (var chain in found.Chains)
        {
            invocation.Say(FormattableString.Invariant($"The audit trail of {chain.Partnership} ends at entry {chain.Entries[^1].Sequence}, {chain.Hash}."));
        }

        var withheld = found.Tables.Where(table => EvidenceSource.Of(table.Name) is { FreeText: not [] }).Sum(table => table.Rows.Count(row => !row.IsWhole));
        if (withheld > 0)
        {
            invocation.Say($"What persons wrote in their own words was left out of {Recorded.Counted(withheld, "row")}: --with-notes puts it in.");
        }

        invocation.Say("It holds what is recorded of these reviews: treat it as the register itself. Check it with 'dhr audit --verify-pack'.");
        foreach (var failure in result.Failures)
        {
            invocation.Complain($"dhr: {failure.Case}: {failure.Error}");
        }

        return result.Failures.Count > 0 ? ExitCode.Partly : result.Counts.Breaches > 0 ? ExitCode.Found : ExitCode.Done;
    }
}

/// <summary>The audit of a pack, made of nothing but what the pack holds.</summary>
internal sealed class PackedAudit(CompiledRulebook rulebook, PackTerms terms)
{
    /// <summary>How many rows are in each state.</summary>
    public StateCounts Counts { get; } = new();

    /// <summary>What could not be assessed.</summary>
    public IReadOnlyCollection<AuditFailure> Failures { get; private set; } = [];

    /// <summary>Writes the audit of these rows.</summary>
    public void Write(Stream output, ImmutableArray<EvidenceTable> tables)
    {
        using var register = EvidenceRegister.Of(tables);
        var failures = new List<CaseFailure>();
        var filter = new AuditFilter(null, terms.Rule, terms.State);
        var files = register.CaseFiles(terms.References, Shared.Moment(terms.KnownAt, "--known-at"), terms.Claimed);
        var assessed = CaseAssessor.Assess(files, rulebook, terms.AsOf, failures).Select(one => Counted(one.File, filter.Cut(one.Assessment)));
        var late = new LateFailures(() =>
        [
            .. failures.Select(failure => new AuditFailure(failure.Case, failure.Rule, failure.Error)),
            .. register.Unreadable.Select(row => new AuditFailure(row.Reference, null, row.ToString())),
        ]);
        AuditJson.Write(output, new AuditHeader(terms.AsOf, terms.KnownAt, rulebook.Rulebook, terms.Claimed), assessed, late);
        Failures = [.. late];
    }

    private (CaseFile File, Assessment Assessment) Counted(CaseFile file, Assessment assessment)
    {
        Counts.Add(assessment);
        return (file, assessment);
    }
}

using System.Text.Json;
using DhrCompliance.Assessments;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Service.Ledger.Evidence;
using DhrCompliance.Service.Operations;

namespace DhrCompliance.Service.Commands.Evidence;

/// <summary>
/// <c>dhr audit --verify-pack</c>: whether a pack is whole, whether its rows are those that the audit trail has, and whether its audit follows
/// from them. Everything is judged from the pack alone.
/// </summary>
internal sealed class PackVerification
{
    private const int LargestCompared = 128 * 1024 * 1024;
    private const int MostTold = 100;

    private readonly Invocation _invocation;
    private readonly List<string> _problems = [];
    private readonly List<string> _remarks = [];

    private PackVerification(Invocation invocation) => _invocation = invocation;

    /// <summary>0: everything is as it says; 1: something is not, and each is named; 3: this is no pack.</summary>
    public static int Run(Invocation invocation, string path)
    {
        var full = Path.GetFullPath(path, invocation.Surroundings.WorkingFolder);
        if (!File.Exists(full))
        {
            throw new UsageException($"There is no file {full}.");
        }

        try
        {
            using var file = File.OpenRead(full);
            using var pack = PackReader.Open(file);
            if (!pack.Has(PackParts.Manifest) || !pack.Has(PackParts.Terms))
            {
                throw new InvalidDataException($"it has no {(pack.Has(PackParts.Manifest) ? PackParts.Terms : PackParts.Manifest)}");
            }

            return new PackVerification(invocation).Check(pack);
        }
        catch (InvalidDataException error)
        {
            invocation.Complain($"dhr: {full} is not an evidence pack that can be read: {error.Message.TrimEnd('.')}. Ask for it again, made with 'dhr audit --pack'.");
            return ExitCode.BadInput;
        }
    }

    private int Check(PackReader pack)
    {
        CheckManifest(pack);
        try
        {
            var contents = PackContents.Read(pack);
            CheckTrail(contents);
            CheckAudit(pack, contents);
        }
        catch (InvalidDataException error)
        {
            _problems.Add(error.Message);
        }

        foreach (var remark in _remarks)
        {
            _invocation.Show(remark);
        }

        foreach (var problem in _problems.Take(MostTold))
        {
            _invocation.Show($"NOT AS IT SHOULD BE: {problem}.");
        }

        if (_problems.Count > MostTold)
        {
            _invocation.Show(FormattableString.Invariant($"... and {_problems.Count - MostTold} more."));
        }

        _invocation.Show(_problems.Count == 0
            ? "Everything in the pack is as it says."
            : $"{Recorded.Counted(_problems.Count, "thing")} in the pack {(_problems.Count == 1 ? "is" : "are")} not as {(_problems.Count == 1 ? "it" : "they")} should be: do not rely on it.");
        return _problems.Count == 0 ? ExitCode.Done : ExitCode.Found;
    }

    private void CheckManifest(PackReader pack)
    {
        PackManifest manifest;
        try
        {
            manifest = PackJson.Read<PackManifest>(PackParts.Manifest, new MemoryStream(pack.Bytes(PackParts.Manifest, 4 * 1024 * 1024)));
        }
        catch (InvalidDataException error)
        {
            _problems.Add(error.Message);
            return;
        }

        var listed = manifest.Entries.DistinctBy(entry => entry.Path).ToDictionary(entry => entry.Path, StringComparer.Ordinal);
        _problems.AddRange(pack.Names.Where(name => name != PackParts.Manifest && !listed.ContainsKey(name)).Select(name => $"{name} is not in {PackParts.Manifest}: it was slipped in"));
        foreach (var entry in listed.Values)
        {
            if (!pack.Has(entry.Path))
            {
                _problems.Add($"{entry.Path} is in {PackParts.Manifest} and not in the pack: it was removed");
            }
            else if (pack.Measure(entry.Path) != (entry.Bytes, entry.Sha256))
            {
                _problems.Add($"{entry.Path} has another SHA-256 than {PackParts.Manifest} says: it was changed");
            }
        }
    }

    private void CheckTrail(PackContents contents)
    {
        var proof = new EvidenceProof();
        proof.Check(contents.Found);
        _problems.AddRange(proof.Problems);
        _remarks.Add($"{Recorded.Counted(proof.Compared, "row")} compared with the digests in the audit trail.");
        if (proof.NotComparable > 0)
        {
            _remarks.Add($"{Recorded.Counted(proof.NotComparable, "row")} could not be compared, as something of each was left out (notes, addresses, texts of mails); that they were written is in the trail.");
        }

        _remarks.AddRange(contents.Found.Chains.Where(chain => !chain.Entries.IsEmpty).Select(chain => FormattableString.Invariant(
            $"The audit trail of {chain.Partnership} ends at entry {chain.Entries[^1].Sequence}, {chain.Hash}: compare it with the register's, or with a weekly mail.")));
    }

    private void CheckAudit(PackReader pack, PackContents contents)
    {
        var reading = RuleReadings.Of([.. contents.Rules.Select(file => new RuleFile(file.Path, file.Bytes))]);
        if (reading.Hash != contents.Terms.Rulebook)
        {
            _problems.Add($"the files in {PackParts.Rules} have the hash {reading.Hash}, and {PackParts.Terms} says {contents.Terms.Rulebook}: a rule or a calendar was changed");
        }

        if (reading.Rulebook is not { } rulebook)
        {
            _problems.Add($"the rules cannot be used by dhr {Invocation.Version}, so that nothing could be assessed again; the pack was made by {contents.Terms.ToolVersion}");
            return;
        }

        var compiled = CompiledRulebook.Compile(rulebook);
        using (var part = pack.Part(PackParts.Audit))
        using (var comparing = new ComparingStream(part))
        {
            Assess(compiled, contents, comparing);
            if (comparing.IsSame())
            {
                _remarks.Add($"Assessed again from the pack alone, by dhr {Invocation.Version}: every conclusion is the same, byte for byte.");
                return;
            }
        }

        byte[] packed;
        try
        {
            packed = pack.Bytes(PackParts.Audit, LargestCompared);
        }
        catch (InvalidDataException)
        {
            _problems.Add("audit.json is not what the pack's rows and rules come to; it is too large to name each difference");
            return;
        }

        using var again = new MemoryStream();
        Assess(compiled, contents, again);
        Differences(packed, again, contents.Terms);
    }

    private static void Assess(CompiledRulebook compiled, PackContents contents, Stream output)
    {
        try
        {
            new PackedAudit(compiled, contents.Terms).Write(output, contents.Found.Tables);
        }
        catch (Exception error) when (error is UsageException or FormatException or ArgumentException or InvalidOperationException)
        {
            throw new InvalidDataException($"nothing could be assessed again ({error.Message.TrimEnd('.')})", error);
        }
    }

    private void Differences(byte[] packed, MemoryStream again, PackTerms terms)
    {
        var isSameVersion = terms.ToolVersion == Invocation.Version;
        var comparison = new AuditComparison(isConclusionsOnly: !isSameVersion);
        try
        {
            using var one = JsonDocument.Parse(packed);
            using var other = JsonDocument.Parse(again.ToArray());
            comparison.Compare(one.RootElement, other.RootElement);
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"{PackParts.Audit} is no JSON ({error.Message.TrimEnd('.')})", error);
        }

        _problems.AddRange(comparison.Differences);
        if (comparison.Differences.Count == 0 && isSameVersion)
        {
            _problems.Add("audit.json says the same and is written otherwise: it was not made by this program");
        }
        else if (comparison.Differences.Count == 0)
        {
            _remarks.Add($"Assessed again from the pack alone: every conclusion is the same. The pack was made by dhr {terms.ToolVersion} and this is {Invocation.Version}, so that it may say it in other words.");
        }
    }
}

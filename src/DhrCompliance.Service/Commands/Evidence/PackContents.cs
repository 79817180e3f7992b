using System.Collections.Immutable;
using DhrCompliance.Service.Ledger.Evidence;

namespace DhrCompliance.Service.Commands.Evidence;

/// <summary>What a pack holds, read.</summary>
internal sealed record PackContents
{
    private const int LargestPart = 256 * 1024 * 1024;
    private const int LargestRuleFile = (1024 * 1024) + 1;

    public required PackTerms Terms { get; init; }

    public required EvidenceFound Found { get; init; }

    public required ImmutableArray<(string Path, byte[] Bytes)> Rules { get; init; }

    /// <summary>Throws <see cref="InvalidDataException"/>, naming the part, where one is not what it should be.</summary>
    public static PackContents Read(PackReader pack) => new()
    {
        Terms = TermsOf(pack),
        Found = new EvidenceFound
        {
            Tables =
            [
                .. Names(pack, PackParts.Register).Select(name => (Name: name, Table: PackJson.ReadTable(name, Memory(pack, name))))
                    .Select(part => PackParts.Table(part.Table.Name) == part.Name && EvidenceSource.Of(part.Table.Name) is not null
                        ? part.Table
                        : throw new InvalidDataException($"{part.Name} is no table of a pack")),
            ],
            Chains = [.. Names(pack, PackParts.Trail).Where(PackParts.IsChain).Select(name => PackJson.ReadChain(name, Memory(pack, name)))],
            Acts = PackJson.Read<ImmutableArray<EvidenceAct>>(PackParts.Acts, Memory(pack, PackParts.Acts)),
            Waiting = 0,
        },
        Rules = [.. Names(pack, PackParts.Rules).Select(name => (name[PackParts.Rules.Length..], pack.Bytes(name, LargestRuleFile)))],
    };

    private static PackTerms TermsOf(PackReader pack)
    {
        var terms = PackJson.Read<PackTerms>(PackParts.Terms, Memory(pack, PackParts.Terms));
        return terms.Form == PackTerms.CurrentForm && !terms.References.IsDefault
            ? terms
            : throw new InvalidDataException(FormattableString.Invariant($"{PackParts.Terms}: the pack is of form {terms.Form}, and this program reads form {PackTerms.CurrentForm}"));
    }

    private static MemoryStream Memory(PackReader pack, string name) => new(pack.Bytes(name, LargestPart));

    private static IEnumerable<string> Names(PackReader pack, string folder) =>
        pack.Names.Where(name => name.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal);
}

using System.Collections.Immutable;

namespace DhrCompliance.Service.Ledger.Evidence;

/// <summary>Rows of one table as the audit trail digested them.</summary>
/// <param name="Name">The table.</param>
/// <param name="Columns">Its columns; the first is <c>row</c>.</param>
/// <param name="Rows">The rows, by number.</param>
internal sealed record EvidenceTable(string Name, ImmutableArray<string> Columns, ImmutableArray<EvidenceRow> Rows);

/// <summary>One row: its number, and a text, a number, null or <see cref="Withheld"/> for each column.</summary>
internal sealed record EvidenceRow(long Row, ImmutableArray<object?> Values)
{
    /// <summary>Stands for a value that is left out; the row can then not be compared with its digest.</summary>
    public static object Withheld { get; } = new Left();

    /// <summary>Whether no value is left out.</summary>
    public bool IsWhole => !Values.Contains(Withheld);

    private sealed class Left
    {
        public override string ToString() => "left out";
    }
}

/// <summary>A chain of the audit trail, from its beginning to its end.</summary>
/// <param name="Partnership">Whose.</param>
/// <param name="Entries">Its entries, in order.</param>
/// <param name="Hash">The hash of the last.</param>
internal sealed record EvidenceChain(string Partnership, ImmutableArray<EvidenceEntry> Entries, string Hash);

/// <summary>An entry of a chain. Digest, hash and salt as lower-case hexadecimal.</summary>
/// <param name="Sequence">Its place in the chain.</param>
/// <param name="Act">The act that wrote it.</param>
/// <param name="Kind">Written by the service, or noticed by it.</param>
/// <param name="Source">The table.</param>
/// <param name="Row">The row.</param>
/// <param name="Digest">Of the row and its salt.</param>
/// <param name="Hash">Of the entry and the one before it.</param>
/// <param name="Salt">Given only for rows that are given whole.</param>
internal sealed record EvidenceEntry(long Sequence, long Act, string Kind, string Source, long Row, string Digest, string Hash, string? Salt);

/// <summary>An act that wrote: whole where it wrote a row that is given, otherwise its digest alone.</summary>
internal sealed record EvidenceAct(long Id, string Digest, EvidenceActor? Actor);

/// <summary>Who did what, where and when.</summary>
internal sealed record EvidenceActor(string Command, string By, string Host, string ToolVersion, string At);

/// <summary>Everything of a register that some conclusions rest on.</summary>
internal sealed record EvidenceFound
{
    /// <summary>Rows, by table.</summary>
    public required ImmutableArray<EvidenceTable> Tables { get; init; }

    /// <summary>The chains they stand in.</summary>
    public required ImmutableArray<EvidenceChain> Chains { get; init; }

    /// <summary>The acts of these chains.</summary>
    public required ImmutableArray<EvidenceAct> Acts { get; init; }

    /// <summary>Rows that other systems wrote and that have no place in a chain yet.</summary>
    public required int Waiting { get; init; }
}

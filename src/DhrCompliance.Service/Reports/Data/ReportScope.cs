namespace DhrCompliance.Service.Reports.Data;

/// <summary>What a report is about, for programs.</summary>
/// <param name="Report">Which report: the word of its command.</param>
/// <param name="Partnership">The partnership's id; null: all of them.</param>
/// <param name="Case">The case's reference; null: it is about several.</param>
/// <param name="Quarter">The quarter; null: it is about none.</param>
/// <param name="KnownAt">The moment of knowledge, a day or an instant; null: now.</param>
/// <param name="IsShareSafe">True: the edition for other boards.</param>
public sealed record ReportScope(string Report, string? Partnership, string? Case, string? Quarter, string? KnownAt, bool IsShareSafe);

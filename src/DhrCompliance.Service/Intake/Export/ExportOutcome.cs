using System.Collections.Immutable;

namespace DhrCompliance.Service.Intake.Export;

/// <summary>What an export wrote.</summary>
/// <param name="Files">The files, with the rows of each.</param>
/// <param name="Beside">Files that stood in the folder already and that an import would read with them: they are to be looked at.</param>
internal sealed record ExportOutcome(ImmutableArray<ExportedFile> Files, ImmutableArray<string> Beside);

/// <summary>One file of an export.</summary>
internal sealed record ExportedFile(string Name, int Rows);

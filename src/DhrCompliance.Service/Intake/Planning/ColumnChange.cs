namespace DhrCompliance.Service.Intake.Planning;

/// <summary>What one column said and says now; null where nothing is known.</summary>
internal sealed record ColumnChange(string Column, string? Old, string? New);

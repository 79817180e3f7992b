namespace DhrCompliance.Service.Ledger;

/// <summary>Who writes, with what. The register gives it its number and its time.</summary>
public sealed record Act(string Command, string By, string Host, string ToolVersion);

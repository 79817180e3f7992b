namespace DhrCompliance.Service.Tests.Faults.Year;

/// <summary>The process ended here; what it had on the disk was copied away before anything could be taken back.</summary>
internal sealed class KilledException() : Exception("killed");

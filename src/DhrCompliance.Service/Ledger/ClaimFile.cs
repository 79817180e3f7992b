namespace DhrCompliance.Service.Ledger;

/// <summary>
/// A claim as a file beside the register that is locked by the operating system, which lets go of it however the process ends. The file stays;
/// who holds it stands in a second one, since a locked file cannot be read.
/// </summary>
internal static class ClaimFile
{
    private const int WouldBlockOnLinux = 11;
    private const int WouldBlockOnMac = 35;
    private const int SharingViolation = unchecked((int)0x80070020);

    /// <summary>Null where another process, or another part of this one, holds it.</summary>
    public static IDisposable? TryTake(string register, LedgerClaim what, DateTimeOffset now)
    {
        var path = PathOf(register, what);
        FileStream claim;
        try
        {
            claim = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (error.HResult is WouldBlockOnLinux or WouldBlockOnMac or SharingViolation)
        {
            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new LedgerException(
                LedgerFault.ReadOnly, register, $"{path} cannot be made or written ({error.Message}): give this user the right to write to the register's folder.", error);
        }

        Note(path, now);
        return claim;
    }

    /// <summary>Which process holds it, where and since when, for a person; null where that is not known.</summary>
    public static string? Holder(string register, LedgerClaim what)
    {
        try
        {
            return File.ReadAllText(Noted(PathOf(register, what))) is { Length: > 0 } words ? words : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static void Note(string path, DateTimeOffset now)
    {
        try
        {
            File.WriteAllText(Noted(path), FormattableString.Invariant($"process {Environment.ProcessId} on {Environment.MachineName} since {now:yyyy-MM-dd HH:mm} UTC"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The claim holds without it; only the word that refuses another is poorer.
        }
    }

    private static string Noted(string path) => $"{path}.by";

    /// <summary>Beside the file itself: one register is one, by whatever link it was reached.</summary>
    private static string PathOf(string register, LedgerClaim what)
    {
        var file = File.ResolveLinkTarget(register, returnFinalTarget: true)?.FullName ?? register;
        return $"{file}.{(what == LedgerClaim.Serve ? "serve" : "post")}.lock";
    }
}

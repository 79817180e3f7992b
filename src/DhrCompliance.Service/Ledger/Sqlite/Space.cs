namespace DhrCompliance.Service.Ledger.Sqlite;

/// <summary>Room on the disk that a register lies on.</summary>
internal static class Space
{
    /// <summary>SQLite begins with 32 KiB for the file that its readers and writers share; less is as good as nothing.</summary>
    private const long Least = 32 * 1024;

    /// <summary>True: an error of the disk that does not say so comes of its being full. Where nobody can tell: false.</summary>
    public static bool IsFull(string path)
    {
        try
        {
            return new DriveInfo(Path.GetDirectoryName(path)!).AvailableFreeSpace < Least;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }
}

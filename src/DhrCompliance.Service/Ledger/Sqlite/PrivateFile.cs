namespace DhrCompliance.Service.Ledger.Sqlite;

/// <summary>An empty file for SQLite to fill, which only its user and group may open; the two files beside it take its rights over.</summary>
internal static class PrivateFile
{
    private const UnixFileMode UserAndGroup = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite;

    /// <summary>Does nothing where there is a file of that name. What cannot be made is left for SQLite to say.</summary>
    public static void Make(string path)
    {
        if (File.Exists(path))
        {
            return;
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UserAndGroup;
        }

        try
        {
            using var file = new FileStream(path, options);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Another process was quicker, or the folder cannot be written: opening it tells which.
        }
    }
}

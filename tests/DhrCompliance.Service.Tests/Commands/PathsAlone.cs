namespace DhrCompliance.Service.Tests.Commands;

/// <summary>The rules that ship, but for what is mailed beside the paths.</summary>
internal static class PathsAlone
{
    private static readonly Lazy<string> Made = new(Make);

    /// <summary>A folder in which <c>rules</c> stands; made once, and left to the system's folder for temporary files.</summary>
    public static string Folder => Made.Value;

    /// <summary>The rules' folder.</summary>
    public static string Rules => Path.Combine(Folder, "rules");

    private static string Make()
    {
        var to = Directory.CreateTempSubdirectory("dhr-rules-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(to, recursive: true);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "rules"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(AppContext.BaseDirectory, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllText(copy, Path.GetFileName(file) == "paths.yaml" ? WithoutPost(File.ReadAllText(file)) : File.ReadAllText(file));
        }

        return to;
    }

    private static string WithoutPost(string paths)
    {
        var (from, until) = (paths.IndexOf("\npost:", StringComparison.Ordinal), paths.IndexOf("\nescalation-paths:", StringComparison.Ordinal));
        return until > from && from > 0 ? paths[..from] + paths[until..] : throw new InvalidOperationException("rules/escalation/paths.yaml reads otherwise now.");
    }
}

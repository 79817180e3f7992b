using System.Text;

namespace DhrCompliance.Service.Settings;

/// <summary>
/// Settings that stand each in a file of its own: named by a variable (<c>DHR_Post__Password_FILE=PATH</c>), or lying in the folder of secrets
/// under the setting's name (<c>Post__Password</c> or <c>DHR_Post__Password</c>). A line break at the end is no part of them.
/// </summary>
internal static class Secrets
{
    private const string Suffix = "_FILE";

    /// <summary>Whether a variable names a file that holds a setting.</summary>
    public static bool IsNamedBy(string variable) =>
        variable.StartsWith(SettingsReader.Prefix, StringComparison.Ordinal) && variable.EndsWith(Suffix, StringComparison.Ordinal);

    /// <summary>Those in the folder, and above them those that a variable names. What cannot be read is a fault.</summary>
    public static Dictionary<string, string?> Read(Surroundings surroundings, IReadOnlyCollection<string> sections, List<SettingFault> faults)
    {
        var found = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in Lying(surroundings.SecretsFolder, faults))
        {
            var name = Path.GetFileName(path);
            var key = KeyOf(name.StartsWith(SettingsReader.Prefix, StringComparison.Ordinal) ? name[SettingsReader.Prefix.Length..] : name);
            if (sections.Any(section => key.StartsWith($"{section}:", StringComparison.OrdinalIgnoreCase)))
            {
                Take(key, path, path);
            }
        }

        foreach (var (variable, path) in surroundings.Environment.Where(one => IsNamedBy(one.Key)).OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            var plain = variable[..^Suffix.Length];
            if (surroundings.Environment.ContainsKey(plain))
            {
                faults.Add(new SettingFault(variable, null, $"{plain} is set as well; keep one of the two"));
            }

            Take(KeyOf(plain[SettingsReader.Prefix.Length..]), Path.GetFullPath(path, surroundings.WorkingFolder), variable);
        }

        return found;

        void Take(string key, string path, string name)
        {
            try
            {
                found[key] = File.ReadAllText(path, Encoding.UTF8).TrimEnd('\r', '\n');
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
            {
                faults.Add(new SettingFault(name, path, $"a file that can be read ({error.Message})"));
            }
        }
    }

    private static string KeyOf(string name) => name.Replace("__", ":", StringComparison.Ordinal);

    private static string[] Lying(string folder, List<SettingFault> faults)
    {
        try
        {
            return Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)] : [];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            faults.Add(new SettingFault(folder, null, $"the folder of secrets cannot be read: {error.Message}"));
            return [];
        }
    }
}

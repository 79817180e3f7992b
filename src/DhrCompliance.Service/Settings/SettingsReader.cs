using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace DhrCompliance.Service.Settings;

/// <summary>
/// Reads settings: option, then environment (<c>DHR_Section__Key</c>), then files of their own (<see cref="Secrets"/>), then the settings file, then
/// the working folder, then beside the executable. A misspelt key or a bad value stops the start; every fault is told at once.
/// </summary>
public static class SettingsReader
{
    internal const string Prefix = "DHR_";

    private const string FileName = "appsettings.json";

    private const string Several = $"Post:{nameof(PostSettings.Allowed)}";

    // Variables of the same prefix that are not settings: they tell tests what to run.
    private static readonly string[] NotSettings = ["DHR_CI", "DHR_FULL"];

    private static readonly (string Key, Type Section)[] Sections =
        [("Ledger", typeof(LedgerSettings)), ("Rules", typeof(RulesSettings)), ("Post", typeof(PostSettings)), ("Post:Notify", typeof(NotifySettings)), ("Serve", typeof(ServeSettings)), ("Reports", typeof(ReportsSettings)), ("Intake", typeof(IntakeSettings))];

    // Of a key that is misspelt it is not known whether its value is a secret; these are what secrets are called.
    private static readonly string[] SecretWords = ["pas", "pw", "secret", "token", "key", "ping", "auth", "cred"];

    /// <summary>Reads and checks. Throws <see cref="SettingsException"/> with every fault.</summary>
    /// <param name="options">What the command line says.</param>
    /// <param name="surroundings">Where else settings may come from.</param>
    /// <param name="isCron">Whether a text is a schedule, where the caller knows; null: only its form is looked at.</param>
    public static ServiceSettings Read(SettingOptions options, Surroundings surroundings, Func<string, bool>? isCron = null)
    {
        var file = FindFile(options, surroundings);
        var faults = new List<SettingFault>();
        var values = Values(file, surroundings, faults);
        SeveralInOne(values);
        UnknownKeys(values, faults);
        NoNumbers(values, faults);

        var ledger = values.GetSection("Ledger").Get<LedgerSettings>() ?? new LedgerSettings();
        var rules = values.GetSection("Rules").Get<RulesSettings>() ?? new RulesSettings();
        var post = values.GetSection("Post").Get<PostSettings>() ?? new PostSettings();
        var serve = values.GetSection("Serve").Get<ServeSettings>() ?? new ServeSettings();
        var reports = values.GetSection("Reports").Get<ReportsSettings>() ?? new ReportsSettings();
        var intake = values.GetSection("Intake").Get<IntakeSettings>() ?? new IntakeSettings();
        faults.AddRange([.. reports.Faults(), .. intake.Faults(), .. ledger.Faults(), .. rules.Faults(), .. post.Faults(), .. serve.Faults(isCron ?? (_ => true))]);
        if (faults.Count > 0)
        {
            throw new SettingsException(faults);
        }

        if (rules.PolicyLead is { } lead && !AllowedEntry.Allow(post.Allowed, lead))
        {
            throw new SettingsException([new SettingFault("Rules:PolicyLead", lead, $"an address that {Several} allows: add it there")]);
        }

        var places = new Places(file, surroundings);
        return new ServiceSettings(
            file,
            places.Find(options.Ledger, "--ledger", "Ledger__Path", ledger.Path),
            places.FindFolder(options.Rules, ServiceSettings.RulesOption, "Rules__Folder", rules.Folder),
            places.Find(null, "", "Post__PickupFolder", post.PickupFolder),
            post,
            serve)
        {
            Adopting = rules,
            Proposals = places.Find(null, "", "Rules__Proposals", rules.Proposals),
            Pages = places.Find(null, "", "Rules__Pages", rules.Pages),
            Site = reports.SiteFolder is { } site ? places.Find(null, "", "Reports__SiteFolder", site) : null,
            Intake = intake.Folder is { } folder ? places.Find(null, "", "Intake__Folder", folder) : null,
            NamedJournal = post.Journal is { } journal ? places.Find(null, "", "Post__Journal", journal) : null,
        };
    }

    private static Located? FindFile(SettingOptions options, Surroundings surroundings)
    {
        if (options.Config is { } named)
        {
            var path = Path.GetFullPath(named, surroundings.WorkingFolder);
            return File.Exists(path)
                ? new Located(path, "--config")
                : throw new SettingsException([new SettingFault("--config", named, "a settings file that exists")]);
        }

        foreach (var (folder, how) in new[] { (surroundings.WorkingFolder, "working folder"), (surroundings.ProgramFolder, Places.BesideTheExecutable) })
        {
            var path = Path.Combine(folder, FileName);
            if (File.Exists(path))
            {
                return new Located(path, how);
            }
        }

        return null;
    }

    private static IConfigurationRoot Values(Located? file, Surroundings surroundings, List<SettingFault> faults)
    {
        var builder = new ConfigurationBuilder();
        if (file is not null)
        {
            builder.AddJsonFile(file.Path, optional: false, reloadOnChange: false);
        }

        builder.AddInMemoryCollection(Secrets.Read(surroundings, [.. Sections.Select(section => section.Key)], faults));
        builder.AddInMemoryCollection(surroundings.Environment
            .Where(variable => variable.Key.StartsWith(Prefix, StringComparison.Ordinal) && !NotSettings.Contains(variable.Key) && !Secrets.IsNamedBy(variable.Key))
            .Select(variable => KeyValuePair.Create(variable.Key[Prefix.Length..].Replace("__", ":", StringComparison.Ordinal), (string?)variable.Value)));
        try
        {
            return builder.Build();
        }
        catch (Exception error) when (error is InvalidDataException or FormatException or JsonException or UnauthorizedAccessException)
        {
            throw new SettingsException([new SettingFault(file!.Path, null, $"the file cannot be read as JSON: {error.GetBaseException().Message}")]);
        }
    }

    /// <summary>Of the setting that holds several values, those that stand in one text, as a variable has them.</summary>
    private static void SeveralInOne(IConfigurationRoot values)
    {
        if (values[Several] is { } text)
        {
            var each = text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i < each.Length; i++)
            {
                // A variable outranks the file, whose values are numbered as well.
                values[string.Create(CultureInfo.InvariantCulture, $"{Several}:{i}")] = each[i];
            }

            for (var i = each.Length; values[string.Create(CultureInfo.InvariantCulture, $"{Several}:{i}")] is not null; i++)
            {
                values[string.Create(CultureInfo.InvariantCulture, $"{Several}:{i}")] = null;
            }

            values[Several] = null;
        }
    }

    private static bool IsOneOfSeveral(string key) =>
        key.StartsWith($"{Several}:", StringComparison.OrdinalIgnoreCase) && int.TryParse(key.AsSpan(Several.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static void UnknownKeys(IConfigurationRoot values, List<SettingFault> faults)
    {
        var known = Sections.SelectMany(section => section.Section.GetProperties().Where(property => property.PropertyType != typeof(NotifySettings)).Select(property => $"{section.Key}:{property.Name}"))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in values.AsEnumerable().OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            if (value is not null && !known.Contains(key) && !IsOneOfSeveral(key))
            {
                var shown = SecretWords.Any(word => key.Contains(word, StringComparison.OrdinalIgnoreCase)) ? "(not shown)" : value;
                faults.Add(new SettingFault(key, shown, $"a known setting; these are: {string.Join(", ", known.Order(StringComparer.Ordinal))}"));
            }
        }
    }

    /// <summary>Numbers that are none; the default stands in, so that the other faults are told as well.</summary>
    private static void NoNumbers(IConfigurationRoot values, List<SettingFault> faults)
    {
        foreach (var (section, type) in Sections)
        {
            var defaults = Activator.CreateInstance(type);
            foreach (var property in type.GetProperties().Where(property => property.PropertyType == typeof(int)))
            {
                var key = $"{section}:{property.Name}";
                if (values[key] is { } text && !int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
                {
                    faults.Add(new SettingFault(key, text, "a whole number"));
                    values[key] = Convert.ToString(property.GetValue(defaults), CultureInfo.InvariantCulture);
                }
            }
        }
    }
}

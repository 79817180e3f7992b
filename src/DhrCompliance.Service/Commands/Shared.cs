using System.CommandLine;
using System.Globalization;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Settings;
using DhrCompliance.Service.Sweeps.Scheduling;

namespace DhrCompliance.Service.Commands;

/// <summary>The options that every command takes, and what is made of them.</summary>
internal sealed class Shared
{
    public Option<string?> Config { get; } = new("--config") { Description = "The settings file (default: appsettings.json in the working folder)", Recursive = true, HelpName = "FILE" };

    public Option<string?> Ledger { get; } = new("--ledger") { Description = "The register, a SQLite file (default: data/register.db)", Recursive = true, HelpName = "PATH" };

    public Option<string?> Rules { get; } = new("--rules") { Description = "The folder of rule files (default: rules)", Recursive = true, HelpName = "DIR" };

    public Option<string?> By { get; } = new("--by") { Description = "Who does this, as the ledger records it (default: the operating-system user)", Recursive = true, HelpName = "WHO" };

    public Option<bool> Quiet { get; } = new("--quiet") { Description = "Say only what was asked for and what went wrong", Recursive = true };

    /// <summary>For commands that assess.</summary>
    public static Option<string?> AsOf() => new("--as-of") { Description = "The day to assess, YYYY-MM-DD (default: today in Europe/London)", HelpName = "DAY" };

    public ServiceSettings Settings(ParseResult parsed, Invocation invocation) => SettingsReader.Read(
        new SettingOptions(parsed.GetValue(Config), parsed.GetValue(Ledger), parsed.GetValue(Rules)), invocation.Surroundings, SweepSchedule.IsCron);

    public Act Act(ParseResult parsed, Invocation invocation, string command) => new(
        command, parsed.GetValue(By) is { Length: > 0 } by ? by : invocation.User, invocation.Host, Invocation.Version);

    /// <summary>The day given, or today. Throws <see cref="UsageException"/> on anything but a day.</summary>
    public static DateOnly Day(string? text, Invocation invocation, string option = "--as-of") =>
        text is null ? invocation.Today
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new UsageException($"{option} is '{text}': give a day as YYYY-MM-DD, such as {Invocation.Text(invocation.Today)}.");

    /// <summary>
    /// A moment up to which rows are known: a day, to its end in London, or an instant with its zone. Null: all.
    /// Throws <see cref="UsageException"/> on anything else.
    /// </summary>
    public static DateTimeOffset? Moment(string? text, string option)
    {
        if (text is null)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue)
        {
            return Instants.EndOf(day);
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : throw new UsageException($"{option} is '{text}': give a day as YYYY-MM-DD, or an instant such as 2026-03-03T12:00:00Z.");
    }
}

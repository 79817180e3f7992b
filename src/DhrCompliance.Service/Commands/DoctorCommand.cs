using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using DhrCompliance.Rulebooks;
using DhrCompliance.Rulebooks.Reading;
using DhrCompliance.Service.Commands.Adoption;
using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Operations;
using DhrCompliance.Service.Operations.Health;
using DhrCompliance.Service.Post;
using DhrCompliance.Service.Settings;

namespace DhrCompliance.Service.Commands;

/// <summary><c>dhr doctor</c>: what everything rests on, each with ok or what to do.</summary>
internal static class DoctorCommand
{
    public static Command Create(Invocation invocation, Shared shared)
    {
        var command = new Command("doctor", """
            Shows versions, settings and where each was found, the rulebook, the holidays' horizon, the register and the outbox: each with ok or what to do.

            Examples:
              dhr doctor
              dhr doctor --ledger /data/register.db --rules /etc/dhr/rules
            """);
        command.SetAction(parsed =>
        {
            var settings = shared.Settings(parsed, invocation);
            var report = new Report(invocation);
            report.Ok("dhr", $"{Invocation.Version} on {RuntimeInformation.FrameworkDescription}");
            report.Ok("settings", settings.File is { } file ? $"{file.Path} ({file.How})" : "no settings file; the defaults are used");
            Rules(settings, invocation, report);
            Ledger(settings, invocation, report);
            Proposals(settings, report);
            if (settings.Intake is { } intake)
            {
                Intake(intake, report);
            }

            if (settings.Post.Transport == PostSettings.Pickup)
            {
                Outbox(settings, report);
            }
            else
            {
                Server(settings, invocation, report);
            }

            return report.Code;
        });
        return command;
    }

    private static void Rules(ServiceSettings settings, Invocation invocation, Report report)
    {
        try
        {
            var reading = RuleReadings.Of(RulesFolder.Files(settings.Rules.Path));
            var mistakes = reading.Diagnostics.Count(one => one.Severity == Severity.Error);
            if (reading.Rulebook is not { } rulebook)
            {
                report.Mend("rules", $"{settings.Rules.Path} ({settings.Rules.How}) has {Recorded.Counted(mistakes, "mistake")}: run 'dhr rules check'", ExitCode.BadInput);
                return;
            }

            report.Ok("rules", $"{settings.Rules.Path} ({settings.Rules.How}), {rulebook.Packs.Length} packs, {rulebook.Hash}");
            Holidays(rulebook, invocation, report);
        }
        catch (RulesException error)
        {
            report.Mend("rules", error.Message, ExitCode.BadInput);
        }
    }

    private static void Holidays(Rulebook rulebook, Invocation invocation, Report report)
    {
        foreach (var calendar in rulebook.Calendars.Values.DistinctBy(one => one.Name).OrderBy(one => one.Name, StringComparer.Ordinal))
        {
            var known = $"{calendar.Name}: known until {Invocation.Text(calendar.KnownUntil)}";
            if (calendar.KnownUntil >= invocation.Today.AddDays(RuleFindings.HorizonDays))
            {
                report.Ok("holidays", known);
            }
            else
            {
                report.Mend("holidays", $"{known}, which is less than {RuleFindings.HorizonDays} days away: add the coming years to calendars/ in the rules folder", ExitCode.Done);
            }
        }
    }

    private static void Ledger(ServiceSettings settings, Invocation invocation, Report report)
    {
        report.Ok("sqlite", LedgerDatabase.Library);
        try
        {
            using var ledger = LedgerDatabase.Open(settings.Ledger.Path, OpenMode.ReadOnly, invocation.Clock);
            var state = ledger.ReadSweepState();
            var last = state.LastDay is { } day ? $"last sweep for {Invocation.Text(day)}" : "no sweep yet";
            if (OwnFiles.IsOpenToAll(ledger.Path))
            {
                report.Mend("ledger", $"{ledger.Path} can be read by everybody on this machine: chmod o-rwx it and its folder", ExitCode.Done);
            }

            InForce(ledger, report);
            report.Ok("ledger", $"{ledger.Path} ({settings.Ledger.How}), version {ledger.SchemaVersion}{(ledger.IsDemo ? ", a demonstration" : "")}, {last}");
            var open = ledger.Deliveries(new DeliveryFilter { States = [DeliveryState.Failed, DeliveryState.Unknown] });
            if (open.Count > 0)
            {
                report.Mend("post", $"{(open.Count == 1 ? "1 delivery" : string.Create(CultureInfo.InvariantCulture, $"{open.Count} deliveries"))} failed or unknown: see 'dhr outbox list --state failed' and '--state unknown'", ExitCode.Done);
            }

            if (ledger.ReadServiceState() is { Held: > 0, HeldSince: { } since } service)
            {
                report.Mend("approvals", $"{Recorded.Counted(service.Held, "mail")} held for a person to release, the oldest since {Instants.LondonText(since)} (London): see 'dhr outbox list --held', then 'dhr outbox approve ID --by NAME'", ExitCode.Done);
            }
        }
        catch (LedgerException error)
        {
            report.Mend("ledger", error.Message, ExitCode.Ledger);
        }
    }

    private static void Proposals(ServiceSettings settings, Report report)
    {
        var place = settings.Proposals;
        if (ProposalFolders.CanBeListed(place.Path))
        {
            report.Ok("proposals", $"{place.Path} ({place.How}) is looked at");
        }
        else if (Directory.Exists(place.Path))
        {
            report.Mend("proposals", $"{place.Path} ({place.How}) cannot be read: give the service's user the right to read and write there", ExitCode.BadInput);
        }
    }

    private static void InForce(LedgerDatabase ledger, Report report)
    {
        var standing = ledger.Rulebooks();
        report.Ok("in force", standing switch
        {
            { Adoption: { } step } => $"{step.Hash}, since {Instants.LondonText(step.At)}{(step.By.Length > 0 ? $" by {step.By}" : "")}",
            { InForce: { } hash } => $"{hash}, as the last sweep used it",
            _ => "no rules yet: the first sweep takes those of the folder",
        });
        foreach (var step in standing.Waiting)
        {
            report.Ok("waiting", $"{Hashes.Short(step.Hash)}, proposed {Instants.LondonText(step.At)} by {(step.By.Length > 0 ? step.By : "somebody whose name is not known")}: {Pages.Adopting(step.Hash)}");
        }
    }

    private static void Outbox(ServiceSettings settings, Report report)
    {
        if (WhyNotWritable(settings.Pickup.Path) is { } why)
        {
            report.Mend("outbox", $"{settings.Pickup.Path} cannot be written ({why}): give the service's user the right to write there, or set Post:PickupFolder", ExitCode.BadInput);
        }
        else
        {
            report.Ok("outbox", $"mails from {settings.From} are written to {settings.Pickup.Path} ({settings.Pickup.How})");
        }
    }

    private static void Intake(Located folder, Report report)
    {
        if (WhyNotWritable(folder.Path) is { } why)
        {
            report.Mend("intake", $"{folder.Path} ({folder.How}) cannot be written ({why}): what is handed in there could not be put away; give the service's user the right to write there, or set Intake:Folder", ExitCode.BadInput);
        }
        else
        {
            report.Ok("intake", $"'dhr serve' takes what is handed in at {folder.Path} ({folder.How})");
        }
    }

    // Where the folder is not there yet: the nearest one above it, in which it would be made.
    private static string? WhyNotWritable(string folder)
    {
        while (!Directory.Exists(folder) && !File.Exists(folder) && Path.GetDirectoryName(folder) is { Length: > 0 } parent)
        {
            folder = parent;
        }

        // A name that nobody can have laid a link under.
        var probe = Path.Combine(folder, $".dhr-{Path.GetRandomFileName()}");
        try
        {
            using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
            }

            return null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return error.Message;
        }
    }

    private static void Server(ServiceSettings settings, Invocation invocation, Report report)
    {
        var post = settings.Post;
        var security = post.Security == PostSettings.None ? "not encrypted" : "encrypted";
        var what = post.Transport == PostSettings.NotifyService ? $"mails are handed to GOV.UK Notify at {post.Notify.BaseAddress}, by the template {post.Notify.Template}" : $"mails from {post.From} are sent to {post.Host}:{post.Port} ({security}, {(post.User is null ? "no login" : "with a login")})";
        try
        {
            using var transport = Transports.Of(settings, invocation.Clock);
            transport.Open(invocation.Stop).GetAwaiter().GetResult();
            report.Ok("outbox", what);
        }
        catch (PostException error)
        {
            report.Mend("outbox", $"{what}: {error.Message}", ExitCode.BadInput);
        }
    }

    /// <summary>Lines as they are found; the first trouble decides the exit code.</summary>
    private sealed class Report(Invocation invocation)
    {
        public int Code { get; private set; }

        public void Ok(string what, string detail) => invocation.Say($"ok    {what,-9} {detail}");

        public void Mend(string what, string detail, int code)
        {
            invocation.Show($"MEND  {what,-9} {detail}");
            Code = Code == ExitCode.Done ? code : Code;
        }
    }
}

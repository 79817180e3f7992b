using System.Diagnostics;
using System.Globalization;

namespace DhrCompliance.Service.Tests.Post.Smtp;

/// <summary>
/// Debian's Postfix, with a configuration, a queue and a port of its own, in the foreground of a process of the test's: a server that queues, delivers
/// and bounces. Everybody in example.org has a mailbox that <see cref="Boxes"/> names; mail to example.net goes on to another server.
/// </summary>
internal sealed class Postfix : IDisposable
{
    private const string Program = "/usr/sbin/postfix";

    private const string Programs = "/usr/lib/postfix/sbin";

    private const string Nobody = "65534";

    private static readonly string[] Boxes = ["team", "bounces", "member"];

    private static readonly TimeSpan HangGuard = TimeSpan.FromSeconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("dhr-postfix-").FullName;
    private readonly Process _process;

    private Postfix(int onward)
    {
        Port = ScriptedServer.ClosedPort();
        foreach (var name in new[] { "conf", "queue", "data", "mail" })
        {
            Directory.CreateDirectory(Path.Combine(_folder, name));
        }

        // Its parts run as users of their own, and must come through to here.
        Run("chmod", "755", _folder);
        Run("chown", "postfix", Path.Combine(_folder, "data"));
        Run("chown", $"{Nobody}:{Nobody}", Path.Combine(_folder, "mail"));
        Write("main.cf", Main);
        Write("master.cf", Master);
        Write("boxes", string.Concat(Boxes.Select(box => $"{box}@example.org {box}/\n")));
        Write("transport", string.Create(CultureInfo.InvariantCulture, $"example.net smtp:[127.0.0.1]:{onward}\n"));
        Refuse("");
        _process = Process.Start(new ProcessStartInfo(Program, ["-c", Conf, "start-fg"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }

    public int Port { get; }

    /// <summary>What it wrote of what it did.</summary>
    public string Log => File.Exists(Path.Combine(_folder, "mail.log")) ? Read(Path.Combine(_folder, "mail.log")) : "";

    private string Conf => Path.Combine(_folder, "conf");

    private string Main => $"""
        compatibility_level = 3.6
        queue_directory = {_folder}/queue
        data_directory = {_folder}/data
        command_directory = /usr/sbin
        daemon_directory = {Programs}
        meta_directory = /etc/postfix
        shlib_directory = /usr/lib/postfix
        mail_owner = postfix
        setgid_group = postdrop
        maillog_file = {_folder}/mail.log
        maillog_file_prefixes = {_folder}
        inet_interfaces = 127.0.0.1
        inet_protocols = ipv4
        myhostname = mail.example.org
        mydestination =
        local_recipient_maps =
        alias_maps =
        alias_database =
        mynetworks = 127.0.0.0/8
        notify_classes =
        recipient_delimiter = +
        smtpd_peername_lookup = no
        smtp_dns_support_level = disabled
        default_transport = retry:4.4.1 nobody is sent to from here
        transport_maps = texthash:{_folder}/conf/transport
        virtual_mailbox_domains = example.org
        virtual_mailbox_base = {_folder}/mail
        virtual_mailbox_maps = texthash:{_folder}/conf/boxes
        virtual_uid_maps = static:{Nobody}
        virtual_gid_maps = static:{Nobody}
        smtpd_recipient_restrictions = check_recipient_access texthash:{_folder}/conf/access, permit_mynetworks, reject

        """;

    private string Master => $"""
        127.0.0.1:{Port} inet n - n - - smtpd
        pickup unix n - n 60 1 pickup
        cleanup unix n - n - 0 cleanup
        qmgr unix n - n 300 1 qmgr
        rewrite unix - - n - - trivial-rewrite
        bounce unix - - n - 0 bounce
        defer unix - - n - 0 bounce
        trace unix - - n - 0 bounce
        flush unix n - n 1000? 0 flush
        proxymap unix - - n - - proxymap
        showq unix n - n - - showq
        error unix - - n - - error
        retry unix - - n - - error
        smtp unix - - n - - smtp
        virtual unix - n n - - virtual
        anvil unix - - n - 1 anvil
        postlog unix-dgram n - n - 1 postlogd

        """;

    /// <summary>Starts it; skips the test where it is not installed or this user may not, and fails it there in continuous integration.</summary>
    /// <param name="onward">The port on this machine to which mail for example.net goes on.</param>
    public static async Task<Postfix> Start(int onward = 9)
    {
        var isHere = File.Exists(Program) && Environment.UserName == "root";
        if (Environment.GetEnvironmentVariable("DHR_CI") == "true")
        {
            isHere.ShouldBeTrue("there is no Postfix, or this user is not root: install Debian's postfix.");
        }

        Skip.IfNot(isHere, "there is no Postfix, or this user is not root: install Debian's postfix.");
        var server = new Postfix(onward);
        await Until(() => server.Log.Contains("daemon started", StringComparison.Ordinal), "it did not start");
        return server;
    }

    /// <summary>What is said to recipients: lines of <c>address code words</c>; those that are not named are taken.</summary>
    public void Refuse(string lines) => Write("access", lines);

    /// <summary>As <see cref="Refuse"/>, while it runs.</summary>
    public void RefuseFromNow(string lines)
    {
        Refuse(lines);
        Run(Program, "-c", Conf, "reload");
    }

    /// <summary>The mails in a mailbox, once there are so many.</summary>
    public async Task<IReadOnlyList<string>> Mails(string box, int count)
    {
        var folder = Path.Combine(_folder, "mail", box, "new");
        await Until(() => Directory.Exists(folder) && Directory.GetFiles(folder).Length >= count, $"{box} has not {count} mails: {Log}");
        return [.. Directory.GetFiles(folder).Select(Read)];
    }

    /// <summary>What it has and could not deliver yet.</summary>
    public string Queue() => Run("postqueue", "-c", Conf, "-p");

    public void Dispose()
    {
        Run(Program, "-c", Conf, "stop");
        if (!_process.WaitForExit(HangGuard))
        {
            _process.Kill();
        }

        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static async Task Until(Func<bool> isDone, string otherwise)
    {
        for (var i = 0; i < 600; i++)
        {
            if (isDone())
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), RunningClock.Instance);
        }

        throw new TimeoutException(otherwise);
    }

    private static string Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output + errors.Result;
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, "conf", name), text);
}

using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace DhrCompliance.Service.Tests.Post.Smtp;

/// <summary>aiosmtpd in a process of its own: a mail server not written by us, with STARTTLS and a login.</summary>
internal sealed class Aiosmtpd : IDisposable
{
    public const string User = "dhr@example.org";
    public const string Password = "a pass “word”";

    /// <summary>Debian's interpreter, whose packages apt installs; another may come first on the path.</summary>
    private const string Python = "/usr/bin/python3";

    private static readonly Lazy<bool> Here = new(() => File.Exists(Python) && Runs("-c", "import aiosmtpd"));

    private readonly Process _process;
    private readonly Task<string> _errors;
    private readonly Task<string> _mails;

    private Aiosmtpd(string folder)
    {
        using var certificate = TestTrust.Authority.Good();
        using var key = certificate.GetECDsaPrivateKey()!;
        Authority = Write("authority.pem", TestTrust.Authority.Pem);
        var script = Path.Combine(AppContext.BaseDirectory, "Post", "Smtp", "mailserver.py");
        var start = new ProcessStartInfo(Python, [script, Write("server.pem", certificate.ExportCertificatePem()), Write("server.key", key.ExportPkcs8PrivateKeyPem()), User, Password])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync();
        Port = int.TryParse(_process.StandardOutput.ReadLine(), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? port
            : throw new InvalidOperationException(_errors.Result);

        // Read while it writes: a full pipe would hold it up.
        _mails = _process.StandardOutput.ReadToEndAsync();

        string Write(string name, string text)
        {
            var path = Path.Combine(folder, name);
            File.WriteAllText(path, text);
            return path;
        }
    }

    public int Port { get; }

    /// <summary>A file with the authority that signed its certificate.</summary>
    public string Authority { get; }

    /// <summary>Starts it; skips the test where it is not installed, and fails it there in continuous integration.</summary>
    public static Aiosmtpd Start(string folder)
    {
        if (Environment.GetEnvironmentVariable("DHR_CI") == "true")
        {
            Here.Value.ShouldBeTrue($"{Python} has no aiosmtpd: install Debian's python3-aiosmtpd.");
        }

        Skip.IfNot(Here.Value, $"{Python} has no aiosmtpd: install Debian's python3-aiosmtpd.");
        return new Aiosmtpd(folder);
    }

    /// <summary>Ends it and gives what it accepted.</summary>
    public IReadOnlyList<JsonElement> End()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        return [.. _mails.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private static bool Runs(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Python, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}

using System.Diagnostics;
using System.Globalization;

namespace DhrCompliance.Service.Tests.Faults.Killing;

/// <summary>aiosmtpd in a process of its own, which sees what it accepted to the disk before it answers.</summary>
internal sealed class MailSink : IDisposable
{
    /// <summary>Debian's interpreter, whose packages apt installs; another may come first on the path.</summary>
    private const string Python = "/usr/bin/python3";

    private static readonly TimeSpan HangGuard = TimeSpan.FromMinutes(1);

    private static readonly Lazy<bool> Here = new(() => File.Exists(Python) && Runs("-c", "import aiosmtpd"));

    private readonly Process process;
    private readonly string log;

    private MailSink(string log, int milliseconds)
    {
        this.log = log;
        var script = Path.Combine(AppContext.BaseDirectory, "Faults", "Killing", "mailsink.py");
        process = Process.Start(new ProcessStartInfo(Python, [script, log, milliseconds.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        Port = int.Parse(process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The mail server did not start."), CultureInfo.InvariantCulture);
    }

    public int Port { get; }

    /// <summary>Starts it; skips the test where it is not installed, and fails it there in continuous integration.</summary>
    /// <param name="log">The file of what it accepted.</param>
    /// <param name="milliseconds">How long it takes for each mail.</param>
    public static MailSink Start(string log, int milliseconds)
    {
        if (Environment.GetEnvironmentVariable("DHR_CI") == "true")
        {
            Here.Value.ShouldBeTrue($"{Python} has no aiosmtpd: install Debian's python3-aiosmtpd.");
        }

        Skip.IfNot(Here.Value, $"{Python} has no aiosmtpd: install Debian's python3-aiosmtpd.");
        return new MailSink(log, milliseconds);
    }

    /// <summary>Message-IDs in the order they were accepted.</summary>
    public IReadOnlyList<string> Accepted()
    {
        using var file = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Done when it holds back the reply to the mail that comes so many from now.</summary>
    public async Task Holding(int mail, Task orUntil)
    {
        await process.StandardInput.WriteLineAsync(mail.ToString(CultureInfo.InvariantCulture));
        await process.StandardInput.FlushAsync();
        var held = process.StandardOutput.ReadLineAsync();
        if (await Task.WhenAny(held, orUntil) != held)
        {
            // The line that was waited for is the next answer, whatever it is.
            await Say("up", held);
        }
    }

    /// <summary>Refuses every mail for now, or takes them again.</summary>
    public Task Serve(bool isUp) => Say(isUp ? "up" : "down", process.StandardOutput.ReadLineAsync());

    public void Dispose()
    {
        process.StandardInput.Close();
        if (!process.WaitForExit(HangGuard))
        {
            process.Kill();
        }

        process.Dispose();
    }

    private async Task Say(string word, Task<string?> answer)
    {
        await process.StandardInput.WriteLineAsync("0");
        await process.StandardInput.WriteLineAsync(word);
        await process.StandardInput.FlushAsync();
        (await answer.WaitAsync(HangGuard)).ShouldBe(word);
    }

    private static bool Runs(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Python, arguments) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}

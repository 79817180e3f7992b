using DhrCompliance.Service.Ledger;
using DhrCompliance.Service.Post.Mime;
using Microsoft.Win32.SafeHandles;

namespace DhrCompliance.Service.Post;

/// <summary>The transport that writes each mail as a file, to be collected by a mail server.</summary>
/// <param name="folder">The folder; made if it is missing.</param>
/// <param name="from">The address that mails come from.</param>
public sealed class PickupFolder(string folder, string from) : ITransport
{
    private const int Together = 400;

    private readonly string _folder = Path.GetFullPath(folder);

    /// <inheritdoc/>
    public string Name => "pickup";

    /// <inheritdoc/>
    public bool Replaces => true;

    /// <inheritdoc/>
    public int AtOnce => Together;

    /// <summary>Makes the folder and tries whether it can be written to. Throws <see cref="PostException"/>, naming it.</summary>
    public Task Open(CancellationToken giveUp)
    {
        try
        {
            Directory.CreateDirectory(_folder);
            var probe = Path.Combine(_folder, $".{Path.GetRandomFileName()}.tmp");
            using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
            }

            return Task.CompletedTask;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new PostException(
                $"Mails cannot be written to the folder {_folder}: {error.Message} Make it a folder this user may write to, or set Post:PickupFolder to one; "
                + "what is planned stays planned, and the next run sends it.",
                error);
        }
    }

    /// <summary>
    /// Writes the mail under a temporary name, sees it to the disk, and gives it the delivery's name, so that nobody
    /// collects half a mail and a repeat replaces itself.
    /// </summary>
    public Task<Handover> Send(DeliveryRow mail, DateTimeOffset now, CancellationToken giveUp) =>
        Task.FromResult(giveUp.IsCancellationRequested ? new Handover(HandoverOutcome.Unreachable, "The program was asked to stop.") : Write(mail, now));

    public void Dispose()
    {
    }

    private Handover Write(DeliveryRow delivery, DateTimeOffset now)
    {
        var file = Path.Combine(_folder, $"{delivery.Id}.eml");
        var temporary = $"{file}.tmp";
        try
        {
            var mail = MailFile.Of(delivery, from, now);

            // Shared, since a lock of the file would cost as much as writing it; the name is this delivery's alone.
            using (var handle = Fresh(temporary))
            {
                RandomAccess.Write(handle, mail.Span, 0);
                RandomAccess.FlushToDisk(handle);
            }

            File.Move(temporary, file, overwrite: true);
            return new Handover(HandoverOutcome.Accepted, $"written to {file}");
        }
        catch (Exception error) when (error is FormatException or ArgumentException)
        {
            return new Handover(HandoverOutcome.Permanent, error.Message);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Drop(temporary);
            return new Handover(
                IsInTheWay(file) ? HandoverOutcome.Temporary : HandoverOutcome.Unreachable,
                $"The mail cannot be written to the folder {_folder}: {error.Message} See that there is room in it, that it is there, and that this user may write to it.");
        }
    }

    /// <summary>Half a mail on a full disk is in nobody's way but takes room.</summary>
    private static void Drop(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The next attempt at this mail writes over it.
        }
    }

    /// <summary>Whether the fault is in what lies under the mail's own name; a full disk or a folder that is gone is no fault of the mail.</summary>
    private static bool IsInTheWay(string file) => Directory.Exists(file) || Directory.Exists($"{file}.tmp");

    /// <summary>A new file, never what a link under that name leads to; what a crash left there is in the way and goes.</summary>
    private static SafeFileHandle Fresh(string path)
    {
        try
        {
            return Open();
        }
        catch (IOException) when (File.Exists(path) || new FileInfo(path).LinkTarget is not null)
        {
            File.Delete(path);
            return Open();
        }

        SafeFileHandle Open() => File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite);
    }
}

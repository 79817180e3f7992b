using System.Security.Cryptography.X509Certificates;
using DhrCompliance.Service.Settings;

namespace DhrCompliance.Service.Post.Smtp;

/// <summary>Asks a mail server, on a connection of its own and without a mail, whether it would take one from us: greeting, encryption, login, sender.</summary>
/// <param name="settings">The server.</param>
/// <param name="trusted">The only authorities that are trusted, for tests; null: those of the system.</param>
internal sealed class Knock(PostSettings settings, X509Certificate2Collection? trusted)
{
    /// <summary>Throws <see cref="PostException"/>, saying what is the matter and what to do.</summary>
    /// <param name="stop">The end of waiting.</param>
    public async Task Ask(CancellationToken stop)
    {
        var entrance = new Entrance(settings, trusted);
        using var session = await entrance.Enter(stop).ConfigureAwait(false);
        await entrance.Ask(session, stop).ConfigureAwait(false);
        try
        {
            await session.Say("QUIT", stop).ConfigureAwait(false);
        }
        catch (Exception error) when (error is IOException or OperationCanceledException)
        {
            // It would take a mail: how it says goodbye is its own affair.
        }
    }
}

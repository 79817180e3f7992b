using System.Net;

namespace DhrCompliance.Service.Post.Smtp;

/// <summary>Name and password for AUTH LOGIN and for no other scheme that the framework may try first (Negotiate, NTLM).</summary>
internal sealed class LoginOnly(string user, string password) : ICredentialsByHost
{
    public NetworkCredential? GetCredential(string host, int port, string authenticationType) =>
        authenticationType.Equals("login", StringComparison.OrdinalIgnoreCase) ? new NetworkCredential(user, password) : null;
}

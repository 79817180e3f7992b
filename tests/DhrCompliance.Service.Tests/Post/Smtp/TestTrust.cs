using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace DhrCompliance.Service.Tests.Post.Smtp;

/// <summary>
/// Lets the framework's mail client trust the tests' authority, as the machine's own would be trusted: it takes no certificate check of one
/// client, only one of the whole process. Everything else about a certificate is checked as ever.
/// </summary>
internal static class TestTrust
{
    private static readonly TestAuthority TheAuthority = new(RunningClock.Instance.GetUtcNow());

    static TestTrust()
    {
#pragma warning disable SYSLIB0014 // The mail client reads its check from here and from nowhere else.
        ServicePointManager.ServerCertificateValidationCallback = (_, certificate, _, errors) =>
            (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) == SslPolicyErrors.None && IsSigned(certificate!);
#pragma warning restore SYSLIB0014
    }

    public static TestAuthority Authority => TheAuthority;

    private static bool IsSigned(X509Certificate certificate)
    {
        using var leaf = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        using var chain = new X509Chain
        {
            ChainPolicy = { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck, CustomTrustStore = { TheAuthority.Root } },
        };
        return chain.Build(leaf);
    }
}

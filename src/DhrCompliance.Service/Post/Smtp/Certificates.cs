using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace DhrCompliance.Service.Post.Smtp;

/// <summary>What is wrong with a mail server's certificate, in words.</summary>
internal static class Certificates
{
    /// <summary>Null where it is good.</summary>
    public static string? Fault(X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
        {
            return null;
        }

        if (certificate is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
        {
            return "it shows none";
        }

        var faults = new List<string>();
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            faults.Add($"it is made for another name ({ServerWords.Line(certificate.Subject)}); Post:Host must be the name it is made for");
        }

        var status = chain?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status) ?? X509ChainStatusFlags.NoError;
        if (status.HasFlag(X509ChainStatusFlags.NotTimeValid))
        {
            var (from, until) = Days(certificate);
            faults.Add($"it, or one it rests on, is not valid today (it is valid from {from} to {until})");
        }

        if ((status & (X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.NotSignatureValid)) != 0)
        {
            faults.Add("no authority that this machine trusts signed it; add the authority to those of the machine, or name a file with SSL_CERT_FILE");
        }

        return faults.Count > 0 ? string.Join("; ", faults) : $"{errors}: {status}";
    }

    /// <summary>Null, the system's own, or one that trusts fewer.</summary>
    public static X509ChainPolicy? Policy(X509Certificate2Collection? trusted)
    {
        if (trusted is null)
        {
            return null;
        }

        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(trusted);
        return policy;
    }

    private static (string From, string Until) Days(X509Certificate certificate)
    {
        using var own = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return (Day(own.NotBefore), Day(own.NotAfter));

        static string Day(DateTime moment) => moment.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}

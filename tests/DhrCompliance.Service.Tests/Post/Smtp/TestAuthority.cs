using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DhrCompliance.Service.Tests.Post.Smtp;

/// <summary>Certificates made for the tests: an authority, and what it signed.</summary>
internal sealed class TestAuthority : IDisposable
{
    private readonly X509Certificate2 _root;

    public TestAuthority(DateTimeOffset now, string name = "DhrCompliance tests")
    {
        Now = now;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        _root = request.CreateSelfSigned(now.AddYears(-2), now.AddYears(2));
    }

    /// <summary>The authority itself, without its key.</summary>
    public X509Certificate2 Root => X509CertificateLoader.LoadCertificate(_root.RawData);

    /// <summary>As a file of trusted authorities has it.</summary>
    public string Pem => _root.ExportCertificatePem();

    private DateTimeOffset Now { get; }

    /// <summary>For <c>localhost</c> and <c>127.0.0.1</c>, good now.</summary>
    public X509Certificate2 Good() => Issue("localhost", Now.AddDays(-1), Now.AddDays(30));

    public X509Certificate2 Expired() => Issue("localhost", Now.AddDays(-60), Now.AddDays(-1));

    public X509Certificate2 ForAnotherHost() => Issue("elsewhere.example", Now.AddDays(-1), Now.AddDays(30));

    public void Dispose() => _root.Dispose();

    private X509Certificate2 Issue(string host, DateTimeOffset from, DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={host}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host);
        if (host == "localhost")
        {
            names.AddIpAddress(IPAddress.Loopback);
        }

        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], false));
        using var signed = request.Create(_root, from, until, RandomNumberGenerator.GetBytes(8));
        return signed.CopyWithPrivateKey(key);
    }
}

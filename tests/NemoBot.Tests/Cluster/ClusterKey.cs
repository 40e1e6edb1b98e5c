using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NemoBot.Tests.Support;

namespace NemoBot.Tests.Cluster;

/// <summary>Certificates for instances, as openssl makes them.</summary>
internal static class ClusterKey
{
    /// <summary>Writes a certificate that signs itself, with its key.</summary>
    public static string WriteSelfSigned(string folder, string name) => Write(folder, name, null, isAuthority: false);

    public static string WriteAuthority(string folder, string name) => Write(folder, name, null, isAuthority: true, days: 2);

    /// <summary>Writes a certificate that an authority signed, with its key.</summary>
    public static string WriteSigned(string folder, string name, string authority, int days = 1) => Write(folder, name, authority, isAuthority: false, days);

    /// <summary>Returns true if an instance keeps a connection that shows a certificate; it closes others after the handshake.</summary>
    public static async Task<bool> IsLetInAsync(int port, string? certificate)
    {
        using var own = certificate is null ? null : X509Certificate2.CreateFromPemFile(certificate);
        using var tcp = new TcpClient("127.0.0.1", port);
        await using var tls = new SslStream(tcp.GetStream());
        using var patience = new CancellationTokenSource(Patience.Limit);
        try
        {
            await tls.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions
                {
                    TargetHost = "any",
                    ClientCertificates = own is null ? null : [own],
                    RemoteCertificateValidationCallback = (_, shown, _, _) => shown is not null,
                },
                patience.Token);

            // An instance that lets somebody in introduces itself first.
            return await tls.ReadAsync(new byte[1], patience.Token) > 0;
        }
        catch (Exception error) when (error is IOException or System.Security.Authentication.AuthenticationException)
        {
            return false;
        }
    }

    private static string Write(string folder, string name, string? authority, bool isAuthority, int days = 1)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, true));
        var now = DateTimeOffset.FromUnixTimeSeconds(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds());
        using var signer = authority is null ? null : X509Certificate2.CreateFromPemFile(authority);
        using var made = signer is null
            ? request.CreateSelfSigned(now.AddDays(-1), now.AddDays(days))
            : request.Create(signer, now.AddHours(-12), now.AddDays(days), RandomNumberGenerator.GetBytes(8));
        var path = Path.Combine(folder, name + ".pem");
        File.WriteAllText(path, made.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        return path;
    }
}

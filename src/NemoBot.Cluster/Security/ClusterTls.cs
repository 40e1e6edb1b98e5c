using System.Security.Authentication;
using Orleans.Connections.Security;

namespace NemoBot.Cluster.Security;

/// <summary>Encrypts the connections between instances; both ends show a certificate.</summary>
internal static class ClusterTls
{
    public static void Require(ISiloBuilder silo, ClusterCertificates certificates) => silo.UseTls(tls =>
    {
        tls.LocalCertificate = certificates.Own;
        tls.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13;
        tls.RemoteCertificateMode = RemoteCertificateMode.RequireCertificate;
        tls.ClientCertificateMode = RemoteCertificateMode.RequireCertificate;
        tls.RemoteCertificateValidation = (shown, _, _) => certificates.IsTrusted(shown);
        tls.OnAuthenticateAsClient = (_, client) => client.TargetHost = "nemobot";
    });
}

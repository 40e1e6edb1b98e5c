using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NemoBot.Core.Storage;

namespace NemoBot.Cluster.Security;

/// <summary>
/// The certificate that this instance shows the others, and which of theirs it accepts: the same one, or those of an authority. Names
/// in certificates do not matter, because instances find each other by address in the database.
/// </summary>
internal sealed class ClusterCertificates
{
    private readonly X509Certificate2? _authority;

    private ClusterCertificates(X509Certificate2 own, X509Certificate2? authority) => (Own, _authority) = (own, authority);

    public X509Certificate2 Own { get; }

    /// <summary>Reads the files that the settings name; null if connections are not encrypted.</summary>
    /// <exception cref="InvalidOperationException">A file cannot be used; the message says why.</exception>
    public static ClusterCertificates? Load(ClusterOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Certificate))
        {
            return string.IsNullOrWhiteSpace(options.Authority)
                ? null
                : throw new InvalidOperationException("NemoBot:Cluster:Authority needs a certificate of this instance too: set NemoBot:Cluster:Certificate.");
        }

        var own = Read(nameof(options.Certificate), options.Certificate, p => X509Certificate2.CreateFromPemFile(p));
        var authority = string.IsNullOrWhiteSpace(options.Authority) ? null : Read(nameof(options.Authority), options.Authority, X509CertificateLoader.LoadCertificateFromFile);
        var certificates = new ClusterCertificates(own, authority);
        return certificates.IsTrusted(own) ? certificates : throw new InvalidOperationException(
            "NemoBot:Cluster:Certificate has expired, or is not signed by NemoBot:Cluster:Authority: the other instances would refuse it.");
    }

    /// <summary>Returns true if a certificate belongs to an instance of this cluster.</summary>
    public bool IsTrusted(X509Certificate2? shown)
    {
        if (shown is null || _authority is null)
        {
            return shown is not null && shown.RawDataMemory.Span.SequenceEqual(Own.RawDataMemory.Span);
        }

        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(_authority);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        return chain.Build(shown);
    }

    private static X509Certificate2 Read(string setting, string path, Func<string, X509Certificate2> read)
    {
        try
        {
            return read(path);
        }
        catch (CryptographicException)
        {
            throw new InvalidOperationException(
                $"NemoBot:Cluster:{setting} is {path}, which is not the PEM file it should be: a certificate{(setting == nameof(ClusterOptions.Certificate) ? " followed by its private key" : "")}.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new InvalidOperationException($"NemoBot:Cluster:{setting} is {path}, which cannot be read: {error.Message}");
        }
    }
}

using NemoBot.Cluster.Security;
using NemoBot.Core.Storage;
using Xunit;

namespace NemoBot.Tests.Cluster;

public sealed class ClusterCertificateTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("nemobot-keys-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Without_an_authority_only_the_same_certificate_is_trusted()
    {
        var one = Load(ClusterKey.WriteSelfSigned(_folder.FullName, "one"));
        var other = Load(ClusterKey.WriteSelfSigned(_folder.FullName, "other"));
        Assert.True(one.IsTrusted(Load(Path.Combine(_folder.FullName, "one.pem")).Own));
        Assert.False(one.IsTrusted(other.Own));
        Assert.False(one.IsTrusted(null));
    }

    [Fact]
    public void With_an_authority_what_it_signed_is_trusted()
    {
        var authority = ClusterKey.WriteAuthority(_folder.FullName, "authority");
        var stranger = ClusterKey.WriteAuthority(_folder.FullName, "stranger");
        var one = Load(ClusterKey.WriteSigned(_folder.FullName, "one", authority), authority);
        Assert.True(one.IsTrusted(Load(ClusterKey.WriteSigned(_folder.FullName, "two", authority), authority).Own));
        Assert.False(one.IsTrusted(Load(ClusterKey.WriteSigned(_folder.FullName, "three", stranger), stranger).Own));
    }

    [Fact]
    public void Files_that_cannot_be_used_are_said_at_the_start()
    {
        var authority = ClusterKey.WriteAuthority(_folder.FullName, "authority");
        var self = ClusterKey.WriteSelfSigned(_folder.FullName, "self");
        var text = Path.Combine(_folder.FullName, "text.pem");
        File.WriteAllText(text, "no certificate");
        Assert.Contains("not the PEM file it should be: a certificate followed by its private key.", Fail(text), StringComparison.Ordinal);
        Assert.Contains("cannot be read", Fail(Path.Combine(_folder.FullName, "missing.pem")), StringComparison.Ordinal);
        Assert.Contains("not the PEM file it should be: a certificate.", Fail(self, text), StringComparison.Ordinal);
        Assert.Contains("has expired, or is not signed by", Fail(self, authority), StringComparison.Ordinal);
        Assert.Contains("has expired, or is not signed by", Fail(ClusterKey.WriteSigned(_folder.FullName, "old", authority, days: 0), authority), StringComparison.Ordinal);
        Assert.Contains("needs a certificate of this instance too", Fail(null, authority), StringComparison.Ordinal);
        Assert.Null(ClusterCertificates.Load(new ClusterOptions()));
    }

    private static ClusterCertificates Load(string? certificate, string? authority = null) =>
        ClusterCertificates.Load(new ClusterOptions { Certificate = certificate, Authority = authority })!;

    private static string Fail(string? certificate, string? authority = null) =>
        Assert.Throws<InvalidOperationException>(() => Load(certificate, authority)).Message;
}

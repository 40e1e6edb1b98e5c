using NemoBot.Core.Backend;

namespace NemoBot.Tests.Nemo;

/// <summary>Hides a secret well enough for a test to see whether it was hidden.</summary>
public sealed class ReversingProtector : ISecretProtector
{
    public string Protect(string secret) => "p:" + new string([.. secret.Reverse()]);

    public string? Unprotect(string secret) => secret.StartsWith("p:", StringComparison.Ordinal) ? new string([.. secret[2..].Reverse()]) : null;
}

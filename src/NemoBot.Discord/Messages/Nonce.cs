using System.Security.Cryptography;
using System.Text;

namespace NemoBot.Discord.Messages;

/// <summary>Derives the nonce by which Discord recognizes a repeat of a message. The same key always yields the same nonce.</summary>
internal static class Nonce
{
    /// <summary>Discord accepts at most 25 characters.</summary>
    private const int Length = 25;

    public static string? Of(string? deduplicationKey) =>
        deduplicationKey is null ? null : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(deduplicationKey)))[..Length];
}

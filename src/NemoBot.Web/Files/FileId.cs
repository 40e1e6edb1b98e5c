using System.Security.Cryptography;
using System.Text;

namespace NemoBot.Web.Files;

/// <summary>
/// Ids of files: eight digits derived from the chat, so that forgetting it finds its files, and 128 random bits.
/// </summary>
internal static class FileId
{
    private const int PrefixLength = 8;
    private const int Length = PrefixLength + 32;

    public static string New(string channel) => Prefix(channel) + RandomNumberGenerator.GetHexString(32, lowercase: true);

    public static string Prefix(string channel) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(channel)))[..PrefixLength];

    /// <summary>The bundle of an id in the vault; ids have no characters with a meaning in a path.</summary>
    public static string Bundle(string id) => id[..PrefixLength] + "/" + id[PrefixLength..];

    public static bool IsValid(string? id) => id is { Length: Length } && id.All(char.IsAsciiHexDigitLower);
}

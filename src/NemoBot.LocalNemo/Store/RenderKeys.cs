using System.Security.Cryptography;
using System.Text;

namespace NemoBot.LocalNemo.Store;

/// <summary>Names of renders that are good for addresses and folders: an id is any text of the client's.</summary>
internal static class RenderKeys
{
    private const int Bytes = 20;

    /// <summary>The name of a render: 40 hexadecimal digits.</summary>
    public static string Of(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)).AsSpan(0, Bytes));

    /// <summary>Returns true for what can be such a name.</summary>
    public static bool IsValid(string key) => key.Length == 2 * Bytes && key.All(char.IsAsciiHexDigitLower);
}

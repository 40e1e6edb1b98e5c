using System.Globalization;
using System.Text;

namespace NemoBot.Tests.Sniffing;

/// <summary>
/// First bytes of files as tests write them: <c>'RIFF' ..*4 'AVI' 20</c> is text, four bytes that do not matter, text, and a byte in hexadecimal digits.
/// </summary>
internal static class Heads
{
    private const byte Filler = (byte)'.';

    /// <summary>The bytes.</summary>
    public static byte[] Of(string written) => [.. Parts(written).SelectMany(p => p.Bytes)];

    /// <summary>Where the bytes are that matter.</summary>
    public static IEnumerable<int> Marked(string written)
    {
        var at = 0;
        foreach (var (bytes, matters) in Parts(written))
        {
            foreach (var marked in matters ? Enumerable.Range(at, bytes.Length) : [])
            {
                yield return marked;
            }

            at += bytes.Length;
        }
    }

    private static IEnumerable<(byte[] Bytes, bool Matters)> Parts(string written)
    {
        foreach (var token in written.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var star = token.EndsWith('\'') ? -1 : token.LastIndexOf('*');
            var (part, count) = star > 0 ? (token[..star], int.Parse(token[(star + 1)..], CultureInfo.InvariantCulture)) : (token, 1);
            byte[] bytes = part switch
            {
                ".." => [Filler],
                ['\'', .. var text, '\''] => Encoding.Latin1.GetBytes(text),
                _ => [byte.Parse(part, NumberStyles.HexNumber, CultureInfo.InvariantCulture)],
            };
            yield return ([.. Enumerable.Repeat(bytes, count).SelectMany(b => b)], part != "..");
        }
    }
}

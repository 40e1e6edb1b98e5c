using System.Globalization;

namespace NemoBot.LocalNemo.Captioning.Fonts;

/// <summary>A set of code points, read from fontconfig's ranges: <c>20-7e a0 370-377</c>.</summary>
internal sealed class CodePointSet
{
    private readonly ulong[] _bits = new ulong[0x110000 / 64];

    /// <summary>Adds ranges; what is no range is ignored.</summary>
    public void Add(string ranges)
    {
        foreach (var range in ranges.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            var dash = range.IndexOf('-', StringComparison.Ordinal);
            if (TryRead(dash < 0 ? range : range[..dash], out var first) && TryRead(dash < 0 ? range : range[(dash + 1)..], out var last))
            {
                for (var i = first; i <= last; i++)
                {
                    _bits[i / 64] |= 1UL << (i % 64);
                }
            }
        }
    }

    public bool Contains(int codePoint) => (_bits[codePoint / 64] & (1UL << (codePoint % 64))) != 0;

    private static bool TryRead(string text, out int value) =>
        int.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value) && value is >= 0 and < 0x110000;
}

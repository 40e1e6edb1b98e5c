using System.Collections.Frozen;
using NemoBot.Core.Text;

namespace NemoBot.Core.Timeline;

/// <summary>Colors by their names where there is one, <c>#rrggbb</c> otherwise.</summary>
/// <param name="texts">The words' language.</param>
internal sealed class ColorWords(Texts texts)
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["ffffff"] = "white",
        ["000000"] = "black",
        ["ff0000"] = "red",
        ["00ff00"] = "green",
        ["008000"] = "green",
        ["0000ff"] = "blue",
        ["ffff00"] = "yellow",
        ["ffd700"] = "gold",
        ["ffa500"] = "orange",
        ["800080"] = "purple",
        ["ffc0cb"] = "pink",
        ["ff00ff"] = "magenta",
        ["00ffff"] = "cyan",
        ["808080"] = "grey",
        ["c0c0c0"] = "silver",
        ["a52a2a"] = "brown",
        ["000080"] = "navy",
        ["008080"] = "teal",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The value in words; a value that is no color comes back as it is.</summary>
    public string Describe(string value)
    {
        var name = value.Trim().ToLowerInvariant();
        if (Names.Values.Contains(name))
        {
            return texts["timeline.color." + name];
        }

        return Hex(name) is not { } hex ? value : Names.TryGetValue(hex, out var known) ? texts["timeline.color." + known] : "#" + hex;
    }

    private static string? Hex(string value)
    {
        var digits = value.StartsWith('#') ? value[1..] : value.StartsWith("0x", StringComparison.Ordinal) ? value[2..] : "";
        return digits.All(char.IsAsciiHexDigit)
            ? digits.Length switch
            {
                3 => $"{digits[0]}{digits[0]}{digits[1]}{digits[1]}{digits[2]}{digits[2]}",
                6 => digits,
                8 when digits.EndsWith("ff", StringComparison.Ordinal) => digits[..6],
                8 => digits,
                _ => null,
            }
            : null;
    }
}

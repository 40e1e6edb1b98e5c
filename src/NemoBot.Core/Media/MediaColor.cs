namespace NemoBot.Core.Media;

/// <summary>How the colors of a picture are coded, in FFmpeg's names; null where the file does not say.</summary>
/// <param name="Range"><c>tv</c> or <c>pc</c>.</param>
/// <param name="Matrix">For example <c>bt709</c> or <c>smpte170m</c>.</param>
/// <param name="Transfer">For example <c>bt709</c>, <c>smpte2084</c> (PQ) or <c>arib-std-b67</c> (HLG).</param>
/// <param name="Primaries">For example <c>bt709</c> or <c>bt2020</c>.</param>
public sealed record MediaColor(string? Range, string? Matrix, string? Transfer, string? Primaries)
{
    /// <summary>Brighter than a standard picture can be: PQ or HLG.</summary>
    public bool IsHdr => Transfer is "smpte2084" or "arib-std-b67";
}

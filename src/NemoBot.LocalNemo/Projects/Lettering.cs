using NemoBot.Media.Subtitles;

namespace NemoBot.LocalNemo.Projects;

/// <summary>
/// How the letters of a font are measured. Widths are estimated for the usual font; ASS counts a size from the highest glyph to the deepest,
/// and fonts without Chinese characters, which are the highest, would come out larger.
/// </summary>
internal static class Lettering
{
    private const string Cjk = " CJK ";
    private const string Mono = "Mono";
    private const int LongestName = 60;

    /// <summary>The family to draw with.</summary>
    public static string FamilyOf(string? font) => font ?? AssScript.Font;

    /// <summary>A size in ASS at which letters are as large as those of the usual font.</summary>
    public static double SizeOf(string? font) => font is null || font.Contains(Cjk, StringComparison.Ordinal) ? 1 : font.StartsWith("Noto ", StringComparison.Ordinal) ? 0.95 : 0.81;

    /// <summary>How much wider its letters may be than the estimate.</summary>
    public static double WidthOf(string? font) => font is null ? 1 : font.Contains(Mono, StringComparison.Ordinal) ? 1.2 : font.Contains(Cjk, StringComparison.Ordinal) ? 1 : 1.12;

    /// <summary>A name that means nothing but a name in the files of libass; null if it is none.</summary>
    public static string? Read(string? name) =>
        name is { Length: > 0 and <= LongestName } && name.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_' or '.' or '\'') ? name : null;
}

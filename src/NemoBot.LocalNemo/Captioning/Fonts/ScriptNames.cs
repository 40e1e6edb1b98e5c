namespace NemoBot.LocalNemo.Captioning.Fonts;

/// <summary>Which script a character belongs to, and the Debian package that draws it.</summary>
internal static class ScriptNames
{
    private const string Core = "fonts-noto-core";
    private const string Cjk = "fonts-noto-cjk";
    private const string Emoji = "fonts-symbola";
    private const string Rest = "fonts-unifont";

    private static readonly (int First, int Last, string Name, string Package)[] Ranges =
    [
        (0x0000, 0x024F, "Latin", Core), (0x0250, 0x02FF, "Latin", Core), (0x0370, 0x03FF, "Greek", Core), (0x0400, 0x052F, "Cyrillic", Core),
        (0x0530, 0x058F, "Armenian", Core), (0x0590, 0x05FF, "Hebrew", Core), (0x0600, 0x07BF, "Arabic", Core), (0x0860, 0x08FF, "Arabic", Core),
        (0x0900, 0x097F, "Devanagari", Core), (0x0980, 0x09FF, "Bengali", Core), (0x0A00, 0x0A7F, "Gurmukhi", Core), (0x0A80, 0x0AFF, "Gujarati", Core),
        (0x0B00, 0x0B7F, "Odia", Core), (0x0B80, 0x0BFF, "Tamil", Core), (0x0C00, 0x0C7F, "Telugu", Core), (0x0C80, 0x0CFF, "Kannada", Core),
        (0x0D00, 0x0D7F, "Malayalam", Core), (0x0D80, 0x0DFF, "Sinhala", Core), (0x0E00, 0x0E7F, "Thai", Core), (0x0E80, 0x0EFF, "Lao", Core),
        (0x0F00, 0x0FFF, "Tibetan", Core), (0x1000, 0x109F, "Myanmar", Core), (0x10A0, 0x10FF, "Georgian", Core), (0x1100, 0x11FF, "Korean", Cjk),
        (0x1200, 0x139F, "Ethiopic", Core), (0x1780, 0x17FF, "Khmer", Core), (0x1E00, 0x1EFF, "Latin", Core), (0x1F00, 0x1FFF, "Greek", Core),
        (0x2600, 0x27BF, "Emoji", Emoji), (0x2B00, 0x2BFF, "Emoji", Emoji), (0x2E80, 0x303F, "Chinese", Cjk), (0x3040, 0x30FF, "Japanese", Cjk),
        (0x3100, 0x312F, "Chinese", Cjk), (0x3130, 0x318F, "Korean", Cjk), (0x3190, 0x9FFF, "Chinese", Cjk), (0xAC00, 0xD7AF, "Korean", Cjk),
        (0xF900, 0xFAFF, "Chinese", Cjk), (0xFB1D, 0xFB4F, "Hebrew", Core), (0xFB50, 0xFDFF, "Arabic", Core), (0xFE70, 0xFEFF, "Arabic", Core),
        (0xFF00, 0xFFEF, "Chinese", Cjk), (0x1F000, 0x1FAFF, "Emoji", Emoji), (0x20000, 0x3FFFF, "Chinese", Cjk),
    ];

    public static (string Name, string Package) Find(int codePoint)
    {
        foreach (var (first, last, name, package) in Ranges)
        {
            if (codePoint >= first && codePoint <= last)
            {
                return (name, package);
            }
        }

        return ("Other", Rest);
    }
}

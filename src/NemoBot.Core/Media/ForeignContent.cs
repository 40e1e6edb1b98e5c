namespace NemoBot.Core.Media;

/// <summary>
/// Recognizes files that people send and that hold no sound or picture to work with: archives, documents, protected music, posters. Returns the
/// key of the text that says what the file is and what to do.
/// </summary>
internal static class ForeignContent
{
    private const string Archive = "file.is.archive";
    private const string CameraRaw = "file.is.camera-raw";
    private const string Document = "file.is.document";
    private const string Drawing = "file.is.drawing";
    private const string Program = "file.is.program";
    private const string Project = "file.is.project";
    private const string Protected = "file.is.protected";

    private static readonly string[] OfficeEndings = ["docx", "pptx", "xlsx", "odt", "odp", "ods", "epub", "pages", "key", "numbers", "pdf", "doc", "ppt", "xls", "rtf"];
    private static readonly string[] DrawingEndings = ["ai", "eps", "svg", "cdr", "sketch", "fig", "xcf", "afdesign", "afphoto", "kra", "procreate"];
    private static readonly string[] ProgramEndings = ["apk", "exe", "msi", "dmg", "jar", "ipa", "bat", "sh", "deb"];
    private static readonly string[] CameraEndings = ["dng", "cr2", "cr3", "nef", "arw", "raf", "orf", "rw2", "pef", "srw", "x3f"];

    private static readonly string[] ProjectEndings =
        ["als", "flp", "aup", "aup3", "prproj", "aep", "logicx", "band", "rpp", "cpr", "ptx", "veg", "drp", "kdenlive", "mlt", "sesx", "imovieproj", "fcpxml", "capcut"];

    private static readonly string[] ProtectedEndings =
        ["ncm", "kgm", "kgma", "vpr", "kwm", "qmc0", "qmc3", "qmcflac", "qmcogg", "mflac", "mflac0", "mgg", "mgg1", "bkcmp3", "tkm", "aax", "aaxc", "m4p"];

    /// <summary>The key of the text; null if the content says nothing of this kind.</summary>
    /// <param name="head">The first bytes.</param>
    /// <param name="name">The name that the sender gave; it only distinguishes between archives.</param>
    public static string? Identify(ReadOnlySpan<byte> head, string name)
    {
        var ending = EndingOf(name);
        return head switch
        {
            _ when IsPacked(head) => ByName(ending) ?? Archive,
            _ when head.StartsWith("%PDF-"u8) => ending == "ai" ? Drawing : Document,
            [0xd0, 0xcf, 0x11, 0xe0, ..] => ByName(ending) ?? Document,
            _ when head.StartsWith("{\\rtf"u8) => Document,
            _ when head.StartsWith("%!PS"u8) || head.StartsWith("gimp xcf"u8) => Drawing,
            _ when head.StartsWith("MThd"u8) => "file.is.notes",
            _ when head.StartsWith("FLhd"u8) || head.StartsWith("<REAPER_PROJECT"u8) || (head.StartsWith("SQLite format 3"u8) && ending == "aup3") => Project,
            _ when IsProtected(head) => Protected,
            _ when IsCameraRaw(head) => CameraRaw,
            [(byte)'M', (byte)'Z', ..] when ending is "exe" or "msi" or "dll" or "scr" => Program,
            _ when head.StartsWith("\u007fELF"u8) => Program,
            [0, 5, 0x16, 7, ..] => "file.is.companion",
            _ when PictureSize.IsHuge(head) => "file.is.huge",
            _ when head.Length > 0 && head.IndexOfAnyExcept((byte)0) < 0 => "file.is.zeros",
            _ => MarkedText(head),
        };
    }

    /// <summary>The key for a content that says nothing: by the name alone.</summary>
    public static string? FromName(string name) => ByName(EndingOf(name));

    private static string EndingOf(string name) => Path.GetExtension(name).TrimStart('.').ToLowerInvariant();

    private static string? ByName(string ending) =>
        OfficeEndings.Contains(ending) ? Document
        : DrawingEndings.Contains(ending) ? Drawing
        : ProgramEndings.Contains(ending) ? Program
        : CameraEndings.Contains(ending) ? CameraRaw
        : ProjectEndings.Contains(ending) ? Project
        : ProtectedEndings.Contains(ending) ? Protected
        : null;

    private static bool IsPacked(ReadOnlySpan<byte> head) =>
        head is [0x1f, 0x8b, 8, ..] or [0xfd, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', ..] or [0x28, 0xb5, 0x2f, 0xfd, ..]
        || head.StartsWith("PK\x03\x04"u8) || head.StartsWith("Rar!\x1a\x07"u8) || head is [(byte)'7', (byte)'z', 0xbc, 0xaf, ..]
        || head is [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', (byte)'1', (byte)'A', (byte)'Y', ..]
        || (head.Length > 262 && head[257..].StartsWith("ustar"u8));

    /// <summary>Music apps encrypt what they download; MP4 names the encryption where it would name the codec.</summary>
    private static bool IsProtected(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("CTENFDAM"u8) || head.StartsWith("yeelion-kuwo"u8)
            || head is [0x7c, 0xd5, 0x32, 0xeb, 0x86, 0x02, 0x7f, 0x4b, ..] or [0x05, 0x28, 0xbc, 0x96, 0xe9, 0xe4, 0x5a, 0x43, ..] or [_, _, _, _, 0x57, 0x90, 0x75, 0x36, ..])
        {
            return true;
        }

        if (head.Length < 12 || !head[4..8].SequenceEqual("ftyp"u8))
        {
            return false;
        }

        const int Entry = 16;
        for (var at = head.IndexOf("stsd"u8); at >= 0 && at + Entry + 4 <= head.Length;)
        {
            var codec = head.Slice(at + Entry, 4);
            if (codec.SequenceEqual("drms"u8) || codec.SequenceEqual("drmi"u8) || codec.SequenceEqual("enca"u8) || codec.SequenceEqual("encv"u8))
            {
                return true;
            }

            var next = head[(at + 4)..].IndexOf("stsd"u8);
            at = next < 0 ? -1 : at + 4 + next;
        }

        return head[8..12].SequenceEqual("aax "u8);
    }

    /// <summary>Digital negatives; most are TIFF files whose first picture is a thumbnail.</summary>
    private static bool IsCameraRaw(ReadOnlySpan<byte> head) =>
        head.StartsWith("FUJIFILMCCD-RAW"u8) || head.StartsWith("IIRO"u8) || head.StartsWith("IIRS"u8) || head.StartsWith("IIU\0"u8) || head.StartsWith("FOVb"u8)
        || (head.Length > 12 && head[4..].StartsWith("ftypcrx "u8))
        || (head.StartsWith("II*\0"u8) && head.Length > 10 && head[8..].StartsWith("CR"u8))
        || TiffDirectory.Has(head, TiffDirectory.DngVersion);

    private static string? MarkedText(ReadOnlySpan<byte> head)
    {
        Span<char> text = stackalloc char[256];
        var start = text[..System.Text.Encoding.Latin1.GetChars(head[..Math.Min(head.Length, text.Length)], text)].TrimStart("\u00ef\u00bb\u00bf \t\r\n");
        return Starts(start, "<!doctype html") || Starts(start, "<html") ? "file.is.page"
            : Starts(start, "#EXTM3U") || Starts(start, "[playlist]") || Starts(start, "<asx") ? "file.is.playlist"
            : Starts(start, "<svg") || (Starts(start, "<?xml") && start.Contains("<svg", StringComparison.OrdinalIgnoreCase)) ? Drawing
            : null;
    }

    private static bool Starts(ReadOnlySpan<char> text, string with) => text.StartsWith(with, StringComparison.OrdinalIgnoreCase);
}

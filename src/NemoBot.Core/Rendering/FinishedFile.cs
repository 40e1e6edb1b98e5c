using NemoBot.Core.Media;
using NemoBot.Core.Text;

namespace NemoBot.Core.Rendering;

/// <summary>What a backend made: a video unless its content says that it is sound, an animated picture or a file of captions.</summary>
internal static class FinishedFile
{
    private static readonly SniffedType Video = new(MediaKind.Video, "mp4", "video/mp4");

    /// <summary>The type by the file's first bytes.</summary>
    public static SniffedType TypeOf(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
        Span<byte> head = stackalloc byte[FileSniffer.HeadLength];
        var read = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return FileSniffer.Identify(head[..read], null) is { } type && (type.Kind == MediaKind.Audio || type.Extension is "gif" or "srt" or "vtt") ? type : Video;
    }

    /// <summary>What to call a file in a sentence: the video, the sound.</summary>
    public static string NameOf(SniffedType type, Texts texts) => texts["made." + WordOf(type)];

    /// <summary>What the status message says while a file is posted.</summary>
    public static string PostingOf(SniffedType type, Texts texts) => texts["posting." + WordOf(type)];

    private static string WordOf(SniffedType type) => type switch
    {
        { Kind: MediaKind.Audio } => "audio",
        { Kind: MediaKind.Text } => "captions",
        { Extension: "gif" } => "gif",
        _ => "video",
    };
}

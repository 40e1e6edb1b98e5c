using NemoBot.Core.Media;

namespace NemoBot.LocalNemo.Uploads;

/// <summary>Which contents are taken, and what they are called on disk.</summary>
internal static class MediaTypes
{
    /// <summary>What to say when a type is not taken.</summary>
    public const string Accepted = "Send MP4, MOV, AVI, WEBM, MKV, JPG, PNG, GIF, WEBP, MP3, WAV, M4A, AAC, SRT, VTT, LRC or ASS.";

    /// <summary>The usual ending for a content, with the dot; null if the content is not on the service's list.</summary>
    public static string? ExtensionOf(MediaFacts facts)
    {
        var container = facts.Container.ToLowerInvariant();
        bool Is(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if (container.Contains(name, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            return false;
        }

        return facts.Kind switch
        {
            MediaKind.Audio when Is("mp3") => ".mp3",
            MediaKind.Audio when Is("wav") => ".wav",
            MediaKind.Audio when Is("mp4", "m4a", "mov") => ".m4a",
            MediaKind.Audio when Is("aac") => ".aac",
            MediaKind.Audio when Is("webm", "matroska") => ".mka",
            MediaKind.Audio when Is("avi") => ".avi",
            MediaKind.Video when Is("mp4", "mov") => ".mp4",
            MediaKind.Video when Is("matroska", "webm") => ".mkv",
            MediaKind.Video when Is("avi") => ".avi",
            MediaKind.Video or MediaKind.Image when Is("gif") => ".gif",
            MediaKind.Video when Is("apng") => ".png",
            MediaKind.Image when Is("png") => ".png",
            MediaKind.Image when Is("webp") => ".webp",
            MediaKind.Image when Is("jpeg", "jpg", "mjpeg", "image2") => ".jpg",
            _ => null,
        };
    }
}

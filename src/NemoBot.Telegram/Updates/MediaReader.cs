using System.Globalization;
using NemoBot.Core.Platforms;
using NemoBot.Telegram.Api.Wire;
using NemoBot.Telegram.Files;

namespace NemoBot.Telegram.Updates;

/// <summary>Finds the file in a message. Kinds without a name get one that is unique in the chat.</summary>
internal static class MediaReader
{
    /// <summary>The message's file; null if it has none that the bot can use.</summary>
    public static Attachment? Read(Message message)
    {
        // An animation comes as a document as well, for old clients: it is one file.
        var (file, name, mime) = message switch
        {
            { Audio: { } f } => (f, "audio", "audio/mpeg"),
            { Voice: { } f } => (f, "voice", "audio/ogg"),
            { Video: { } f } => (f, "video", "video/mp4"),
            { VideoNote: { } f } => (f, "video-note", "video/mp4"),
            { Animation: { } f } => (f, "animation", "video/mp4"),
            { Document: { } f } => (f, "document", null),
            { Photo: { Count: > 0 } sizes } => (Largest(sizes), "photo", "image/jpeg"),
            _ => ((MediaFile?)null, "", (string?)null),
        };
        if (string.IsNullOrEmpty(file?.FileId))
        {
            return null;
        }

        mime = file.MimeType ?? mime;
        var shown = string.IsNullOrWhiteSpace(file.FileName)
            ? string.Create(CultureInfo.InvariantCulture, $"{name}-{message.MessageId}{Ending(mime)}")
            : file.FileName;
        return new Attachment(shown, mime, file.FileSize, FileOpener.Reference(file.FileId, file.FileUniqueId));
    }

    private static MediaFile Largest(IReadOnlyList<MediaFile> sizes) =>
        sizes.MaxBy(s => ((long)s.Width * s.Height, s.FileSize ?? 0))!;

    private static string Ending(string? mime) => mime switch
    {
        "audio/mpeg" or "audio/mp3" => ".mp3",
        "audio/ogg" or "audio/opus" => ".ogg",
        "audio/mp4" or "audio/x-m4a" or "audio/m4a" => ".m4a",
        "audio/x-wav" or "audio/wav" => ".wav",
        "audio/flac" or "audio/x-flac" => ".flac",
        "audio/aac" => ".aac",
        "video/mp4" => ".mp4",
        "video/quicktime" => ".mov",
        "video/webm" => ".webm",
        "image/jpeg" => ".jpg",
        "image/png" => ".png",
        "image/gif" => ".gif",
        _ => "",
    };
}

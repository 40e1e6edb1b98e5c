using System.Globalization;
using NemoBot.Core.Platforms;
using NemoBot.Telegram.Files;
using Telegram.Bot.Types;

namespace NemoBot.Telegram.Updates;

/// <summary>Finds the file in a message. A kind without a file name gets one that is unique in the chat.</summary>
internal static class MediaReader
{
    /// <summary>The message's file; null if it has none that the bot can use.</summary>
    public static Attachment? Read(Message message) => Describe(
        // An animation also comes as a document, for old clients: it is one file.
        message.Audio ?? (FileBase?)message.Voice ?? message.Video ?? message.VideoNote ?? message.Animation ?? (FileBase?)message.Document ?? Largest(message.Photo),
        message.Id);

    /// <summary>The file of a message in another chat that this one replies to.</summary>
    public static Attachment? Read(ExternalReplyInfo reply) => Describe(
        reply.Audio ?? (FileBase?)reply.Voice ?? reply.Video ?? reply.VideoNote ?? reply.Animation ?? (FileBase?)reply.Document ?? Largest(reply.Photo),
        reply.MessageId ?? 0);

    private static Attachment? Describe(FileBase? file, int messageId)
    {
        if (string.IsNullOrEmpty(file?.FileId))
        {
            return null;
        }

        var (kind, name, mime) = file switch
        {
            Audio audio => ("audio", audio.FileName, audio.MimeType ?? "audio/mpeg"),
            Voice voice => ("voice", null, voice.MimeType ?? "audio/ogg"),
            Video video => ("video", video.FileName, video.MimeType ?? "video/mp4"),
            VideoNote => ("video-note", null, "video/mp4"),
            Animation animation => ("animation", animation.FileName, animation.MimeType ?? "video/mp4"),
            Document document => ("document", document.FileName, document.MimeType),
            _ => ("photo", null, (string?)"image/jpeg"),
        };
        var shown = string.IsNullOrWhiteSpace(name)
            ? string.Create(CultureInfo.InvariantCulture, $"{kind}-{messageId}{Extension(mime)}")
            : name;
        return new Attachment(shown, mime, file.FileSize, FileOpener.Reference(file.FileId, file.FileUniqueId));
    }

    private static PhotoSize? Largest(PhotoSize[]? sizes) => sizes?.MaxBy(s => ((long)s.Width * s.Height, s.FileSize ?? 0));

    private static string Extension(string? mime) => mime switch
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

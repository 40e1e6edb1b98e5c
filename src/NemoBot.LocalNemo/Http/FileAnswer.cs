using System.Text.Json;
using NemoBot.Core.Media;

namespace NemoBot.LocalNemo.Http;

/// <summary>Response for an uploaded file.</summary>
internal static class FileAnswer
{
    /// <summary>Type, length and size of the picture, as far as there are any.</summary>
    public static void WriteFacts(Utf8JsonWriter json, MediaFacts facts)
    {
        json.WriteString("file_type", facts.Kind switch
        {
            MediaKind.Video => "video",
            MediaKind.Image => "image",
            MediaKind.Text => "text",
            _ => "audio",
        });
        if (facts.Duration > TimeSpan.Zero)
        {
            json.WriteNumber("duration", Math.Round(facts.Duration.TotalSeconds, 3));
        }

        if (facts is { Kind: not MediaKind.Audio, Width: > 0 })
        {
            json.WriteNumber("width", facts.Width);
            json.WriteNumber("height", facts.Height);
        }

        if (facts is { Kind: MediaKind.Video, FrameRate: > 0 })
        {
            json.WriteNumber("fps", Math.Round(facts.FrameRate, 3));
        }
    }
}

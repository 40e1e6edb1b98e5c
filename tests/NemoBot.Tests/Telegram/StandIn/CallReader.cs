using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace NemoBot.Tests.Telegram.StandIn;

/// <summary>Reads a call's body as the service does: JSON, or multipart with every field as text.</summary>
internal static class CallReader
{
    private static readonly HashSet<string> Numbers = ["chat_id", "message_thread_id", "message_id", "width", "height", "duration"];

    public static async Task<(JsonObject Fields, Dictionary<string, StandInFile> Files)> ReadAsync(HttpRequest request, CancellationToken stop)
    {
        if (request.ContentType is null)
        {
            return ([], []);
        }

        var type = MediaTypeHeaderValue.Parse(request.ContentType);
        return type.MediaType.Value switch
        {
            "application/json" => ((await JsonNode.ParseAsync(request.Body, cancellationToken: stop))!.AsObject(), []),
            "multipart/form-data" => await ReadPartsAsync(request, type.Boundary.Value!.Trim('"'), stop),
            _ => throw BotApiError.Bad("unsupported content type " + request.ContentType),
        };
    }

    private static async Task<(JsonObject, Dictionary<string, StandInFile>)> ReadPartsAsync(HttpRequest request, string boundary, CancellationToken stop)
    {
        JsonObject fields = [];
        Dictionary<string, StandInFile> files = [];
        var reader = new MultipartReader(boundary, request.Body);
        while (await reader.ReadNextSectionAsync(stop) is { } section)
        {
            var disposition = ContentDispositionHeaderValue.Parse(section.ContentDisposition);
            var name = HeaderUtilities.RemoveQuotes(disposition.Name).Value!;
            using var bytes = new MemoryStream();
            await section.Body.CopyToAsync(bytes, stop);
            if (disposition.FileName.HasValue)
            {
                // The raw header: what a library decodes for us the service would show literally.
                var shown = section.ContentDisposition!.Split("filename=\"")[1].TrimEnd('"');
                files[name] = new StandInFile("", shown, section.ContentType ?? "", bytes.Length, bytes.ToArray());
            }
            else
            {
                fields[name] = Value(name, System.Text.Encoding.UTF8.GetString(bytes.ToArray()));
            }
        }

        return (fields, files);
    }

    private static JsonNode? Value(string name, string text)
    {
        if (Numbers.Contains(name))
        {
            return JsonValue.Create(long.Parse(text));
        }

        if (name is "supports_streaming")
        {
            return JsonValue.Create(bool.Parse(text));
        }

        return name is "reply_markup" or "reply_parameters" or "link_preview_options" ? JsonNode.Parse(text) : JsonValue.Create(text);
    }
}

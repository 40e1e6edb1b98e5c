using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;

namespace NemoBot.LocalNemo.Http;

/// <summary>Reads a request's JSON.</summary>
internal static class RequestBody
{
    private const long MaxBytes = 16 * 1024 * 1024;

    /// <summary>Reads an object of at most 16 MB.</summary>
    public static async Task<JsonDocument> ReadObjectAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = MaxBytes;
        }

        try
        {
            var document = await JsonDocument.ParseAsync(context.Request.Body, default, context.RequestAborted);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
        }
        catch (JsonException)
        {
            // Falls through to the same answer.
        }

        throw ApiException.BadRequest("The body must be a JSON object.");
    }

    /// <summary>A text member; null if it is absent, of another type or half a surrogate pair.</summary>
    public static string? Text(JsonElement element, string name)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out var member) || member.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        try
        {
            return member.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}

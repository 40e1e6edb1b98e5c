using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord.Rest;

/// <summary>A response of the API, or the note that the request was not made because its turn is too far away.</summary>
/// <param name="Status">The HTTP status; also 429 for a request that was not made.</param>
/// <param name="Body">The body.</param>
/// <param name="Limits">The rate limit headers.</param>
internal sealed record RestResponse(HttpStatusCode Status, byte[] Body, RateLimitHeaders Limits)
{
    private WireError? _error;

    /// <summary>Time until the request may be made; set if it was not made.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>True for 2xx.</summary>
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>Discord's error code; 0 if there is none.</summary>
    public int Code => IsSuccess ? 0 : Error.Code ?? 0;

    /// <summary>The error body.</summary>
    public WireError Error => _error ??= ReadError();

    /// <summary>For a request that was not made.</summary>
    public static RestResponse Held(TimeSpan wait) => new(HttpStatusCode.TooManyRequests, [], RateLimitHeaders.None) { Wait = wait };

    /// <summary>Deserializes the body of a success.</summary>
    public T Read<T>(JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(Body, type) ?? throw new JsonException("Discord answered null.");

    private WireError ReadError()
    {
        try
        {
            return JsonSerializer.Deserialize(Body, DiscordJson.Default.WireError) ?? new WireError();
        }
        catch (JsonException)
        {
            // The edge in front of the API responds in HTML.
            return new WireError();
        }
    }
}

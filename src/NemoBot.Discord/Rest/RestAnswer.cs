using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NemoBot.Discord.Wire;

namespace NemoBot.Discord.Rest;

/// <summary>An answer of the API, or the word that the request was not made because its turn is too far away.</summary>
/// <param name="Status">The HTTP status; 429 also for what was held back here.</param>
/// <param name="Body">The bytes of the body.</param>
/// <param name="Limits">What the headers say about the bucket.</param>
internal sealed record RestAnswer(HttpStatusCode Status, byte[] Body, RateHeaders Limits)
{
    private WireError? _error;

    /// <summary>When the request may be made; set if it was not made.</summary>
    public TimeSpan? Wait { get; init; }

    /// <summary>True for 2xx.</summary>
    public bool IsSuccess => (int)Status is >= 200 and < 300;

    /// <summary>Discord's own error code; 0 if there is none.</summary>
    public int Code => IsSuccess ? 0 : Error.Code ?? 0;

    /// <summary>What a refusal says.</summary>
    public WireError Error => _error ??= ReadError();

    /// <summary>For requests that were held back.</summary>
    public static RestAnswer Held(TimeSpan wait) => new(HttpStatusCode.TooManyRequests, [], RateHeaders.None) { Wait = wait };

    /// <summary>Reads the body of a success.</summary>
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
            // The edge in front of the API answers in HTML.
            return new WireError();
        }
    }
}

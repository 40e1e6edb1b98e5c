using System.Globalization;
using System.Net;
using System.Text.Json;
using NemoBot.Telegram.Api.Wire;

namespace NemoBot.Telegram.Api;

/// <summary>Reads <c>{"ok":…}</c> answers.</summary>
internal static class ApiAnswer
{
    /// <summary>The answer's <c>result</c>.</summary>
    /// <exception cref="TelegramApiException">The service answered with an error.</exception>
    /// <exception cref="TelegramUnreachableException">Something else than the service answered, or it is out of order.</exception>
    public static async Task<JsonElement> ReadAsync(string method, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            using var document = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
            return Result(method, response, document.RootElement);
        }
        catch (JsonException)
        {
            throw NotJson(method, response);
        }
    }

    private static JsonElement Result(string method, HttpResponseMessage response, JsonElement answer)
    {
        if (answer.ValueKind != JsonValueKind.Object || !answer.TryGetProperty("ok", out var ok))
        {
            throw NotJson(method, response);
        }

        return ok.ValueKind == JsonValueKind.True && answer.TryGetProperty("result", out var result)
            ? result.Clone()
            : throw Error(method, response, answer);
    }

    private static Exception Error(string method, HttpResponseMessage response, JsonElement answer)
    {
        var code = answer.TryGetProperty("error_code", out var number) && number.TryGetInt32(out var told) ? told : (int)response.StatusCode;
        var words = answer.TryGetProperty("description", out var text) ? text.GetString() ?? "" : "";
        if (code >= 500)
        {
            return new TelegramUnreachableException(method, string.Create(CultureInfo.InvariantCulture, $"{code} {words}"));
        }

        var more = answer.TryGetProperty("parameters", out var parameters)
            ? parameters.Deserialize(WireContext.Default.ResponseParameters)
            : null;
        var wait = more?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : response.Headers.RetryAfter?.Delta;
        return new TelegramApiException(method, code, words, wait, more?.MigrateToChatId);
    }

    /// <summary>
    /// A page of a proxy. Its status means what it says only when it is about the request; whether the token is good or the
    /// method exists, a proxy in trouble does not know.
    /// </summary>
    private static Exception NotJson(string method, HttpResponseMessage response) => response.StatusCode switch
    {
        HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.TooManyRequests =>
            new TelegramApiException(method, (int)response.StatusCode, response.StatusCode.ToString(), response.Headers.RetryAfter?.Delta, null),
        _ => new TelegramUnreachableException(
            method, string.Create(CultureInfo.InvariantCulture, $"status {(int)response.StatusCode} without JSON")),
    };
}

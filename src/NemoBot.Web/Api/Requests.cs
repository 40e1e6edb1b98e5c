using System.Text.Json;
using Microsoft.AspNetCore.Http;
using NemoBot.Core.Platforms;
using NemoBot.Web.Messages;
using NemoBot.Web.Replies;

namespace NemoBot.Web.Api;

/// <summary>Parses requests.</summary>
internal static class Requests
{
    private const int MaxJsonBytes = 64 << 10;

    public static string Channel(this HttpContext context) =>
        context.Request.RouteValues["channel"] is string name && ChannelName.IsValid(name)
            ? name
            : throw new ProblemException(StatusCodes.Status400BadRequest, Problem.BadChannel);

    /// <summary>The sender's language: the form's field, else the browser's; null if neither is valid.</summary>
    public static string? Language(this HttpContext context, string? given)
    {
        var language = string.IsNullOrWhiteSpace(given) ? context.Request.Headers.AcceptLanguage.ToString().Split(',', ';')[0] : given;
        language = language.Trim();
        return language.Length is > 1 and <= 35 && language.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? language : null;
    }

    /// <summary>Reads a small JSON object.</summary>
    public static async Task<JsonElement> ReadJsonAsync(this HttpContext context)
    {
        if (!context.Request.HasJsonContentType())
        {
            throw new ProblemException(StatusCodes.Status415UnsupportedMediaType, Problem.WrongType);
        }

        var bytes = new byte[MaxJsonBytes + 1];
        var count = await context.Request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, context.RequestAborted);
        try
        {
            using var document = JsonDocument.Parse(bytes.AsMemory(0, count));
            return count <= MaxJsonBytes && document.RootElement.ValueKind == JsonValueKind.Object
                ? document.RootElement.Clone()
                : throw Bad();
        }
        catch (JsonException)
        {
            throw Bad();
        }
    }

    /// <summary>A string member; null if it is missing.</summary>
    public static string? Text(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : null;

    public static ProblemException Bad() => new(StatusCodes.Status400BadRequest, Problem.BadRequest);

    /// <summary>A message the engine did not accept, with the reason and the time to wait.</summary>
    public static ProblemException Refused(InboundReceipt receipt) => receipt.Refusal switch
    {
        RefusalReason.BudgetSpent => new ProblemException(StatusCodes.Status429TooManyRequests, Problem.BudgetSpent, receipt.Explanation)
        {
            RetryAfter = receipt.RetryAfter,
        },
        RefusalReason.NotAllowed => new ProblemException(StatusCodes.Status403Forbidden, Problem.NotAllowed),
        _ => new ProblemException(StatusCodes.Status429TooManyRequests, Problem.Busy) { RetryAfter = receipt.RetryAfter },
    };

    public static ProblemException NotFound() => new(StatusCodes.Status404NotFound, Problem.NotFound);
}

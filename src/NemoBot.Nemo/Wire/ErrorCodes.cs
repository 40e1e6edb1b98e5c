using System.Globalization;
using System.Net;
using NemoBot.Core.Backend;

namespace NemoBot.Nemo.Wire;

/// <summary>What the service's codes, HTTP statuses and the model's own error codes mean.</summary>
internal static class ErrorCodes
{
    /// <summary>By a code; null if it says nothing of its own.</summary>
    public static BackendErrorKind? FromCode(string? code) => code?.Trim().ToUpperInvariant() switch
    {
        "1001" or "1010" or "1011" or "401" => BackendErrorKind.BadToken,
        "1002" => BackendErrorKind.SessionNotFound,
        "2001" => BackendErrorKind.OutOfCredits,
        "402" => BackendErrorKind.ExportBlocked,
        "4001" or "415" => BackendErrorKind.UnsupportedFile,
        "4002" or "413" => BackendErrorKind.FileTooLarge,
        "4011" => BackendErrorKind.LinkGone,
        "4012" => BackendErrorKind.LinkDenied,
        "4013" => BackendErrorKind.LinkUnanswered,
        "4014" => BackendErrorKind.LinkPage,
        "429" or "RESOURCE_EXHAUSTED" => BackendErrorKind.RateLimited,
        "5031" => BackendErrorKind.NoTools,
        "507" => BackendErrorKind.OutOfSpace,
        "UNAVAILABLE" or "DEADLINE_EXCEEDED" => BackendErrorKind.Unavailable,
        { Length: 3 } three when three[0] == '5' && int.TryParse(three, NumberStyles.None, CultureInfo.InvariantCulture, out _) =>
            BackendErrorKind.Unavailable,
        _ => null,
    };

    /// <summary>
    /// By the error code of a model behind the service. Its 401 or 402 is a matter between the service and the model: it says nothing
    /// about our token, plan or disk.
    /// </summary>
    public static BackendErrorKind? FromModel(string? code) => code?.Trim() switch
    {
        "401" or "402" or "413" or "415" => null,
        "507" => BackendErrorKind.Unavailable,
        _ => FromCode(code),
    };

    /// <summary>By an HTTP status without a telling code.</summary>
    public static BackendErrorKind FromStatus(HttpStatusCode status) => (int)status switch
    {
        401 => BackendErrorKind.BadToken,
        402 => BackendErrorKind.ExportBlocked,
        413 => BackendErrorKind.FileTooLarge,
        415 => BackendErrorKind.UnsupportedFile,
        429 => BackendErrorKind.RateLimited,
        507 => BackendErrorKind.OutOfSpace,
        408 or >= 500 => BackendErrorKind.Unavailable,
        _ => BackendErrorKind.Other,
    };

    /// <summary>By words, for what has no code: a missing session, an id used before.</summary>
    public static BackendErrorKind? FromWords(string? message)
    {
        if (message is null)
        {
            return null;
        }

        var missing = message.Contains("not found", StringComparison.OrdinalIgnoreCase);
        if (missing && message.Contains("session", StringComparison.OrdinalIgnoreCase))
        {
            return BackendErrorKind.SessionNotFound;
        }

        var used = message.Contains("duplicate", StringComparison.OrdinalIgnoreCase)
            || message.Contains("already exist", StringComparison.OrdinalIgnoreCase)
            || message.Contains("already used", StringComparison.OrdinalIgnoreCase);
        return used ? BackendErrorKind.DuplicateId : null;
    }
}

using System.Globalization;
using System.Net;
using Telegram.Bot.Exceptions;

namespace NemoBot.Telegram.Api;

/// <summary>Maps what the library throws to the two exceptions of this project, neither of which can contain an address.</summary>
internal static class ApiErrors
{
    /// <summary>
    /// An answer that is not the service's own (a proxy's page) counts as no answer, except where its status is about the request
    /// itself: a proxy in trouble does not know whether a token is valid or a method exists.
    /// </summary>
    /// <param name="method">The call.</param>
    /// <param name="error">What was thrown.</param>
    /// <param name="mayHaveArrived">False if the service certainly did not get the request.</param>
    public static Exception Map(string method, Exception error, bool mayHaveArrived) => error switch
    {
        TelegramApiException or RequestException { InnerException: TelegramApiException } =>
            error as TelegramApiException ?? error.InnerException!,
        ApiRequestException { ErrorCode: < 500 } answer => Refused(method, answer),
        ApiRequestException answer =>
            Lost(method, mayHaveArrived, string.Create(CultureInfo.InvariantCulture, $"{answer.ErrorCode} {answer.Message}")),
        RequestException { HttpStatusCode: HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.TooManyRequests } page =>
            new TelegramApiException(method, (int)page.HttpStatusCode, page.HttpStatusCode.Value.ToString(), null, null),
        RequestException { HttpStatusCode: { } status } =>
            Lost(method, mayHaveArrived, string.Create(CultureInfo.InvariantCulture, $"status {(int)status} without an answer")),
        HttpRequestException broken => Lost(method, mayHaveArrived, broken.HttpRequestError.ToString()),
        RequestException { InnerException: HttpRequestException broken } => Lost(method, mayHaveArrived, broken.HttpRequestError.ToString()),
        RequestException { InnerException: ObjectDisposedException } => Lost(method, mayHaveArrived, "the connection was rebuilt"),
        OperationCanceledException or RequestException { InnerException: OperationCanceledException } => Lost(method, mayHaveArrived, "timed out"),
        _ => Lost(method, mayHaveArrived, (error.InnerException ?? error).GetType().Name),
    };

    private static TelegramUnreachableException Lost(string method, bool mayHaveArrived, string reason) => new(method, reason, mayHaveArrived);

    private static TelegramApiException Refused(string method, ApiRequestException answer) => new(
        method,
        answer.ErrorCode,
        answer.Message,
        answer.Parameters?.RetryAfter is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        answer.Parameters?.MigrateToChatId);
}

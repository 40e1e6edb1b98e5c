using System.Globalization;
using System.Net;
using System.Text.Json;
using NemoBot.Core.Backend;

namespace NemoBot.Nemo.Wire;

/// <summary>
/// One answer of the API: <c>{"code":0,"data":…}</c>, <c>{"success":true,"data":…}</c> or a bare object; an error may be a code in an
/// HTTP 200, a status with an envelope, or a status with anything or nothing in it.
/// </summary>
/// <param name="Root">The whole answer; undefined if it is no JSON object or array.</param>
/// <param name="Data">What is inside; the whole answer if it has no envelope.</param>
/// <param name="Error">What went wrong; null: nothing.</param>
/// <param name="Code">The answer's own code, if it has one.</param>
internal sealed record Envelope(JsonElement Root, JsonElement Data, BackendError? Error, string? Code)
{
    /// <summary>Reads an answer.</summary>
    public static Envelope Read(ReadOnlySpan<byte> body, HttpStatusCode status, TimeSpan? retryAfter)
    {
        var root = JsonText.Parse(body) is { ValueKind: JsonValueKind.Object or JsonValueKind.Array } json ? json : default;
        var code = CodeOf(root);
        var refused = (int)status >= 300;
        var unreadable = root.ValueKind == JsonValueKind.Undefined && !body.Trim(" \r\n\t"u8).IsEmpty;
        var failed = refused || unreadable || IsFailure(root, code);
        if (!failed)
        {
            return new Envelope(root, root.Field("data") ?? root, null, code);
        }

        if (unreadable && !refused && JsonText.IsTooDeep(body))
        {
            return new Envelope(root, root, new BackendError(BackendErrorKind.Oversized, "The answer is nested too deep."), null);
        }

        var message = MessageOf(root);
        var kind = ErrorCodes.FromCode(IsZero(code) ? null : code)
            ?? (refused ? null : ErrorCodes.FromWords(message))
            ?? KindOf(status, message, root);
        var wait = retryAfter ?? root.SecondsField("retry_after", "retryAfter") ?? (root.Field("data") ?? default).SecondsField("retry_after", "retryAfter");
        var user = (root.Field("data") ?? root).TextField("user_id", "userId") ?? root.TextField("user_id", "userId");
        return new Envelope(root, root.Field("data") ?? root, new BackendError(kind, Redactor.Clean(message), wait, user), code);
    }

    /// <summary>The words of an error; null if there are none.</summary>
    public static string? MessageOf(JsonElement root)
    {
        var inner = root.Field("error", "errors");
        return root.TextField("message", "msg", "errorMessage", "error_message")
            ?? root.TextField("error", "detail", "error_description")
            ?? inner?.TextField("message", "msg", "detail")
            ?? root.ObjectField("data")?.TextField("message", "error")
            ?? (inner ?? root.Field("detail"))?.GetRawText();
    }

    /// <summary>The code of an error, wherever it is written; null if there is none.</summary>
    public static string? CodeOf(JsonElement root) =>
        root.TextField("code", "error_code", "errorCode") ?? root.ObjectField("error")?.TextField("code", "status");

    /// <summary>True for 0, as a number or a string.</summary>
    public static bool IsZero(string? code) =>
        double.TryParse(code, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == 0;

    private static bool IsFailure(JsonElement root, string? code)
    {
        if (root.FlagField("success") is { } success)
        {
            return !success || (code is not null && !IsZero(code) && root.Field("code") is not null);
        }

        if (root.Field("code") is not null)
        {
            return !IsZero(code);
        }

        // A bare object with its own status (a render) carries its error as a field of its own.
        return root.Field("error") is not null && root.Field("status", "data") is null;
    }

    private static BackendErrorKind KindOf(HttpStatusCode status, string? message, JsonElement root)
    {
        if ((int)status < 300)
        {
            return root.ValueKind == JsonValueKind.Undefined ? BackendErrorKind.Malformed : BackendErrorKind.Other;
        }

        var kind = ErrorCodes.FromStatus(status);
        return kind == BackendErrorKind.Other ? ErrorCodes.FromWords(message) ?? kind : kind;
    }
}

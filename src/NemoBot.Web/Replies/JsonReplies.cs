using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace NemoBot.Web.Replies;

/// <summary>Writes JSON responses.</summary>
internal static class JsonReplies
{
    private static readonly TimeSpan DefaultRetryAfter = TimeSpan.FromSeconds(5);

    /// <summary>Keeps Chinese and emoji readable; the responses are never embedded in HTML.</summary>
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Responds with the output of <paramref name="write"/>.</summary>
    public static async Task WriteJsonAsync(this HttpResponse response, int status, Action<Utf8JsonWriter> write)
    {
        response.StatusCode = status;
        response.ContentType = "application/json; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        var body = Compose(write);
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, response.HttpContext.RequestAborted);
    }

    /// <summary>Responds with <c>{"error": message, "code": problem}</c>.</summary>
    public static Task WriteProblemAsync(this HttpResponse response, ProblemException problem)
    {
        var language = response.HttpContext.Request.Headers.AcceptLanguage.ToString();
        if (problem.Status is StatusCodes.Status503ServiceUnavailable or StatusCodes.Status429TooManyRequests)
        {
            var wait = problem.RetryAfter ?? DefaultRetryAfter;
            response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        return response.WriteJsonAsync(problem.Status, json =>
        {
            json.WriteStartObject();
            json.WriteString("error", ProblemTexts.Say(problem.Problem, language, problem.Values));
            json.WriteString("code", problem.Problem.ToString());
            json.WriteEndObject();
        });
    }

    /// <summary>Serializes a JSON value.</summary>
    public static ReadOnlyMemory<byte> Compose(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            write(json);
        }

        return buffer.WrittenMemory;
    }
}

using System.Text.Encodings.Web;
using System.Text.Json;

namespace NemoBot.LocalNemo.Http;

/// <summary>Answers in the service's envelope: <c>{"code":0,"message":"…","data":{…}}</c>.</summary>
internal static class Envelope
{
    /// <summary>How all JSON here is written: text stays readable.</summary>
    public static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers with success.</summary>
    public static Task WriteDataAsync(HttpContext context, Action<Utf8JsonWriter> data) => WriteAsync(context, StatusCodes.Status200OK, json =>
    {
        json.WriteNumber("code", 0);
        json.WriteString("message", "success");
        json.WriteStartObject("data");
        data(json);
        json.WriteEndObject();
    });

    /// <summary>Answers with an error.</summary>
    public static Task WriteErrorAsync(HttpContext context, int status, int code, string message) => WriteAsync(context, status, json =>
    {
        json.WriteNumber("code", code);
        json.WriteString("message", message);
        json.WriteNull("data");
    });

    /// <summary>Answers with an object of any shape.</summary>
    public static async Task WriteAsync(HttpContext context, int status, Action<Utf8JsonWriter> members)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter, Writing);
        json.WriteStartObject();
        members(json);
        json.WriteEndObject();
        await json.FlushAsync(context.RequestAborted);
    }
}

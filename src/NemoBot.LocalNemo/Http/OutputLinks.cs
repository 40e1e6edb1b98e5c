using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Renders;
using NemoBot.LocalNemo.Settings;
using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo.Http;

/// <summary>Addresses of files and finished videos that are good without a token, for a time.</summary>
/// <param name="renders">The finished videos.</param>
/// <param name="assets">The uploaded files.</param>
/// <param name="secret">Signs the addresses.</param>
/// <param name="options">How long they are good.</param>
/// <param name="clock">The time.</param>
internal sealed class OutputLinks(IRenders renders, AssetStore assets, byte[] secret, LocalNemoOptions options, TimeProvider clock)
{
    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/outputs/{key}/{name}", SendOutputAsync);
        routes.MapGet("/files/{key}", SendUploadAsync);
    }

    /// <summary>The address of a render's file as the caller can reach it.</summary>
    public string OfOutput(HttpContext context, RenderRecord render)
    {
        var key = RenderKeys.Of(render.Id);
        return Sign(context, $"/outputs/{key}/video{OutputFormats.ExtensionOf(render.Format)}", key);
    }

    /// <summary>The address of an uploaded file.</summary>
    public string OfFile(HttpContext context, AssetRecord file) => Sign(context, "/files/" + file.Id, file.Id);

    /// <summary>Sends a render's file, whole or in part.</summary>
    public async Task SendOutputAsync(HttpContext context, RenderRecord render) => await SendAsync(
        context,
        await renders.OpenAsync(render, context.RequestAborted) ?? throw ApiException.NotFound("The video is not kept any more."),
        OutputFormats.MimeOf(render.Format));

    /// <summary>The result disposes the stream.</summary>
    private static Task SendAsync(HttpContext context, Stream content, string type) =>
        TypedResults.Stream(content, type, enableRangeProcessing: true).ExecuteAsync(context);

    private async Task SendOutputAsync(HttpContext context) => await SendOutputAsync(
        context, await renders.FindFinishedAsync(Check(context), context.RequestAborted) ?? throw ApiException.NotFound("The video is not kept any more."));

    private async Task SendUploadAsync(HttpContext context) => await SendAsync(
        context,
        await assets.OpenAsync(Check(context), context.RequestAborted) ?? throw ApiException.NotFound("The file is not kept any more."),
        "application/octet-stream");

    private string Sign(HttpContext context, string path, string key)
    {
        var expires = (clock.GetUtcNow() + options.OutputLinkLifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"{context.Request.Scheme}://{context.Request.Host}{path}?expires={expires}&signature={Sign(key, expires)}";
    }

    private string Check(HttpContext context)
    {
        var key = (string?)context.Request.RouteValues["key"] ?? "";
        var expires = context.Request.Query["expires"].ToString();
        var signature = Encoding.ASCII.GetBytes(context.Request.Query["signature"].ToString());
        if (!CryptographicOperations.FixedTimeEquals(signature, Encoding.ASCII.GetBytes(Sign(key, expires)))
            || !long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var until) || until < clock.GetUtcNow().ToUnixTimeSeconds())
        {
            throw new ApiException(StatusCodes.Status403Forbidden, 403, "The link is not good or has expired.");
        }

        return key;
    }

    private string Sign(string key, string expires) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{key}\n{expires}")));
}

using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NemoBot.LocalNemo.Projects;
using NemoBot.LocalNemo.Settings;
using NemoBot.LocalNemo.Store;

namespace NemoBot.LocalNemo.Http;

/// <summary>Addresses of files and finished videos that are good without a token, for a time.</summary>
internal sealed class OutputLinks(
    RenderStore renders, AssetStore assets, Folders folders, LocalNemoOptions options, TimeProvider clock)
{
    private readonly byte[] _key = LoadKey(Path.Combine(folders.Root, "output.key"));

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/outputs/{key}/{name}", SendOutputAsync);
        routes.MapGet("/files/{key}", SendUploadAsync);
    }

    /// <summary>The address of a render's file as the caller can reach it.</summary>
    public string OfOutput(HttpContext context, RenderRecord render)
    {
        var key = renders.KeyOf(render.Id);
        return Sign(context, $"/outputs/{key}/video{OutputFormats.ExtensionOf(render.Format)}", key);
    }

    /// <summary>The address of an uploaded file.</summary>
    public string OfFile(HttpContext context, AssetRecord file) => Sign(context, "/files/" + file.Id, file.Id);

    /// <summary>Sends a render's file, whole or in part.</summary>
    public Task SendOutputAsync(HttpContext context, RenderRecord render) =>
        SendFileAsync(context, renders.OutputOf(render), OutputFormats.MimeOf(render.Format));

    private static Task SendFileAsync(HttpContext context, string path, string type) =>
        TypedResults.PhysicalFile(path, type, enableRangeProcessing: true).ExecuteAsync(context);

    private static byte[] LoadKey(string path)
    {
        if (File.Exists(path) && File.ReadAllBytes(path) is { Length: 32 } known)
        {
            return known;
        }

        var key = RandomNumberGenerator.GetBytes(32);
        File.WriteAllBytes(path, key);
        return key;
    }

    private Task SendOutputAsync(HttpContext context) =>
        SendOutputAsync(context, renders.FindFinished(Check(context)) ?? throw ApiException.NotFound("The video is not kept any more."));

    private Task SendUploadAsync(HttpContext context) =>
        SendFileAsync(context, assets.PathOf(Check(context)) ?? throw ApiException.NotFound("The file is not kept any more."), "application/octet-stream");

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
        Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{key}\n{expires}")));
}

using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using NemoBot.Core.Storage;
using NemoBot.Web.Files;
using NemoBot.Web.Replies;
using NemoBot.Web.Security;

namespace NemoBot.Web.Api;

/// <summary>
/// <c>GET /files/{id}/{name}</c> with ranges: media inline, everything else (and everything with <c>?download</c>) as a download.
/// <c>GET /posters/{id}</c>: the poster of a video.
/// </summary>
internal sealed class FileEndpoint(FileSpool spool, AccessCheck access)
{
    public async Task ServeFileAsync(HttpContext context)
    {
        var file = await FindAsync(context);
        var shown = MediaTypes.ShownAs(file.Name);
        var disposition = new ContentDispositionHeaderValue(shown is null || context.Request.Query.ContainsKey("download") ? "attachment" : "inline");
        disposition.SetHttpFileName(file.Name);
        context.Response.Headers.ContentDisposition = disposition.ToString();
        await ServeAsync(context, await spool.OpenAsync(file, context.RequestAborted), shown ?? MediaTypes.Unknown, file.Id);
    }

    public async Task ServePosterAsync(HttpContext context)
    {
        var file = await FindAsync(context);
        await ServeAsync(context, await spool.OpenPosterAsync(file, context.RequestAborted), "image/jpeg", file.Id + "p");
    }

    private async Task<StoredFile> FindAsync(HttpContext context)
    {
        var file = await spool.FindAsync(context.Request.RouteValues["id"] as string ?? "", context.RequestAborted);
        return file?.IsPublished == true || access.IsAllowed(context)
            ? file ?? throw Gone()
            : throw new ProblemException(StatusCodes.Status401Unauthorized, Problem.SignIn);
    }

    /// <summary>The content of an id never changes.</summary>
    private static async Task ServeAsync(HttpContext context, VaultFile? file, string type, string tag)
    {
        var (content, modified) = file ?? throw Gone();
        await using var opened = content;
        context.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        var result = TypedResults.Stream(
            content, type, lastModified: modified, entityTag: new EntityTagHeaderValue($"\"{tag}\""), enableRangeProcessing: true);
        await result.ExecuteAsync(context);
    }

    private static ProblemException Gone() => new(StatusCodes.Status404NotFound, Problem.FileGone);
}

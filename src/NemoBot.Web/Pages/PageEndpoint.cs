using Microsoft.AspNetCore.Http;
using NemoBot.Web.Messages;
using NemoBot.Web.Security;

namespace NemoBot.Web.Pages;

/// <summary>Serves the page, or the sign-in page at the same address to visitors who have not signed in.</summary>
internal sealed class PageEndpoint(PageFiles files, AccessCheck access)
{
    public static Task RedirectHomeAsync(HttpContext context)
    {
        context.Response.Redirect("/c/" + ChannelName.Default);
        return Task.CompletedTask;
    }

    public Task ServePageAsync(HttpContext context)
    {
        if (!ChannelName.IsValid(context.Request.RouteValues["channel"] as string))
        {
            return RedirectHomeAsync(context);
        }

        var isAllowed = access.IsAllowed(context);
        return ServeAsync(context, isAllowed ? "index.html" : "sign-in.html", isAllowed ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized);
    }

    public Task ServeAssetAsync(HttpContext context) =>
        ServeAsync(context, "assets/" + context.Request.RouteValues["path"], StatusCodes.Status200OK);

    public Task ServeAdminAsync(HttpContext context) => ServeAsync(context, "admin.html", StatusCodes.Status200OK);

    public Task ServeIconAsync(HttpContext context) => ServeAsync(context, "assets/icon.svg", StatusCodes.Status200OK);

    private async Task ServeAsync(HttpContext context, string path, int status)
    {
        var response = context.Response;
        if (files.Find(path) is not { } file)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        // Revalidated every time, so that an update of the bot shows at once.
        response.Headers.CacheControl = "no-cache";
        response.Headers.ETag = file.Tag;
        response.Headers.Vary = "Cookie";
        if (status == StatusCodes.Status200OK && context.Request.Headers.IfNoneMatch.Contains(file.Tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.StatusCode = status;
        response.ContentType = file.Type;
        response.ContentLength = file.Bytes.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await response.Body.WriteAsync(file.Bytes, context.RequestAborted);
        }
    }
}

using Microsoft.AspNetCore.Http;

namespace NemoBot.Web.Security;

/// <summary>
/// Refuses what a page of another site makes a visitor's browser send. Browsers say where a request comes from in Sec-Fetch-Site, older
/// ones in Origin; scripts and tools send neither and hold no cookie of the visitor.
/// </summary>
internal static class OriginCheck
{
    public static bool IsAllowed(HttpRequest request)
    {
        var isSafe = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site is "cross-site" or "same-site")
        {
            // Following a link from elsewhere is what links are for; anything embedded or posted is not.
            return isSafe && request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document";
        }

        return isSafe || IsSameOrigin(request);
    }

    /// <summary>Compared without the scheme: behind a proxy the bot does not see the one the visitor used.</summary>
    private static bool IsSameOrigin(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var uri)
                && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}

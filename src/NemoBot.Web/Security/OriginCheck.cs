using Microsoft.AspNetCore.Http;

namespace NemoBot.Web.Security;

/// <summary>
/// Refuses cross-site requests. Browsers name the origin of a request in Sec-Fetch-Site, older ones in Origin; scripts and tools send
/// neither, and hold no cookie of a visitor.
/// </summary>
internal static class OriginCheck
{
    public static bool IsAllowed(HttpRequest request)
    {
        var isSafe = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site is "cross-site" or "same-site")
        {
            // Links from elsewhere may be followed; nothing may be embedded or posted.
            return isSafe && request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document";
        }

        return isSafe || IsSameOrigin(request);
    }

    /// <summary>Compares without the scheme, which a proxy may change.</summary>
    private static bool IsSameOrigin(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var uri)
                && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}

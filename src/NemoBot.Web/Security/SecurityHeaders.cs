using Microsoft.AspNetCore.Http;

namespace NemoBot.Web.Security;

/// <summary>Sets the security headers of every response: nothing from elsewhere, nothing inline, no frames.</summary>
internal static class SecurityHeaders
{
    private const string PagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src 'self' blob:; connect-src 'self'; "
        + "frame-ancestors 'none'; form-action 'self'; base-uri 'none'";

    /// <summary>Browsers wrap a bare video or picture in a document with inline styles.</summary>
    private const string FilePolicy =
        "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'; form-action 'none'; base-uri 'none'";

    public static void Apply(HttpResponse response, bool isFile)
    {
        var headers = response.Headers;
        headers.ContentSecurityPolicy = isFile ? FilePolicy : PagePolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
    }
}

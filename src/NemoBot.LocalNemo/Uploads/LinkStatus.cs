using System.Net;

namespace NemoBot.LocalNemo.Uploads;

/// <summary>What the status says of a link that gives no file.</summary>
internal static class LinkStatus
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(1);

    /// <exception cref="UploadException">There is no file in the response.</exception>
    public static void Require(HttpResponseMessage response, TimeProvider clock)
    {
        if (response.IsSuccessStatusCode && response.StatusCode != HttpStatusCode.NoContent)
        {
            return;
        }

        var message = $"The link answers with {(int)response.StatusCode}.";
        throw (int)response.StatusCode switch
        {
            404 or 410 => new UploadException(UploadProblem.LinkGone, message),
            401 or 403 or 407 or 451 => new UploadException(UploadProblem.LinkDenied, message),
            408 or 425 or 429 or >= 500 => new UploadException(UploadProblem.LinkUnanswered, message) { RetryAfter = DelayOf(response, clock) },
            _ => new UploadException(UploadProblem.BadLink, message),
        };
    }

    private static TimeSpan DelayOf(HttpResponseMessage response, TimeProvider clock)
    {
        var stated = response.Headers.RetryAfter is { } after ? after.Delta ?? after.Date - clock.GetUtcNow() : null;
        return stated >= TimeSpan.Zero ? stated.Value : RetryDelay;
    }
}

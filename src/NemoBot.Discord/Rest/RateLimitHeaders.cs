using System.Globalization;
using System.Net.Http.Headers;
using NemoBot.Core.Platforms;

namespace NemoBot.Discord.Rest;

/// <summary>The rate limit headers of a response.</summary>
/// <param name="Bucket">The bucket, which routes may share.</param>
/// <param name="Limit">Requests per window.</param>
/// <param name="Remaining">Requests left.</param>
/// <param name="ResetAfter">Time until the window ends. The absolute time is ignored: clocks may differ.</param>
/// <param name="RetryAfter">The wait of a 429.</param>
/// <param name="IsGlobal">The wait applies to the whole bot.</param>
/// <param name="IsShared">The limit is shared with others: not counted as an invalid request.</param>
internal sealed record RateLimitHeaders(
    string? Bucket, int? Limit, int? Remaining, TimeSpan? ResetAfter, TimeSpan? RetryAfter, bool IsGlobal, bool IsShared)
{
    public static readonly RateLimitHeaders None = new(null, null, null, null, null, false, false);

    public static RateLimitHeaders Read(HttpResponseHeaders headers)
    {
        var scope = Text(headers, "X-RateLimit-Scope");
        return new RateLimitHeaders(
            Text(headers, "X-RateLimit-Bucket"),
            (int?)Number(headers, "X-RateLimit-Limit"),
            (int?)Number(headers, "X-RateLimit-Remaining"),
            Seconds(Number(headers, "X-RateLimit-Reset-After")),
            Seconds(Number(headers, "Retry-After")),
            scope == "global" || Text(headers, "X-RateLimit-Global") is "true" or "True",
            scope == "shared");
    }

    private static string? Text(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private static double? Number(HttpResponseHeaders headers, string name) =>
        double.TryParse(Text(headers, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is >= 0 and < 1e9
            ? value
            : null;

    private static TimeSpan? Seconds(double? value) => value is { } seconds ? Backoff.Bound(TimeSpan.FromSeconds(seconds)) : null;
}

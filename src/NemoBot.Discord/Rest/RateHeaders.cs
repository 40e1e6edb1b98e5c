using System.Globalization;
using System.Net.Http.Headers;

namespace NemoBot.Discord.Rest;

/// <summary>The headers about rates of one answer.</summary>
/// <param name="Bucket">The name of the bucket, shared by routes.</param>
/// <param name="Limit">Requests per window.</param>
/// <param name="Remaining">How many are left.</param>
/// <param name="ResetAfter">When the window ends. The absolute time is not read: the clocks may differ.</param>
/// <param name="RetryAfter">The wait that a 429 names.</param>
/// <param name="IsGlobal">The wait is for the whole bot.</param>
/// <param name="IsShared">Others used the limit up: it does not count as an invalid request.</param>
internal sealed record RateHeaders(
    string? Bucket, int? Limit, int? Remaining, TimeSpan? ResetAfter, TimeSpan? RetryAfter, bool IsGlobal, bool IsShared)
{
    public static readonly RateHeaders None = new(null, null, null, null, null, false, false);

    public static RateHeaders Read(HttpResponseHeaders headers)
    {
        var scope = Text(headers, "X-RateLimit-Scope");
        return new RateHeaders(
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

    private static TimeSpan? Seconds(double? value) => value is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
}

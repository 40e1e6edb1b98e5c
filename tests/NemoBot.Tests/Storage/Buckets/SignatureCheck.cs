using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace NemoBot.Tests.Storage.Buckets;

/// <summary>Verifies the signature of a request (Signature Version 4, header form, hashed body), as a server does that trusts nobody.</summary>
internal static class SignatureCheck
{
    public const string AccessKey = "AKIDSTANDIN";
    public const string SecretKey = "stand/in+secret";
    public const string Region = "us-east-1";

    private const string Algorithm = "AWS4-HMAC-SHA256";

    /// <returns>The error code of the refusal; null if the signature is right.</returns>
    public static string? Refuse(HttpRequest request, byte[] body)
    {
        var claimed = request.Headers["x-amz-content-sha256"].ToString();
        if (claimed != Convert.ToHexStringLower(SHA256.HashData(body)))
        {
            return claimed.StartsWith("STREAMING", StringComparison.Ordinal) || claimed.StartsWith("UNSIGNED", StringComparison.Ordinal)
                ? "NotImplemented"
                : "XAmzContentSHA256Mismatch";
        }

        var header = request.Headers.Authorization.ToString();
        if (!header.StartsWith(Algorithm + " ", StringComparison.Ordinal))
        {
            return "AccessDenied";
        }

        var parts = header[Algorithm.Length..].Split(',').Select(p => p.Trim().Split('=', 2)).ToDictionary(p => p[0], p => p[1]);
        var scope = parts["Credential"].Split('/', 2);
        var date = scope[1].Split('/')[0];
        if (scope[0] != AccessKey)
        {
            return "InvalidAccessKeyId";
        }

        if (scope[1] != $"{date}/{Region}/s3/aws4_request")
        {
            return "AuthorizationHeaderMalformed";
        }

        var signed = parts["SignedHeaders"].Split(';');
        return signed.Contains("host") && signed.Contains("x-amz-content-sha256") && parts["Signature"] == Sign(request, signed, claimed, scope[1], date)
            ? null
            : "SignatureDoesNotMatch";
    }

    private static string Sign(HttpRequest request, string[] signed, string bodyHash, string scope, string date)
    {
        var target = request.HttpContext.Features.Get<IHttpRequestFeature>()!.RawTarget.Split('?', 2);
        var query = target.Length == 1 ? "" : string.Join('&', target[1].Split('&').Select(p => p.Contains('=', StringComparison.Ordinal) ? p : p + "=").Order(StringComparer.Ordinal));
        var headers = string.Concat(signed.Select(h => $"{h}:{(h == "host" ? request.Host.Value : request.Headers[h].ToString().Trim())}\n"));
        var canonical = $"{request.Method}\n{target[0]}\n{query}\n{headers}\n{string.Join(';', signed)}\n{bodyHash}";
        var toSign = $"{Algorithm}\n{request.Headers["x-amz-date"]}\n{scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = Encoding.UTF8.GetBytes("AWS4" + SecretKey);
        foreach (var step in new[] { date, Region, "s3", "aws4_request" })
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(step));
        }

        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
    }
}

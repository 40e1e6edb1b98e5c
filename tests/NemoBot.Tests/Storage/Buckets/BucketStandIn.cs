using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NemoBot.Storage.Settings;

namespace NemoBot.Tests.Storage.Buckets;

/// <summary>A small S3 on loopback: one bucket, path style, every request signed, ranges, uploads in parts, lists in short pages.</summary>
internal sealed class BucketStandIn : IAsyncDisposable
{
    public const string Bucket = "files";
    private const int PageSize = 3;
    private const int SmallestPart = 5 << 20;

    private readonly WebApplication _app;
    private readonly TimeProvider _clock;

    private BucketStandIn(WebApplication app, TimeProvider clock) => (_app, _clock) = (app, clock);

    public Uri Address => new(_app.Urls.First());

    public ConcurrentDictionary<string, (byte[] Content, DateTimeOffset At)> Objects { get; } = new();

    /// <summary>Parts of uploads that are not complete, by upload.</summary>
    public ConcurrentDictionary<string, ConcurrentDictionary<int, byte[]>> Uploads { get; } = new();

    /// <summary>Every request: method, path, range.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>Answers a request with an error instead; null: serve it.</summary>
    public Func<HttpRequest, (int Status, string Code)?> Refuse { get; set; } = _ => null;

    /// <summary>Requests are answered once this is complete; null: at once.</summary>
    public TaskCompletionSource? Silence { get; set; }

    /// <summary>Bytes of each next download after which its connection is cut.</summary>
    public ConcurrentQueue<int> Cuts { get; } = new();

    /// <summary>Cuts the connections of all downloads after these at once.</summary>
    public bool CutAll { get; set; }

    /// <summary>The settings of a vault in it.</summary>
    public static VaultOptions OptionsFor(BucketStandIn server) => new()
    {
        Endpoint = server.Address,
        Bucket = Bucket,
        AccessKey = SignatureCheck.AccessKey,
        SecretKey = SignatureCheck.SecretKey,
        PartBytes = 5 << 20,
        RepeatDelay = TimeSpan.Zero,
    };

    public static async Task<BucketStandIn> StartAsync(TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var server = new BucketStandIn(app, clock);
        app.Run(server.ServeAsync);
        await app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static string ETag(byte[] content) => $"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..32]}\"";

    private static Task ErrorAsync(HttpContext context, int status, string code)
    {
        context.Response.StatusCode = status;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : context.Response.WriteAsync($"<?xml version=\"1.0\"?><Error><Code>{code}</Code><Message>Refused.</Message></Error>");
    }

    private static Task XmlAsync(HttpContext context, XElement root)
    {
        context.Response.ContentType = "application/xml";
        return context.Response.WriteAsync("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + root);
    }

    private async Task ServeAsync(HttpContext context)
    {
        var request = context.Request;
        Requests.Enqueue($"{request.Method} {request.Path} {request.Headers.Range}".Trim());
        await (Silence?.Task ?? Task.CompletedTask);
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var path = request.Path.Value![1..].Split('/', 2);
        var refusal = Refuse(request)
            ?? (SignatureCheck.Refuse(request, body.ToArray()) is { } code ? (code == "NotImplemented" ? 501 : 403, code) : default((int Status, string Code)?))
            ?? (path[0] == Bucket ? default((int Status, string Code)?) : (404, "NoSuchBucket"));
        var key = path.Length > 1 ? path[1] : "";
        await (refusal is { } refused ? ErrorAsync(context, refused.Status, refused.Code)
            : key.Length == 0 ? ListAsync(context)
            : request.Query.ContainsKey("uploads") || request.Query.ContainsKey("uploadId") ? PartsAsync(context, key, body.ToArray())
            : ObjectAsync(context, key, body.ToArray()));
    }

    private async Task ObjectAsync(HttpContext context, string key, byte[] body)
    {
        switch (context.Request.Method)
        {
            case "PUT":
                Objects[key] = (body, _clock.GetUtcNow());
                context.Response.Headers.ETag = ETag(body);
                break;
            case "DELETE":
                Objects.TryRemove(key, out _);
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                break;
            case "GET" or "HEAD" when Objects.TryGetValue(key, out var found):
                await SendAsync(context, found.Content, found.At);
                break;
            default:
                await ErrorAsync(context, StatusCodes.Status404NotFound, "NoSuchKey");
                break;
        }
    }

    private async Task SendAsync(HttpContext context, byte[] content, DateTimeOffset at)
    {
        var from = 0;
        if (context.Request.Headers.Range.ToString() is { Length: > 0 } range)
        {
            from = int.Parse(range["bytes=".Length..^1], CultureInfo.InvariantCulture);
            if (from >= content.Length)
            {
                await ErrorAsync(context, StatusCodes.Status416RangeNotSatisfiable, "InvalidRange");
                return;
            }

            context.Response.StatusCode = StatusCodes.Status206PartialContent;
            context.Response.Headers.ContentRange = $"bytes {from}-{content.Length - 1}/{content.Length}";
        }

        context.Response.Headers.LastModified = at.ToString("R", CultureInfo.InvariantCulture);
        context.Response.Headers.ETag = ETag(content);
        context.Response.ContentLength = content.Length - from;
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        // The server closes the connection of a body that is shorter than announced.
        var count = Cuts.TryDequeue(out var cut) ? cut : CutAll ? 0 : int.MaxValue;
        await context.Response.StartAsync();
        await context.Response.Body.WriteAsync(content.AsMemory(from, Math.Min(count, content.Length - from)));
    }

    private Task PartsAsync(HttpContext context, string key, byte[] body)
    {
        var upload = context.Request.Query["uploadId"].ToString();
        if (upload.Length == 0)
        {
            Uploads[upload = Guid.NewGuid().ToString("N")] = new();
            return XmlAsync(context, new XElement("InitiateMultipartUploadResult", new XElement("Bucket", Bucket), new XElement("Key", key), new XElement("UploadId", upload)));
        }

        if (!Uploads.TryGetValue(upload, out var parts))
        {
            return ErrorAsync(context, StatusCodes.Status404NotFound, "NoSuchUpload");
        }

        switch (context.Request.Method)
        {
            case "PUT":
                parts[int.Parse(context.Request.Query["partNumber"]!, CultureInfo.InvariantCulture)] = body;
                context.Response.Headers.ETag = ETag(body);
                return Task.CompletedTask;
            case "DELETE":
                Uploads.TryRemove(upload, out _);
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                return Task.CompletedTask;
            default:
                return CompleteAsync(context, key, upload, parts, XDocument.Parse(Encoding.UTF8.GetString(body)));
        }
    }

    private Task CompleteAsync(HttpContext context, string key, string upload, ConcurrentDictionary<int, byte[]> parts, XDocument list)
    {
        var named = list.Descendants().Where(e => e.Name.LocalName == "Part")
            .Select(p => p.Elements().ToDictionary(e => e.Name.LocalName, e => e.Value))
            .Select(p => (Number: int.Parse(p["PartNumber"], CultureInfo.InvariantCulture), ETag: p["ETag"])).ToList();
        var held = named.Select(p => parts.GetValueOrDefault(p.Number) is { } part && ETag(part).Trim('"') == p.ETag.Trim('"') ? part : null).ToList();
        if (held.Count == 0 || held.Contains(null) || !named.Select(p => p.Number).SequenceEqual(Enumerable.Range(1, named.Count)))
        {
            return ErrorAsync(context, StatusCodes.Status400BadRequest, "InvalidPart");
        }

        if (held.SkipLast(1).Any(p => p!.Length < SmallestPart))
        {
            return ErrorAsync(context, StatusCodes.Status400BadRequest, "EntityTooSmall");
        }

        var content = held.SelectMany(p => p!).ToArray();
        Objects[key] = (content, _clock.GetUtcNow());
        Uploads.TryRemove(upload, out _);
        return XmlAsync(context, new XElement("CompleteMultipartUploadResult", new XElement("Bucket", Bucket), new XElement("Key", key), new XElement("ETag", ETag(content))));
    }

    private Task ListAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (query["list-type"] != "2")
        {
            return ErrorAsync(context, StatusCodes.Status501NotImplemented, "NotImplemented");
        }

        var after = query["continuation-token"].ToString();
        var left = Objects.Where(o => o.Key.StartsWith(query["prefix"].ToString(), StringComparison.Ordinal) && string.CompareOrdinal(o.Key, after) > 0)
            .OrderBy(o => o.Key, StringComparer.Ordinal).ToList();
        var page = left.Take(Math.Min(PageSize, int.TryParse(query["max-keys"], CultureInfo.InvariantCulture, out var most) ? most : PageSize)).ToList();
        var root = new XElement(
            "ListBucketResult",
            new XElement("Name", Bucket),
            new XElement("KeyCount", page.Count),
            new XElement("IsTruncated", left.Count > page.Count ? "true" : "false"),
            page.Select(o => new XElement(
                "Contents",
                new XElement("Key", o.Key),
                new XElement("LastModified", o.Value.At.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)),
                new XElement("ETag", ETag(o.Value.Content)),
                new XElement("Size", o.Value.Content.Length))));
        if (left.Count > page.Count)
        {
            root.Add(new XElement("NextContinuationToken", page[^1].Key));
        }

        return XmlAsync(context, root);
    }
}
